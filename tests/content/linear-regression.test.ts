/** What section 3.1 claims in numbers. */
import seedrandom from "seedrandom";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curvatures, descend, errors, fit, gradient, houses, logNormal, loss, negativeLogLikelihood } from "../../components/figures/regression.ts";

const { random } = Math;
beforeAll(async () => {
  await tf.setBackend("cpu");
});
afterAll(() => {
  Math.random = random;
});

const start = { w: 0, b: 0 };
const best = { w: 1 / 2, b: 2 / 3 };
const sum = (v: readonly number[]) => v.reduce((total, vi) => total + vi, 0);

describe("the loss of the three houses", () => {
  test.each([[0, 0, 1.5], [1, 0, 1 / 6], [1 / 2, 2 / 3, 1 / 36], [11 / 14, 0, 0.0595238]])("at w = %f, b = %f is %f", (w, b, expected) => {
    expect(loss({ w, b })).toBeCloseTo(expected, 7);
  });

  test("is lowest at w = 1/2, b = 2/3, where the gradient vanishes", () => {
    expect(fit()).toEqual({ w: expect.closeTo(1 / 2, 12), b: expect.closeTo(2 / 3, 12) });
    expect(gradient(best)).toEqual({ w: expect.closeTo(0, 12), b: expect.closeTo(0, 12) });
  });

  test("leaves residuals perpendicular to both columns", () => {
    const r = errors(best).map((e) => -e);
    expect(r).toEqual([-1 / 6, 1 / 3, -1 / 6].map((v) => expect.closeTo(v, 12)));
    expect(sum(r)).toBeCloseTo(0, 12);
    expect(sum(r.map((ri, i) => ri * houses[i]![0]))).toBeCloseTo(0, 12);
  });

  test("curves by 5.546 and 0.120, so that 2/λ = 0.3606 bounds the learning rate", () => {
    const [steep, flat] = curvatures().map((c) => c.value) as [number, number];
    expect([steep, flat]).toEqual([expect.closeTo(5.546, 3), expect.closeTo(0.1202, 4)]);
    expect(2 / steep).toBeCloseTo(0.3606, 4);
    expect(Math.sqrt(steep / flat)).toBeCloseTo(6.79, 2);
  });
});

describe("gradient descent", () => {
  test("takes the printed steps with η = 0.1", () => {
    const path = descend(start, 0.1, 3);
    expect(path.map((p) => loss(p))).toEqual([1.5, 0.327593, 0.094871, 0.048531].map((v) => expect.closeTo(v, 6)));
    expect(path.map((p) => p.w)).toEqual([0, 0.366667, 0.528889, 0.600074].map((v) => expect.closeTo(v, 6)));
    expect(path.map((p) => p.b)).toEqual([0, 0.166667, 0.243333, 0.279889].map((v) => expect.closeTo(v, 6)));
  });

  test("converges just below the stable learning rate and diverges just above", () => {
    const after = (rate: number) => loss(descend(start, rate, 3000).at(-1)!);
    expect(after(0.36)).toBeCloseTo(1 / 36, 3);
    expect(after(0.362)).toBeGreaterThan(1.5);
  });

  test("agrees with automatic differentiation and with central differences", () => {
    const L = (w: tf.Tensor, b: tf.Tensor) => w.mul([1, 2, 3]).add(b).sub([1, 2, 2]).square().mean().div(2);
    for (const at of [start, { w: 0.3, b: -0.7 }, best]) {
      const g = gradient(at), h = 1e-4;
      const [gw, gb] = tf.grads(L)([tf.scalar(at.w), tf.scalar(at.b)]).map((t) => t.dataSync()[0]);
      expect([gw, gb]).toEqual([expect.closeTo(g.w, 5), expect.closeTo(g.b, 5)]);
      expect((loss({ ...at, w: at.w + h }) - loss({ ...at, w: at.w - h })) / (2 * h)).toBeCloseTo(g.w, 8);
    }
  });

  test("has minibatch gradients whose mean is the full gradient", () => {
    const batches = [[0, 1], [0, 2], [1, 2]].map((batch) => gradient(start, batch.map((i) => houses[i]!)));
    expect(batches).toEqual([{ w: -2.5, b: -1.5 }, { w: -3.5, b: -1.5 }, { w: -5, b: -2 }]);
    expect(sum(batches.map((g) => g.w)) / 3).toBeCloseTo(gradient(start).w, 12);
    expect(sum(batches.map((g) => g.b)) / 3).toBeCloseTo(gradient(start).b, 12);
  });
});

