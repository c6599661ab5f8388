import { expect, test } from "vitest";
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
