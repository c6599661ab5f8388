import { expect, test } from "vitest";
import { readCarried, writeCarried, type Carried } from "../../src/reader/link.ts";

const rows: [string, Carried][] = [
  ["#seed=7", { seed: 7, knobs: [] }],
  ["#hyper.lr=0.1&seed=0", { seed: 0, knobs: [{ listing: "hyper", name: "lr", value: 0.1 }] }],
  ["#3.2.9-5.attempt.lr=1e-4", { knobs: [{ listing: "3.2.9-5.attempt", name: "lr", value: 1e-4 }] }],
  ["#code=abc_-", { knobs: [], code: "abc_-" }],
];

test.each(rows)("%s says what it carries, and is written again", (hash, carried) => {
  expect(readCarried(hash)).toEqual(carried);
  expect(readCarried(writeCarried(carried))).toEqual(carried);
});

test("the name of a heading carries nothing", () => {
  expect(readCarried("#synthetic-data")).toBeUndefined();
  expect(readCarried("")).toBeUndefined();
  expect(writeCarried({ knobs: [] })).toBe("");
});

test("what cannot be read is left out", () => {
  expect(readCarried("#seed=x&seed=-1&lr=1&hyper.=1&.lr=1&hyper.lr=&hyper.lr=Infinity")).toEqual({ knobs: [] });
});
