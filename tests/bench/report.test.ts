import { expect, test } from "vitest";
import { median, print, rows } from "./report.ts";

const versions = { torch: "1", torchvision: "0", threads: 1, workers: 4 };
const only = (...args: Parameters<typeof rows>) => rows(...args).map(({ id, value, peer, reached }) => [id, value, peer?.value, reached]);

test("the median of an even number of samples lies between the middle two", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
});

test("a ratio is reached or missed", () => {
  const peer = (milliseconds: number) => ({ samples: { pass: [milliseconds] }, versions });
  expect(only({ pass: [80, 100, 90] }, peer(1800))).toEqual([["pass", 90, 1800, true]]);
  expect(only({ pass: [80, 100, 90] }, peer(1700))).toEqual([["pass", 90, 1700, false]]);
});

test("without PyTorch there is no ratio to miss", () => {
  expect(only({ pass: [90] })).toEqual([["pass", 90, undefined, true]]);
});

test("the largest page counts", () => {
  expect(only({ script: [14_000, 16_000, 1000] })).toEqual([["script", 16_000, undefined, false]]);
});

test("a line tells value, peer, ratio and limit", () => {
  expect(print(rows({ pass: [90] }, { samples: { pass: [1800] }, versions }))).toMatch(
    /^ok +90 ms .*\n +1\.80 s PyTorch，DataLoader; 1\/20\.0, to reach 1\/20$/,
  );
});

test("no task of 50 ms is said to be less than that, not to be none", () => {
  expect(print(rows({ "any-longest-task": [0] }))).toMatch(/^ok +< 50 ms /);
});
