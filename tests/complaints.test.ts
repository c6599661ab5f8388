/** The table of what readers of other systems suffered is whole, and the tests it names are there. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const rows = readFileSync("docs/complaints.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((row) => ({ number: Number(row.split("|")[1]), tests: [...row.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path]) => path!) }));

test("every complaint has its row, and every row a test", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
  expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
});

test("every test it names is there", () => {
  expect(rows.flatMap(({ tests }) => tests).filter((path) => !existsSync(path))).toEqual([]);
});
