/** Storages as other releases of the course wrote them: read, or set aside, and never dropped. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openBackup } from "../../src/reader/backup.ts";
import { openEdits } from "../../src/reader/edits.ts";
import { openExercises } from "../../src/reader/exercises.ts";
import { readCarried } from "../../src/reader/link.ts";
import { unpack } from "../../src/reader/packed.ts";
import { isNewer } from "../../src/reader/place.ts";
import { openProgress } from "../../src/reader/progress.ts";
import { openRecalled } from "../../src/reader/recalled.ts";
import { readTheme } from "../../src/reader/theme.ts";
import { readTier } from "../../src/reader/tier.ts";
import { openUnfinished } from "../../src/reader/unfinished.ts";
import { FakeStorage } from "./storage.ts";

interface Sample {
  root: string;
  local: Record<string, string>;
  tab: Record<string, string>;
}

const folder = "tests/reader/samples/";
const sample = <T>(name: string) => JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")) as T;
const filled = (entries: Record<string, string>) => {
  const storage = new FakeStorage();
  for (const [key, value] of Object.entries(entries)) storage.setItem(key, value);
  return storage;
};
const contents = (storage: FakeStorage) => Object.fromEntries(storage.keys().map((key) => [key, storage.getItem(key)]));

const section = "linear-networks/linear-regression-scratch";
const book = "const lr = 0.03;\nconst numEpochs = 3;";

/** What a reader of today's course does everywhere, once. */
function use(storage: Storage, root: string): void {
  const edits = openEdits(storage, root, section);
  edits.write("hyper", book, "const lr = 0.3;");
  edits.write("init", "book", "mine");
  openProgress(storage, root).visit(section);
  openProgress(storage, root).ran(section, "init");
  openExercises(storage, root).enter("3.2.9-4", "61.6");
  for (const mark of ["tried", "seen", "passed"] as const) openExercises(storage, root).mark("3.2.9-4", mark);
  openRecalled(storage, root).write("residual", "right");
}

test.each(["1-first", "1-complete"])("%s: edits, progress, theme and the listing that was running are read", (name) => {
  const { root, local, tab } = sample<Sample>(`${name}.storage`);
  const storage = filled(local);
  expect(isNewer(storage, root)).toBe(false);
  const edits = openEdits(storage, root, section);
  expect(edits.read("hyper", book)).toBe("const lr = 0.1; // 改大一点\nconst numEpochs = 3;");
  expect(edits.read("attempt-3-2-9-5", "return ____;")).toContain("reshape(yHat.shape)");
  expect(edits.others("train", "today's wording")).toMatchObject([{ text: "// what the reader made of it", isAside: false }]);
  expect(openProgress(storage, root).read(section)).toEqual({ visited: true, ran: ["synthetic-data", "train"] });
  expect(openProgress(storage, root).read("linear-networks/linear-regression").visited).toBe(true);
  expect(readTheme(storage, root)).toBe("dark");
  expect(openUnfinished(filled(tab), root, section).take()).toBe("train");
});

test("1-complete: marks, entries, words and settings are read", () => {
  const { root, local } = sample<Sample>("1-complete.storage");
  const storage = filled(local);
  const exercises = openExercises(storage, root);
  expect(exercises.standing("3.2.9-4")).toBe("passed");
  expect(exercises.standing("3.2.9-5")).toBe("seen");
  expect(exercises.entry("3.2.9-4")).toBe("235");
  expect(exercises.entry("3.4.10-3.1")?.split(" ")).toHaveLength(5);
  expect(openRecalled(storage, root).read("residual")).toBe("wrong");
  expect(openRecalled(storage, root).read("label")).toBe("right");
  expect(readTier(storage, root)).toBe("quick");
  expect(openBackup(storage, root).inventory()).toEqual({ edit: 3, foreign: 0, attempt: 3, exercise: 2, progress: 2, recall: 2, other: 0 });
});

test.each(["1-first", "1-complete"])("%s: using today's course drops nothing that it does not replace", (name) => {
  const { root, local } = sample<Sample>(`${name}.storage`);
  const storage = filled(local);
  use(storage, root);
  expect(storage.keys()).toEqual(expect.arrayContaining(Object.keys(local)));
  const ran = openProgress(storage, root).read(section).ran;
  expect(ran).toEqual(["synthetic-data", "train", "init"]);
});

