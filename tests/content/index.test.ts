/** What the chapter's opening page claims in numbers. */
import { expect, test } from "vitest";

const sum = (v: readonly number[]) => v.reduce((total, vi) => total + vi, 0);

test("each step of the first training brings k nearer to 2 by the factor 0.7", () => {
  const x = [1, 2, 3, 4];
  let k = 0;
  for (let step = 0; step < 20; step++) {
    const slope = sum(x.map((xi) => 2 * (k * xi - 2 * xi) * xi)) / 4;
    expect(slope).toBeCloseTo(15 * (k - 2), 12);
    k -= 0.02 * slope;
  }
  expect(2 - k).toBeCloseTo(2 * 0.7 ** 20, 12);
  expect(2 - k).toBeCloseTo(0.0016, 4);
});

test("the answers of the self-test are right", () => {
  expect(2 * 3 - 1 * 4 + 0.5).toBe(2.5);
  expect(sum([1, 2, 3].map((i) => (i - 2) ** 2))).toBe(2);
  const f = (w: number) => (3 * w - 6) ** 2 / 2;
  for (const w of [-1, 0.5, 2, 3]) expect((f(w + 1e-5) - f(w - 1e-5)) / 2e-5).toBeCloseTo(3 * (3 * w - 6), 6);
  expect(Math.log(Math.exp(2) * Math.exp(3))).toBeCloseTo(5, 12);
  expect(0.6 * 0.6).toBeCloseTo(0.36, 12);
});

test("the numbers of the mathematics are right", () => {
  expect([1 * 2 + 2 * -1, 3 * 2 + 4 * -1]).toEqual([0, 2]);
  const q = (w1: number, w2: number) => 2 * w1 ** 2 + 2 * w1 * w2 + 3 * w2 ** 2; // wᵀAw, A = [[2, 1], [1, 3]]
  expect((q(0.7 + 1e-5, -1.3) - q(0.7 - 1e-5, -1.3)) / 2e-5).toBeCloseTo(4 * 0.7 + 2 * -1.3, 6);
  expect(1000 * Math.log(0.5)).toBeCloseTo(-693, 0);
  expect(Math.fround(0.5 ** 1000)).toBe(0);
  expect(0.6 ** 3).toBeCloseTo(0.216, 12);
});
