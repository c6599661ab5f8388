import { expect, test } from "vitest";
import { openBackup } from "../../src/reader/backup.ts";
import { openEdits } from "../../src/reader/edits.ts";
import { openExercises } from "../../src/reader/exercises.ts";
import { openProgress } from "../../src/reader/progress.ts";
import { themeKey, writeTheme } from "../../src/reader/theme.ts";
import { FakeStorage } from "./storage.ts";

const here = "https://school.example/~wang/dl/";
const there = "http://10.0.0.7/course/";

/** A reader who edited, entered, passed and read something. */
function used(root = here): FakeStorage {
  const storage = new FakeStorage();
  openEdits(storage, root, "linear-networks/one").write("train", "book", "mine");
  openExercises(storage, root).enter("3.2.9-4", "235");
  openExercises(storage, root).mark("3.2.9-4", "passed");
  openProgress(storage, root).ran("linear-networks/one", "train");
  return storage;
}

test("what is exported at one place is there after an import at another", () => {
  const storage = new FakeStorage();
  const imported = openBackup(storage, there).read(openBackup(used(), here).write());
  expect(imported).toEqual({ ok: true, inventory: { edit: 1, foreign: 0, attempt: 1, exercise: 1, progress: 1, recall: 0, other: 0 } });
  expect(openEdits(storage, there, "linear-networks/one").read("train", "book")).toBe("mine");
  expect(openExercises(storage, there).entry("3.2.9-4")).toBe("235");
  expect(openExercises(storage, there).standing("3.2.9-4")).toBe("passed");
  expect(openProgress(storage, there).read("linear-networks/one").ran).toEqual(["train"]);
});

test("an import unites progress and keeps the text it replaces as another version", () => {
  const storage = new FakeStorage();
  const edits = openEdits(storage, here, "linear-networks/one");
  edits.write("train", "book", "written here");
  openExercises(storage, here).mark("3.2.9-4", "seen");
  openProgress(storage, here).ran("linear-networks/one", "init");
  openBackup(storage, here).read(openBackup(used(), here).write());
  expect(edits.read("train", "book")).toBe("mine");
  expect(edits.others("train", "book")).toMatchObject([{ text: "written here", isAside: true }]);
  expect(openExercises(storage, here).standing("3.2.9-4")).toBe("passed");
  expect(openProgress(storage, here).read("linear-networks/one").ran).toEqual(["init", "train"]);
});

const refused: [what: string, file: string, reason: RegExp][] = [
  ["no JSON", "PK\u0003\u0004", /读不懂/],
  ["a file that was cut off", openBackup(used(), here).write().slice(0, -20), /读不懂/],
  ["another course's", JSON.stringify({ format: "cooking", version: 1, entries: {} }), /不是本课程/],
  ["a list", "[]", /不是本课程/],
  ["null", "null", /不是本课程/],
  ["one of a later version", JSON.stringify({ format: "linear-networks", version: 2, entries: {} }), /更新的版本/],
  ["one with foreign keys", JSON.stringify({ format: "linear-networks", version: 1, entries: { password: "x" } }), /损坏/],
  ["one whose entry is no text", JSON.stringify({ format: "linear-networks", version: 1, entries: { "edit:a:b:c": 1 } }), /损坏/],
  ["one without entries", JSON.stringify({ format: "linear-networks", version: 1 }), /损坏/],
];

test.each(refused)("%s is refused and nothing is lost", (_, file, reason) => {
  const storage = used();
  const before = openBackup(storage, here).write();
  const imported = openBackup(storage, here).read(file);
  expect(imported.ok).toBe(false);
  expect(imported.ok ? "" : imported.reason).toMatch(reason);
  expect(openBackup(storage, here).write()).toBe(before);
});

test("an import that does not fit is undone", () => {
  const big = new FakeStorage();
  for (const id of ["a", "b", "c"]) openEdits(big, here, "linear-networks/one").write(id, "book", "long ".repeat(40));
  const storage = new FakeStorage({ limit: 500 });
  openEdits(storage, here, "linear-networks/one").write("a", "book", "short");
  const imported = openBackup(storage, here).read(openBackup(big, here).write());
  expect(imported.ok).toBe(false);
  expect(openEdits(storage, here, "linear-networks/one").read("a", "book")).toBe("short");
  expect(storage.length).toBe(1);
});

test("clearing leaves the theme, and other copies of the course on the host", () => {
  const storage = used();
  writeTheme(storage, here, "dark");
  openExercises(storage, `${here}2025/`).mark("3.2.9-4", "tried"); // a copy in a folder of this one
  openBackup(storage, here).clear();
  expect(storage.keys().sort()).toEqual([expect.stringContaining("2025/exercise:3.2.9-4"), themeKey(here)].sort());
});
