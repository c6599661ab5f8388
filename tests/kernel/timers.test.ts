import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdTimers } from "../../src/kernel/isolate/timers.ts";

let global: Pick<typeof globalThis, "setTimeout" | "setInterval" | "clearTimeout">;
let calm: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  const { setTimeout, setInterval, clearTimeout } = globalThis;
  global = { setTimeout, setInterval, clearTimeout };
  calm = holdTimers(global);
});
afterEach(() => void vi.useRealTimers());

test("a timer acts once, an interval again and again, with what it was given", () => {
  const seen: unknown[] = [];
  global.setTimeout((...all) => seen.push(all), 10, 1, 2);
  global.setInterval(() => seen.push("again"), 20);
  vi.advanceTimersByTime(45);
  expect(seen).toEqual([[1, 2], "again", "again"]);
});

test("what is still to come ends when it is calmed", () => {
  const seen: unknown[] = [];
  global.setTimeout(() => seen.push("late"), 10);
  global.setInterval(() => seen.push("again"), 10);
  calm();
  vi.advanceTimersByTime(100);
  expect(seen).toEqual([]);
  global.setTimeout(() => seen.push("new"), 10);
  vi.advanceTimersByTime(10);
  expect(seen).toEqual(["new"]);
});

test("a timer can be cleared as ever", () => {
  const act = vi.fn();
  global.clearTimeout(global.setTimeout(act, 10));
  vi.advanceTimersByTime(100);
  expect(act).not.toHaveBeenCalled();
});
