import { expect, test } from "vitest";
import { openEdits } from "../../src/reader/edits.ts";
import { readTier, writeTier } from "../../src/reader/tier.ts";
import { FakeStorage } from "./storage.ts";

const root = "https://school.example/~wang/dl/";
const open = (storage: Storage, at = root, section = "chapter/one") => openEdits(storage, at, section);

test("a text that was written is read back", () => {
  const storage = new FakeStorage();
  expect(open(storage).write("train", "const lr = 1;", "const lr = 2;")).toBe("saved");
  expect(open(storage).read("train", "const lr = 1;")).toBe("const lr = 2;");
});

test("an empty text is an edit like any other", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "const lr = 1;", "");
  expect(open(storage).read("train", "const lr = 1;")).toBe("");
});

test("the book's own text leaves nothing behind", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "a", "b");
  open(storage).write("train", "a", "a");
  expect(storage.length).toBe(0);
  expect(open(storage).read("train", "a")).toBeUndefined();
});

test("two sites on one host, two sections and two listings keep apart", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "a", "mine");
  expect(open(storage, "https://school.example/other/").read("train", "a")).toBeUndefined();
  expect(open(storage, root, "chapter/two").read("train", "a")).toBeUndefined();
  expect(open(storage).read("trainer", "a")).toBeUndefined();
});

test("a new wording of the listing does not get the old edit, and does not lose it", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "old", "old, edited");
  expect(open(storage).read("train", "new")).toBeUndefined();
  expect(open(storage).others("train", "new")).toEqual(["old, edited"]);
  expect(open(storage).others("train", "old")).toEqual([]);
  expect(open(storage).others("trai", "new")).toEqual([]);
});

test("a full storage says so and keeps what it had", () => {
  const storage = new FakeStorage({ limit: 120 });
  expect(open(storage).write("train", "a", "short")).toBe("saved");
  expect(open(storage).write("train", "a", "long ".repeat(50))).toBe("full");
  expect(open(storage).read("train", "a")).toBe("short");
});

test("a forbidden storage is an empty one that refuses to write", () => {
  const edits = open(new FakeStorage({ refuses: true }));
  expect(edits.read("train", "a")).toBeUndefined();
  expect(edits.others("train", "a")).toEqual([]);
  expect(edits.write("train", "a", "b")).toBe("forbidden");
});

test("a change of another tab is known by its key", () => {
  const storage = new FakeStorage();
  const edits = open(storage);
  edits.write("train", "a", "b");
  expect(edits.concerns(storage.keys()[0]!)).toEqual({ id: "train", version: edits.versionOf("a") });
  expect(edits.concerns("something else")).toBeUndefined();
  expect(edits.concerns(null)).toBeUndefined();
  expect(open(storage, root, "chapter/two").concerns(storage.keys()[0]!)).toBeUndefined();
});

test("what is set aside is another version, and can be dismissed and brought back", () => {
  const edits = open(new FakeStorage());
  edits.write("train", "old", "old, edited");
  expect(edits.setAside("train", "mine")).toBe("saved");
  expect(edits.others("train", "new").sort()).toEqual(["mine", "old, edited"]);
  const bringBack = edits.dismiss("train", "new");
  expect(edits.others("train", "new")).toEqual([]);
  bringBack();
  expect(edits.others("train", "new").sort()).toEqual(["mine", "old, edited"]);
});

test("dismissing leaves the edit of the present text and other listings alone", () => {
  const edits = open(new FakeStorage());
  edits.write("train", "new", "new, edited");
  edits.write("trainer", "old", "kept");
  edits.dismiss("train", "new");
  expect(edits.read("train", "new")).toBe("new, edited");
  expect(edits.read("trainer", "old")).toBe("kept");
});

test("a forbidden storage dismisses nothing and complains of nothing", () => {
  const edits = open(new FakeStorage({ refuses: true }));
  expect(edits.setAside("train", "a")).toBe("forbidden");
  expect(() => edits.dismiss("train", "a")()).not.toThrow();
});

test("a tier is kept; damaged or forbidden, it is what the browser asks for", () => {
  const storage = new FakeStorage();
  expect(readTier(storage, root)).toBe("full");
  expect(readTier(storage, root, true)).toBe("quick");
  writeTier(storage, root, "full");
  expect(readTier(storage, root, true)).toBe("full");
  storage.setItem("linear-networks/~wang/dl/tier", "?");
  expect(readTier(storage, root)).toBe("full");
  const forbidden = new FakeStorage({ refuses: true });
  writeTier(forbidden, root, "quick");
  expect(readTier(forbidden, root)).toBe("full");
});
