import { expect, test } from "vitest";
import { openExercises } from "../../src/reader/exercises.ts";
import { openRecalled } from "../../src/reader/recalled.ts";
import { FakeStorage } from "./storage.ts";

const root = "https://school.example/~wang/dl/";

test("a question is new, tried, seen, passed: the best of what happened", () => {
  const exercises = openExercises(new FakeStorage(), root);
  expect(exercises.standing("3.2.9-5")).toBe("new");
  expect(exercises.mark("3.2.9-5", "tried")).toBe(true);
  expect(exercises.mark("3.2.9-5", "tried")).toBe(false);
  expect(exercises.standing("3.2.9-5")).toBe("tried");
  exercises.mark("3.2.9-5", "seen");
  expect(exercises.standing("3.2.9-5")).toBe("seen");
  exercises.mark("3.2.9-5", "passed");
  expect(exercises.standing("3.2.9-5")).toBe("passed");
});

test("the questions of a section are counted without those of another", () => {
  const exercises = openExercises(new FakeStorage(), root);
  exercises.mark("3.2.9-5", "passed");
  exercises.mark("3.1.6-1.1", "tried");
  exercises.mark("3.1.6-1.2", "seen");
  expect([...exercises.among("3.1.")]).toEqual([
    ["3.1.6-1.1", "tried"],
    ["3.1.6-1.2", "seen"],
  ]);
  expect(exercises.among("3.3.").size).toBe(0);
});

test("two copies of the course on one host keep apart", () => {
  const storage = new FakeStorage();
  openExercises(storage, root).mark("3.2.9-5", "passed");
  expect(openExercises(storage, "https://school.example/other/").standing("3.2.9-5")).toBe("new");
});

test("an entry is read back, and a full or forbidden storage says so", () => {
  const exercises = openExercises(new FakeStorage({ limit: 200 }), root);
  expect(exercises.enter("3.2.9-4", "235")).toBe("saved");
  expect(exercises.enter("3.2.9-4", "9".repeat(500))).toBe("full");
  expect(exercises.entry("3.2.9-4")).toBe("235");
  const forbidden = openExercises(new FakeStorage({ refuses: true }), root);
  expect(forbidden.enter("3.2.9-4", "235")).toBe("forbidden");
  expect(forbidden.mark("3.2.9-4", "tried")).toBe(false);
  expect(forbidden.standing("3.2.9-4")).toBe("new");
  expect(forbidden.among("3.").size).toBe(0);
});

test("a corrupted mark is no progress", () => {
  const storage = new FakeStorage();
  openExercises(storage, root).mark("3.2.9-5", "tried");
  storage.setItem(storage.keys()[0]!, "{gar bage} passed?");
  expect(openExercises(storage, root).standing("3.2.9-5")).toBe("new");
});

test("a recalled word is remembered", () => {
  const storage = new FakeStorage();
  openRecalled(storage, root).write("residual", "wrong");
  expect(openRecalled(storage, root).read("residual")).toBe("wrong");
  expect(openRecalled(storage, root).read("label")).toBeUndefined();
});
