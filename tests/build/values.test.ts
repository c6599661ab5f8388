import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { valueText } from "../../src/build/record/quote.ts";
import { formatValue, pick } from "../../src/build/record/values.ts";

test.each([
  [0.123456, undefined, undefined, "0.1235"],
  [42, undefined, undefined, "42"],
  [4.25, 3, undefined, "4.25"],
  [4.25, 1, undefined, "4"],
  [1234.5, 2, undefined, "1235"],
  [-0.5, 2, undefined, "−0.50"],
  [0.00005123, 2, "exp", "5.1×10⁻⁵"],
  [-12345, 3, "exp", "−1.23×10⁴"],
  [0.83456, 3, "percent", "83.5%"],
  [0, 3, undefined, "0.00"],
  [NaN, undefined, undefined, "NaN"],
  [Infinity, undefined, undefined, "∞"],
] as const)("prints %s with %s digits as %s: %s", (value, digits, format, text) => {
  expect(formatValue(value, digits, format)).toBe(text);
});

test("picks an entry of a recorded list, from the end with a negative index", () => {
  const values = { losses: [3, 2, 1], lr: 0.03 };
  expect(pick(values, "losses.1")).toBe(2);
  expect(pick(values, "losses.-1")).toBe(1);
  expect(pick(values, "lr")).toBe(0.03);
  expect(pick(values, "losses")).toBeUndefined();
  expect(pick(values, "toString")).toBeUndefined();
});

test("follows names into what an experiment saved", () => {
  const saved = { last: { testAcc: { low: 0.81 } }, recalls: [{ low: 0.6 }] };
  expect(pick(saved, "last.testAcc.low")).toBe(0.81);
  expect(pick(saved, "recalls.0.low")).toBe(0.6);
  expect(pick(saved, "last.testAcc")).toBeUndefined();
  expect(pick(saved, "last.constructor")).toBeUndefined();
});

test("quotes a file of data by its name, and says what is wrong with a name that is not there", () => {
  const book = loadBook("content");
  const section = book.sections.find(({ slug }) => slug === "softmax-regression-scratch")!;
  expect(valueText(book, section, { of: "data/seeds.runs" })).toBe("20");
  expect(valueText(book, section, { of: "data/sedes.runs" })).toMatchObject({ found: '<Value of="data/sedes.runs" />' });
  expect(valueText(book, section, { of: "data/seeds.last" })).toMatchObject({ fix: "use one of runs, first, last, recalls" });
});
