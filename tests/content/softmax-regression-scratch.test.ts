/** What sections 3.5 to 3.7 claim in numbers. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { FashionMNIST } from "datasets";
import { beforeAll, expect, test } from "vitest";
import { provide } from "../../src/datasets/environment.ts";

let data: FashionMNIST;

beforeAll(async () => {
  await tf.setBackend("cpu");
  const root = "https://course.invalid/";
  provide({ root, progress: false, fetch: async (url) => new Response(await readFile(join("public", String(url).slice(root.length)))) });
  data = await FashionMNIST.load({ train: true, first: 10_000 });
}, 30_000);

/** Largest eigenvalue of the average of a·aᵀ, a the pixels less `centre` and a 1 for the bias, by power iteration. */
function largest(centre: (p: number) => number): number {
  const rows = Array.from({ length: 2000 }, (_, i) => Float64Array.from({ length: 785 }, (_, p) => (p === 784 ? 1 : data.images[784 * i + p]! / 255 - centre(p))));
  let v = new Float64Array(785).fill(1);
  let value = 0;
  for (let step = 0; step < 30; step++) {
    const next = new Float64Array(785);
    for (const row of rows) {
      let product = 0;
      for (let p = 0; p < 785; p++) product += row[p]! * v[p]!;
      for (let p = 0; p < 785; p++) next[p]! += (product * row[p]!) / rows.length;
    }
    value = Math.hypot(...next);
    v = next.map((x) => x / value);
  }
  return value;
}

test("the largest eigenvalue is about 111, and about 20 when the average image is taken away", () => {
  const mean = Float64Array.from({ length: 784 }, (_, p) => {
    let sum = 0;
    for (let i = 0; i < 2000; i++) sum += data.images[784 * i + p]! / 255;
    return sum / 2000;
  });
  expect(Math.abs(largest(() => 0) - 111)).toBeLessThan(3);
  expect(Math.abs(largest((p) => mean[p]!) - 20)).toBeLessThan(2);
});

test("at equal probabilities the Hessian of the loss in the logits has the largest eigenvalue 1/10", () => {
  const H = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => (i === j ? 0.1 : 0) - 0.01));
  const v = Array.from({ length: 10 }, (_, i) => (i === 0 ? 1 : i === 1 ? -1 : 0)); // any direction across (1, …, 1)
  H.forEach((row, i) => expect(row.reduce((sum, h, j) => sum + h * v[j]!, 0)).toBeCloseTo(0.1 * v[i]!, 12));
});

test("the largest score and what is left of log Σ exp without it add up to log Σ exp, and the rest lies between 0 and log q", () => {
  for (const o of [[1, 2, 0.5], [3, 3, 3], [-40, 12, 11.5, 0]]) {
    const m = Math.max(...o);
    const rest = Math.log(o.reduce((sum, score) => sum + Math.exp(score - m), 0));
    expect(m + rest).toBeCloseTo(Math.log(o.reduce((sum, score) => sum + Math.exp(score), 0)), 12);
    expect(rest).toBeGreaterThanOrEqual(0);
    expect(rest).toBeLessThanOrEqual(Math.log(o.length) + 1e-12);
  }
});

test("softmax used twice cannot bring the loss of ten classes below 1.461", () => {
  expect(-Math.log(Math.E / (Math.E + 9))).toBeCloseTo(1.461, 3);
});

test("permuting the features permutes the rows of W and nothing else", () => {
  const [X, W] = [tf.randomNormal([5, 8]), tf.randomNormal([8, 3])];
  const order = Array.from(tf.util.createShuffledIndices(8));
  const difference = X.gather(order, 1).matMul(W.gather(order)).sub(X.matMul(W)).abs().max().dataSync()[0]!;
  expect(difference).toBeLessThan(1e-5);
});

test.each([
  [false, false, [0, 0.5, 1, 1]],
  [false, true, [0, 0.25, 0.75, 1]],
])("a row [0, 1] made four pixels wide, alignCorners %s, halfPixelCenters %s", (align, half, expected) => {
  const wide = tf.image.resizeBilinear(tf.tensor([0, 1, 0, 1], [2, 2, 1]) as tf.Tensor3D, [4, 4], align, half);
  const row = Array.from(wide.dataSync()).slice(0, 4);
  row.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 6));
});
