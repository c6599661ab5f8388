/** Plain numbers, to verify formulas by: everything in float64, nothing from a library. */
import { expect } from "vitest";
import { createRandom, type Random } from "../../../components/exercise/judge/random.ts";

export type { Random } from "../../../components/exercise/judge/random.ts";

/** Formulas of an answer, each by a piece of its TeX that stands there, and what shows that they hold. */
export type Verified = [exercise: string, tex: string | string[], holds: (random: Random) => void];

/** Other numbers for every formula, the same at every run. */
export const randomFor = (index: number): Random => createRandom(1000 + index);

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]) => sum(values) / values.length;
export const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * b[i]!));
export const times = (A: readonly number[][], v: readonly number[]) => A.map((row) => dot(row, v));
export const transposed = (A: readonly number[][]) => A[0]!.map((_, j) => A.map((row) => row[j]!));
export const outer = (a: readonly number[], b: readonly number[]) => a.map((x) => b.map((y) => x * y));

export const normals = (random: Random, n: number) => random.list(n, () => random.normal());
export const matrixOf = (random: Random, n: number, d: number) => random.list(n, () => normals(random, d));

/** Central differences. */
export function slopes(f: (v: number[]) => number, at: readonly number[], h = 1e-5): number[] {
  const moved = (j: number, by: number) => at.map((value, k) => (k === j ? value + by : value));
  return at.map((_, j) => (f(moved(j, h)) - f(moved(j, -h))) / (2 * h));
}

export function near(got: number, expected: number, tolerance = 1e-6): void {
  expect(Math.abs(got - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(tolerance);
}

export function allNear(got: readonly number[], expected: readonly number[], tolerance = 1e-6): void {
  expect(got.length).toBe(expected.length);
  got.forEach((value, i) => near(value, expected[i]!, tolerance));
}

export const below = (low: number, high: number) => expect(low).toBeLessThan(high);
export const notAbove = (low: number, high: number) => expect(low).toBeLessThanOrEqual(high + 1e-12);

/** log Σ exp */
export const logSumExp = (o: readonly number[]) => Math.log(sum(o.map(Math.exp)));
export const softmax = (o: readonly number[]) => o.map((ok) => Math.exp(ok - logSumExp(o)));

/** Xw − y */
export const errors = (X: number[][], w: readonly number[], y: number[]) => times(X, w).map((value, i) => value - y[i]!);
export const squares = (X: number[][], w: readonly number[], y: number[]) => sum(errors(X, w, y).map((r) => r * r));
