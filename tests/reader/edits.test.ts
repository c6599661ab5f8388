import { describe, expect, test } from "vitest";
import { openEdits, type Edits } from "../../src/reader/edits.ts";
import { hash } from "../../src/reader/hash.ts";
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
  const edits = open(storage);
  edits.write("train", "a", "b");
  edits.write("train", "a", "a");
  expect(storage.length).toBe(0);
  expect(edits.read("train", "a")).toBeUndefined();
});

test("two sites on one host, two sections and two listings keep apart", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "a", "mine");
  expect(open(storage, "https://school.example/other/").read("train", "a")).toBeUndefined();
  expect(open(storage, root, "chapter/two").read("train", "a")).toBeUndefined();
  expect(open(storage).read("trainer", "a")).toBeUndefined();
});

test("the listings that something is kept for are known without looking at their texts", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "a", "mine");
  open(storage).setAside("train", "other");
  open(storage, root, "chapter/two").write("loss", "a", "mine");
  expect(open(storage).kept()).toEqual(["train"]);
  expect(open(new FakeStorage({ refuses: true })).kept()).toEqual([]);
});

test("a new wording of the listing does not get the old edit, and does not lose it", () => {
  const storage = new FakeStorage();
  open(storage).write("train", "old", "old, edited");
  expect(open(storage).read("train", "new")).toBeUndefined();
  expect(open(storage).others("train", "new")).toEqual([{ version: hash("old"), text: "old, edited", isAside: false }]);
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

const textsOf = (edits: Edits) =>
  edits
    .others("train", "new")
    .map(({ text }) => text)
    .sort();

test("what is set aside is another version, told from one of an older wording, and each is dismissed and brought back by itself", () => {
  const edits = open(new FakeStorage());
  edits.write("train", "old", "old, edited");
  expect(edits.setAside("train", "mine")).toBe("saved");
  expect(textsOf(edits)).toEqual(["mine", "old, edited"]);
  const aside = edits.others("train", "new").find(({ isAside }) => isAside)!;
  expect(aside.text).toBe("mine");
  const bringBack = edits.dismiss("train", aside.version);
  expect(textsOf(edits)).toEqual(["old, edited"]);
  bringBack();
  expect(textsOf(edits)).toEqual(["mine", "old, edited"]);
});

test("dismissing another version leaves the edit of the present text and other listings alone", () => {
  const edits = open(new FakeStorage());
  edits.write("train", "new", "new, edited");
  edits.write("train", "old", "old, edited");
  edits.write("trainer", "old", "kept");
  edits.dismiss("train", hash("old"));
  expect(textsOf(edits)).toEqual([]);
  expect(edits.read("train", "new")).toBe("new, edited");
  expect(edits.read("trainer", "old")).toBe("kept");
});

describe("two tabs", () => {
  const tabs = () => {
    const storage = new FakeStorage();
    const [one, two] = [open(storage), open(storage)];
    for (const tab of [one, two]) tab.read("train", "new");
    return [one, two] as const;
  };

  test.each<[name: string, writes: [tab: 0 | 1, text: string][], kept: string, aside: string[]]>([
    [
      "write in turn: what would be written over is set aside",
      [
        [0, "a"],
        [1, "b"],
      ],
      "b",
      ["a"],
    ],
    [
      "write the same: nothing is set aside",
      [
        [0, "a"],
        [1, "a"],
      ],
      "a",
      [],
    ],
    [
      "type on: only what the other wrote is set aside, not one's own",
      [
        [0, "a"],
        [0, "ab"],
        [1, "x"],
        [1, "xy"],
      ],
      "xy",
      ["ab"],
    ],
    [
      "come back to the book's text: the other's edit is set aside",
      [
        [0, "a"],
        [1, "new"],
      ],
      "new",
      ["a"],
    ],
    [
      "one has restored the book's text: there is nothing to set aside",
      [
        [0, "a"],
        [0, "new"],
        [1, "b"],
      ],
      "b",
      [],
    ],
  ])("that %s", (_, writes, kept, aside) => {
    const both = tabs();
    for (const [tab, text] of writes) both[tab].write("train", "new", text);
    expect(both[0].read("train", "new") ?? "new").toBe(kept);
    expect(textsOf(both[0])).toEqual(aside);
  });
});

test("a text is someone else's until it is said not to be", () => {
  const storage = new FakeStorage();
  const edits = open(storage);
  expect(edits.isForeign("train")).toBe(false);
  expect(edits.setForeign("train", true)).toBe("saved");
  expect(open(storage).isForeign("train")).toBe(true);
  expect(open(storage, root, "chapter/two").isForeign("train")).toBe(false);
  edits.setForeign("train", false);
  expect(storage.length).toBe(0);
});

test.each<[name: string, text: string]>([
  ["half a text", "const lr = "],
  ["no text but bytes", '\u0000\uFFFD{"v":'],
  ["nothing", ""],
])("a corrupted value, %s, is read as it stands: the reader sees it, and 还原 is one press away", (_, text) => {
  const storage = new FakeStorage();
  open(storage).write("train", "new", "new, edited");
  storage.setItem(storage.keys()[0]!, text);
  const edits = open(storage);
  expect(edits.read("train", "new")).toBe(text);
  expect(edits.write("train", "new", "new")).toBe("saved");
  expect(edits.read("train", "new")).toBeUndefined();
});

test.each(["linear-networks/~wang/dl/edit:chapter/one:", "linear-networks/~wang/dl/edit:chapter/one:train", "edit", ""])(
  "a corrupted key, %j, is nobody's edit",
  (key) => {
    const storage = new FakeStorage();
    storage.setItem(key, "?");
    const edits = open(storage);
    expect(edits.read("train", "new")).toBeUndefined();
    expect(edits.others("train", "new")).toEqual([]);
    expect(edits.concerns(key)).toBeUndefined();
  },
);

test("a forbidden storage dismisses nothing and complains of nothing", () => {
  const edits = open(new FakeStorage({ refuses: true }));
  expect(edits.setAside("train", "a")).toBe("forbidden");
  expect(edits.setForeign("train", true)).toBe("forbidden");
  expect(edits.isForeign("train")).toBe(false);
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