test("1-foreign: a text taken from a link is known to be someone else's, the reader's own is kept beside it, and both are carried along", () => {
  const { root, local } = sample<Sample>("1-foreign.storage");
  const edits = openEdits(filled(local), root, section);
  expect(edits.read("hyper", book)).toBe("const lr = 0.5; // 老师的\nconst numEpochs = 3;");
  expect(edits.isForeign("hyper")).toBe(true);
  expect(edits.isForeign("train")).toBe(false);
  expect(edits.others("hyper", book)).toMatchObject([{ text: "const lr = 0.02; // 我的\nconst numEpochs = 3;", isAside: true }]);
  const carried = openBackup(filled(local), root).write();
  const elsewhere = new FakeStorage();
  expect(openBackup(elsewhere, root).read(carried)).toMatchObject({ ok: true, inventory: { edit: 2, foreign: 1, other: 0 } });
  expect(openEdits(elsewhere, root, section).isForeign("hyper")).toBe(true);
});

test("1-backup: the exported file is read at another place", () => {
  const file = readFileSync(`${folder}1-backup.json`, "utf8");
  const [storage, root] = [new FakeStorage(), "http://10.0.0.7/course/"];
  const imported = openBackup(storage, root).read(file);
  expect(imported).toMatchObject({
    ok: true,
    inventory: { edit: 3, foreign: 0, attempt: 3, exercise: 2, progress: 2, recall: 2, other: 0 },
  });
  expect(JSON.parse(openBackup(storage, root).write())).toEqual(JSON.parse(file));
});

test("1-link: a shared address still says what it said", async () => {
  const { hash, texts } = sample<{ hash: string; texts: object }>("1-link");
  const carried = readCarried(hash);
  expect(carried).toMatchObject({ seed: 7, knobs: [{ listing: "hyper", name: "lr", value: 0.1 }] });
  expect(await unpack(carried!.code!)).toEqual(texts);
});

test("2-imagined: what a later course wrote is neither read as ours nor written over, and ours is kept beside it", () => {
  const { root, local } = sample<Sample>("2-imagined.storage");
  const storage = filled(local);
  expect(isNewer(storage, root)).toBe(true);
  expect(openEdits(storage, root, section).read("hyper", book)).toBeUndefined();
  expect(openExercises(storage, root).entry("3.2.9-4")).toBeUndefined();
  expect(openExercises(storage, root).among("3.").size).toBe(0);
  use(storage, root);
  expect(contents(storage)).toMatchObject(local);
  expect(openEdits(storage, root, section).read("hyper", book)).toBe("const lr = 0.3;");
  expect(openExercises(storage, root).standing("3.2.9-4")).toBe("passed");
  openBackup(storage, root).clear();
  expect(contents(storage)).toEqual(local);
});

test("2-imagined: the file of a later course is refused with a word of what to do, and nothing changes", () => {
  const storage = filled(sample<Sample>("1-complete.storage").local);
  const before = contents(storage);
  const { root } = sample<Sample>("1-complete.storage");
  const imported = openBackup(storage, root).read(readFileSync(`${folder}2-imagined.backup.json`, "utf8"));
  expect(imported).toMatchObject({ ok: false, reason: expect.stringMatching(/更新的版本.*什么都没有改/) });
  expect(contents(storage)).toEqual(before);
});

test("a kind of entry that only a later course knows is kept, carried along and counted", () => {
  const file = JSON.stringify({
    format: "linear-networks",
    version: 1,
    entries: { "note:3.2.9-4": "字节", "exercise:3.2.9-4": "tried mastered" },
  });
  const [storage, root] = [new FakeStorage(), "https://school.example/dl/"];
  expect(openBackup(storage, root).read(file)).toMatchObject({ ok: true, inventory: { exercise: 1, other: 1 } });
  openExercises(storage, root).mark("3.2.9-4", "passed");
  const { entries } = JSON.parse(openBackup(storage, root).write()) as { entries: Record<string, string> };
  expect(entries).toEqual({ "note:3.2.9-4": "字节", "exercise:3.2.9-4": "tried mastered passed" });
});

test("whatever is kept in a browser has a sample", () => {
  const filesOf = (room: string) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).flatMap((file) => (file.endsWith(".ts") ? `${room}/${file}` : []));
  const keepers = [...filesOf("src/reader"), ...filesOf("components")].filter((file) =>
    /from "(\.|[./]*src\/reader)\/place\.ts"/.test(readFileSync(file, "utf8")),
  );
  const names = keepers.map((file) => file.replace(/^.*\/|\.ts$/g, ""));
  expect(names.sort(), "a new keeper: add what it writes to a new sample, then its name here").toEqual([
    "backup",
    "edits",
    "exercises",
    "progress",
    "recalled",
    "set-aside",
    "shortcuts",
    "theme",
    "tier",
    "unfinished",
  ]);
});
