/** What section 3.3 claims in numbers. */
import seedrandom from "seedrandom";
import * as tf from "@tensorflow/tfjs";
import { loadArray, squaredLoss, syntheticData } from "d2l";
import { afterAll, beforeAll, expect, test } from "vitest";

const { random } = Math;
beforeAll(async () => {
  await tf.setBackend("cpu");
});
afterAll(() => {
  Math.random = random;
});

const numbers = (t: tf.Tensor) => Array.from(t.dataSync());

function data(seed: number, n = 1000) {
  Math.random = seedrandom(`3.3/${seed}`);
  return syntheticData(tf.tensor2d([2, -3.4], [2, 1]), 4.2, n) as [tf.Tensor2D, tf.Tensor2D];
}

function layer() {
  const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  net.setWeights([tf.randomNormal([2, 1], 0, 0.01), tf.zeros([1])]);
  return net;
}

test("an epoch of loadArray brings every sample once and keeps the short last batch", () => {
  const rows = tf.range(0, 25).reshape([25, 1]);
  const seen = (isTrain: boolean) => {
    const batches: number[][] = [];
    for (const [X, y] of loadArray([rows, rows], 10, isTrain)) {
      expect(numbers(X)).toEqual(numbers(y));
      batches.push(numbers(X));
    }
    return batches;
  };
  expect(seen(true).map((batch) => batch.length)).toEqual([10, 10, 5]);
  expect(seen(true).flat().sort((a, b) => a - b)).toEqual(numbers(rows));
  expect(seen(true).flat()).not.toEqual(seen(true).flat());
  expect(seen(false).flat()).toEqual(numbers(rows));
});

test("loadArray takes every batch back when the next is asked for", () => {
  const [X, y] = data(1, 40);
  const before = tf.memory().numTensors;
  for (const batch of loadArray([X, y], 10)) expect(batch[0]!.isDisposed).toBe(false);
  expect(tf.memory().numTensors).toBe(before);
});

test("the mean squared error is twice the mean of squaredLoss, and so is its gradient", () => {
  const [observed, predicted] = [tf.tensor1d([2, 1]), tf.tensor1d([2.5, 0])];
  expect(numbers(squaredLoss(predicted, observed).mean())[0]).toBeCloseTo(0.3125, 6);
  expect(numbers(tf.losses.meanSquaredError(observed, predicted))[0]).toBeCloseTo(0.625, 6);
  const ours = numbers(tf.grad((p) => squaredLoss(p, observed).mean())(predicted));
  const theirs = numbers(tf.grad((p) => tf.losses.meanSquaredError(observed, p).asScalar())(predicted));
  ours.forEach((g, i) => expect(theirs[i]).toBeCloseTo(2 * g, 6));
});

test("randomNormal with stddev 0 draws with 0.05", () => {
  const spread = numbers(tf.moments(tf.initializers.randomNormal({ stddev: 0 }).apply([10_000])).variance.sqrt())[0];
  expect(spread).toBeGreaterThan(0.047);
  expect(spread).toBeLessThan(0.053);
});

test("minimize leaves no tensor behind", () => {
  const [X, y] = data(2, 20);
  const net = layer();
  const optimizer = tf.train.sgd(0.03);
  const step = () => void optimizer.minimize(() => tf.losses.meanSquaredError(y, net.apply(X) as tf.Tensor));
  step();
  const before = tf.memory().numTensors;
  step();
  expect(tf.memory().numTensors).toBe(before);
});

test("three epochs bring the mean squared error to 1e-4, for every one of ten seeds", () => {
  for (let seed = 0; seed < 10; seed++) {
    const [X, y] = data(seed);
    const net = layer();
    const optimizer = tf.train.sgd(0.03);
    for (let epoch = 0; epoch < 3; epoch++) {
      for (const [xs, ys] of loadArray([X, y], 10)) optimizer.minimize(() => tf.losses.meanSquaredError(ys, net.apply(xs) as tf.Tensor));
    }
    const loss = numbers(tf.losses.meanSquaredError(y, net.apply(X) as tf.Tensor))[0];
    expect(loss).toBeGreaterThan(8e-5);
    expect(loss).toBeLessThan(1.3e-4);
    const [w, b] = net.getWeights().map(numbers) as [number[], number[]];
    expect(Math.max(Math.abs(w[0]! - 2), Math.abs(w[1]! + 3.4), Math.abs(b[0]! - 4.2))).toBeLessThan(0.005);
  }
});

test("the book's Huber loss is tfjs's divided by σ, with the derivative r/σ cut off at ±1", () => {
  const r = tf.linspace(-4, 4, 81);
  for (const sigma of [0.3, 1, 2.5]) {
    const ours = numbers(r).map((v) => (Math.abs(v) > sigma ? Math.abs(v) - sigma / 2 : v ** 2 / (2 * sigma)));
    const loss = (p: tf.Tensor) => tf.losses.huberLoss(p.zerosLike(), p, undefined, sigma, tf.Reduction.NONE).div(sigma);
    numbers(loss(r)).forEach((v, i) => expect(v).toBeCloseTo(ours[i]!, 5));
    const slopes = numbers(tf.grad((p) => loss(p).sum())(r));
    numbers(r).forEach((v, i) => expect(slopes[i]).toBeCloseTo(Math.max(-1, Math.min(1, v / sigma)), 4));
  }
});

test("summing instead of averaging a batch asks for a learning rate smaller by the batch size", () => {
  const [X, y] = data(3, 10);
  const step = (reduction: tf.Reduction, lr: number) => {
    const w = tf.variable(tf.zeros([2, 1]));
    tf.train.sgd(lr).minimize(() => tf.losses.meanSquaredError(y, X.matMul(w), undefined, reduction), false, [w]);
    return numbers(w);
  };
  const [sum, mean] = [step(tf.Reduction.SUM, 0.003), step(tf.Reduction.MEAN, 0.03)];
  sum.forEach((v, i) => expect(v).toBeCloseTo(mean[i]!, 5));
});
