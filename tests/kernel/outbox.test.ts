import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOutbox } from "../../src/kernel/serve/outbox.ts";
import type { Reply } from "../../src/kernel/protocol.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const posts: Reply[][] = [];
  return { posts, ...createOutbox((replies) => posts.push(replies)) };
}
const progress = (index: number, done = 0): Reply => ({
  type: "output",
  token: 1,
  index,
  output: { type: "progress", label: "", done, ended: false },
});
const lines = (index: number): Reply => ({ type: "lines", token: 1, index, lines: [], omitted: 0 });

test("the first replies go at once", () => {
  const { put, posts } = open();
  for (let i = 0; i < 5; i++) put(progress(i));
  expect(posts).toHaveLength(5);
});

test("a flood goes in few posts, none of them long, complete and in order", () => {
  const { put, flush, posts } = open();
  const all = Array.from({ length: 1000 }, (_, i) => lines(i));
  for (const reply of all) put(reply);
  flush();
  expect(posts.length).toBeLessThan(80);
  expect(Math.max(...posts.map(({ length }) => length))).toBe(16);
  expect(posts.flat()).toEqual(all);
});

test("of one output only the newest state is kept while it waits, in its old place", () => {
  const { put, flush, posts } = open();
  for (let i = 0; i < 16; i++) put(lines(i));
  for (let done = 0; done < 100; done++) put(progress(7, done));
  put(lines(99));
  flush();
  expect(posts.slice(16)).toEqual([[progress(7, 99), lines(99)]]);
});

test("what waits goes when the window is over", () => {
  const { put, posts } = open();
  for (let i = 0; i < 20; i++) put(progress(i));
  expect(posts).toHaveLength(16);
  vi.advanceTimersByTime(50);
  expect(posts.flat()).toHaveLength(20);
});

test("in a loop that lets no timer fire the next reply opens the window", () => {
  const { put, posts } = open();
  for (let i = 0; i < 20; i++) put(progress(i));
  vi.setSystemTime(Date.now() + 60);
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 60);
  put(progress(20));
  expect(posts.flat()).toHaveLength(21);
});