describe("the normal density", () => {
  test("has the printed peaks and p(1) = 0.241971", () => {
    const at = (x: number, mu: number, sigma: number) => Math.exp(logNormal(x, mu, sigma));
    expect([at(0, 0, 1), at(0, 0, 2), at(3, 3, 1), at(1, 0, 1)]).toEqual([0.398942, 0.199471, 0.398942, 0.241971].map((v) => expect.closeTo(v, 6)));
    expect(at(0, 0, 0.01)).toBeCloseTo(39.8942, 4);
  });

  test("gives the three houses the likelihoods quoted in the text", () => {
    expect(negativeLogLikelihood(best, 1)).toBeCloseTo(2.840149, 6);
    expect(negativeLogLikelihood(best, 0.5)).toBeCloseTo(1.010707, 6);
    expect(Math.exp(-negativeLogLikelihood(best, 1))).toBeCloseTo(0.0584, 4);
    expect(Math.exp(-negativeLogLikelihood(start, 1))).toBeCloseTo(0.000705, 6);
    expect(Math.exp(negativeLogLikelihood(start, 1) - negativeLogLikelihood(best, 1))).toBeCloseTo(82.8, 0);
  });

  test("makes −log P the loss times n/σ², plus a constant", () => {
    for (const sigma of [0.3, 1, 2]) {
      for (const line of [start, best, { w: -1, b: 0.4 }]) {
        expect(negativeLogLikelihood(line, sigma)).toBeCloseTo(1.5 * Math.log(2 * Math.PI * sigma ** 2) + (3 / sigma ** 2) * loss(line), 10);
      }
    }
  });

  test("has its most likely σ at the root of the mean squared error", () => {
    const at = Math.sqrt(2 * loss(best));
    expect(at).toBeCloseTo(0.236, 3);
    for (const other of [at * 0.98, at * 1.02]) expect(negativeLogLikelihood(best, other)).toBeGreaterThan(negativeLogLikelihood(best, at));
  });

  test("multiplied a thousand times underflows, and overflows when σ is small", () => {
    Math.random = seedrandom("3.1");
    const draws = Array.from(tf.randomNormal([1000]).dataSync());
    const breaksAt = (factors: number[], round: (v: number) => number) => {
      let product = 1;
      return 1 + factors.findIndex((p) => [0, Infinity].includes((product = round(product * p))));
    };
    const wide = draws.map((d) => Math.exp(logNormal(d, 0, 1))), narrow = wide.map((p) => 100 * p);
    const within = (value: number, low: number, high: number) => expect(value > low && value < high, String(value)).toBe(true);
    within(breaksAt(wide, Math.fround), 60, 90);
    within(breaksAt(wide, (v) => v), 480, 580);
    within(breaksAt(narrow, Math.fround), 22, 35);
    within(breaksAt(narrow, (v) => v), 190, 260);
  });
});

test("the closed form recovers w and b from a thousand samples to 0.0015", () => {
  for (const seed of ["a", "b", "c"]) {
    Math.random = seedrandom(seed);
    const features = tf.randomNormal([1000, 2]);
    const labels = features.matMul([[2], [-3.4]]).add(4.2).add(tf.randomNormal([1000, 1], 0, 0.01));
    const X = tf.concat([tf.ones([1000, 1]), features], 1);
    const [Q, R] = tf.linalg.qr(tf.matMul(X, X, true)); // of 3 × 3: of a thousand rows it takes seconds
    const c = tf.matMul(Q, tf.matMul(X, labels, true), true).dataSync(), r = R.arraySync() as number[][];
    const w2 = c[2]! / r[2]![2]!, w1 = (c[1]! - r[1]![2]! * w2) / r[1]![1]!, b = (c[0]! - r[0]![1]! * w1 - r[0]![2]! * w2) / r[0]![0]!;
    expect(Math.max(Math.abs(b - 4.2), Math.abs(w1 - 2), Math.abs(w2 + 3.4))).toBeLessThan(0.0015);
  }
});

describe("the answers", () => {
  test("a shift of δ from the mean costs nδ²", () => {
    const x = [2, 3, 7], cost = (b: number) => sum(x.map((xi) => (xi - b) ** 2));
    expect(cost(4)).toBe(14);
    expect(cost(4.1) - cost(4)).toBeCloseTo(3 * 0.01, 12);
  });

  test("of the lines through two houses, x/2 + 1/2 has the least absolute error, 0.5", () => {
    const absolute = (w: number, b: number) => sum(errors({ w, b }).map(Math.abs));
    expect([absolute(1, 0), absolute(0.5, 0.5), absolute(0, 2)]).toEqual([1, 0.5, 1]);
    expect(absolute(1 / 2, 2 / 3)).toBeCloseTo(2 / 3, 12);
    const grid = (low: number, high: number) => Array.from({ length: 100 * (high - low) + 1 }, (_, k) => low + k / 100);
    const least = Math.min(...grid(-1, 2).map((w) => Math.min(...grid(-1, 3).map((b) => absolute(w, b)))));
    expect(least).toBeCloseTo(0.5, 12);
  });

  test("tfjs takes −1 for the slope of |r| at 0, and sign takes 0", () => {
    expect(tf.grad((r) => r.abs())(tf.scalar(0)).dataSync()[0]).toBe(-1);
    expect(tf.scalar(0).sign().dataSync()[0]).toBe(0);
  });
});

test("a product of tensors is the product of plain loops, which section 3.1.2 times against it", async () => {
  const [A, B] = [tf.randomNormal([20, 20]), tf.randomNormal([20, 20])];
  const [a, b, c] = [await A.array(), await B.array(), await A.matMul(B).array()] as number[][][];
  for (const [i, j] of [[0, 0], [3, 17], [19, 5]] as const) {
    expect(c![i]![j]).toBeCloseTo(sum(a![i]!.map((aik, k) => aik * b![k]![j]!)), 4);
  }
});
