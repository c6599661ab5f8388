/** What the figures of 3.7 say about numbers of 32 bits. */
import { expect, test } from "vitest";
import { LIMITS, exp32, fused, naive, shifted } from "../../../components/figures/float32.ts";
import { losses } from "../../../components/figures/logit-magnifier.ts";

test.each([
  ["overflow", 1e-6, Infinity],
  ["zero", -1e-6, 0],
] as const)("e to the x is finite and positive inside the limit %s and not beyond", (name, beyond, becomes) => {
  const limit = LIMITS.float32[name];
  expect(exp32(limit + beyond)).toBe(becomes);
  expect(exp32(limit - beyond)).not.toBe(becomes);
});

test("the limits are those the text prints", () => {
  const printed = [...Object.values(LIMITS.float32), ...Object.values(LIMITS.float16)].map((v) => v.toFixed(2));
  expect(printed).toEqual(["-103.97", "-87.34", "88.72", "-17.33", "-9.70", "11.09"]);
});

test.each([
  [[0, 0, 0], 0, Math.log(3), Math.log(3), Math.log(3)],
  [[100, 0], 0, NaN, 0, 0],
  [[100, 100], 0, NaN, Math.LN2, Math.LN2],
  [[88, 88, 88, 88], 0, Infinity, Math.log(4), Math.log(4)],
  [[0, -200], 1, Infinity, Infinity, 200],
  [[1000, 0], 1, NaN, Infinity, 1000],
])("three ways to the cross-entropy of %j, class %i", (o, label, ...expected) => {
  [naive, shifted, fused].forEach((loss, i) => {
    const value = loss(o, label);
    if (Number.isFinite(expected[i]!)) expect(value).toBeCloseTo(expected[i]!, 5);
    else expect(value).toBe(expected[i]);
  });
});

test("the magnifier's curves break where its marks stand", () => {
  expect(losses(88.7).every(Number.isFinite)).toBe(true);
  expect(losses(88.8)[0]).toBeNaN();
  expect(Number.isFinite(losses(103.9)[1]!)).toBe(true);
  expect(losses(104)[1]).toBe(Infinity);
  expect(losses(150)[2]).toBeCloseTo(150, 5);
});
