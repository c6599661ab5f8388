import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { libraryOf } from "../../src/build/takeaway.ts";

test("the library carries every export once, in Python what sections use, and the data sets as a script", { timeout: 60_000 }, async () => {
  const book = loadBook();
  const { d2l, datasets, tfjs, pytorch } = await libraryOf(book);
  expect(d2l.flatMap(({ names }) => names).sort()).toEqual([...new Set(book.exports.map(({ name }) => name))].sort());
  expect(d2l.filter(({ code }) => /^export/m.test(code))).toEqual([]);
  expect(Object.keys(pytorch).filter((path) => !book.sections.some((section) => section.path === path))).toEqual([]);
  expect(pytorch["linear-networks/linear-regression-concise"]).toContain("def synthetic_data");
  expect(tfjs).toMatch(/^\d+\.\d+\.\d+$/);
  expect(datasets).not.toMatch(/^\s*(import|export)\b/m);
  const names = Object.keys(new Function("tf", `globalThis.tf = tf; ${datasets}; return datasets;`)({}) as object);
  delete (globalThis as { tf?: unknown }).tf;
  expect(names.sort()).toEqual(["FashionMNIST", "provide"]);
});
