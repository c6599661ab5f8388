/** What section 3.2 claims in numbers. */
import seedrandom from "seedrandom";
import * as tf from "@tensorflow/tfjs";
import { linreg, sgd, squaredLoss, syntheticData } from "d2l";
import { afterAll, beforeAll, expect, test } from "vitest";

const { random } = Math;
beforeAll(async () => {
  await tf.setBackend("cpu");
});
afterAll(() => {
  Math.random = random;
});

const trueW = tf.tensor2d([2, -3.4], [2, 1]);
const numbers = (t: tf.Tensor) => Array.from(t.dataSync());
const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

function data(seed: number, n = 1000) {
  Math.random = seedrandom(`3.2/${seed}`);
  return syntheticData(trueW, 4.2, n) as [tf.Tensor2D, tf.Tensor2D];
}

/** Minibatch SGD as section 3.2.7 runs it; the loss on all data after each epoch. */
function train(X: tf.Tensor2D, y: tf.Tensor2D, { lr = 0.03, epochs = 3 } = {}) {
  const [w, b] = [tf.variable(tf.zeros([2, 1])), tf.variable(tf.zeros([1]))];
  const losses = Array.from({ length: epochs }, () => {
    const indices = Array.from(tf.util.createShuffledIndices(X.shape[0]));
    for (let i = 0; i < indices.length; i += 10) {
      tf.tidy(() => {
        const batch = indices.slice(i, i + 10);
        const { grads } = tf.variableGrads(() => squaredLoss(linreg(X.gather(batch), w, b), y.gather(batch)).sum(), [w, b]);
        sgd([w, b], grads, lr, batch.length);
      });
    }
    return squaredLoss(linreg(X, w, b), y).mean().dataSync()[0]!;
  });
  return { losses, w: numbers(w), b: numbers(b)[0]! };
}

test("features have shape [n, 2], labels [n, 1], and the noise has standard deviation 0.01", () => {
  const [X, y] = data(1);
  expect([X.shape, y.shape]).toEqual([[1000, 2], [1000, 1]]);
  const noise = numbers(y.sub(linreg(X, trueW, tf.scalar(4.2))));
  expect(Math.sqrt(mean(noise.map((e) => e * e)))).toBeCloseTo(0.01, 3);
});

test("a seed of 0 is none, and one seed for features and noise makes the noise a small copy of the features", () => {
  const draw = (std: number, seed: number) => numbers(tf.randomNormal([50], 0, std, "float32", seed));
  expect(draw(1, 0)).not.toEqual(draw(1, 0));
  expect(draw(1, 7)).toEqual(draw(1, 7));
  const features = draw(1, 7);
  draw(0.01, 7).forEach((e, i) => expect(e).toBeCloseTo(0.01 * features[i]!, 7));
});

test("without a list of variables, variableGrads differentiates with respect to every one there is", () => {
  const [mine, other] = [tf.variable(tf.scalar(2)), tf.variable(tf.scalar(3))];
  const f = () => mine.mul(other).asScalar();
  expect(Object.keys(tf.variableGrads(f).grads)).toEqual(expect.arrayContaining([mine.name, other.name]));
  expect(Object.keys(tf.variableGrads(f, [mine]).grads)).toEqual([mine.name]);
});

test("the second feature correlates with the label at −0.86, the first at 0.51", () => {
  const [X, y] = data(2, 10_000);
  const [x1, x2] = tf.unstack(X, 1).map(numbers) as [number[], number[]];
  const target = numbers(y);
  const centre = (v: number[], m = mean(v)) => v.map((e) => e - m);
  const correlation = (a: number[], b: number[]) => {
    const [u, v] = [centre(a), centre(b)];
    return mean(u.map((e, i) => e * v[i]!)) / Math.sqrt(mean(u.map((e) => e * e)) * mean(v.map((e) => e * e)));
  };
  expect(correlation(x2, target)).toBeCloseTo(-3.4 / Math.hypot(2, 3.4), 1);
  expect(correlation(x1, target)).toBeCloseTo(2 / Math.hypot(2, 3.4), 1);
});

test("squaredLoss keeps one number a sample, whatever shape the labels come in", () => {
  const yHat = tf.tensor2d([1, 2, 3], [3, 1]);
  expect(squaredLoss(yHat, tf.tensor1d([0, 2, 5])).shape).toEqual([3, 1]);
  expect(numbers(squaredLoss(yHat, tf.tensor1d([0, 2, 5])))).toEqual([0.5, 0, 2]);
});

test("ten right guesses, subtracted as a column from a row, cost 99/12", () => {
  const truth = tf.range(0, 10);
  const diff = truth.reshape([10, 1]).sub(truth);
  expect(diff.shape).toEqual([10, 10]);
  expect(numbers(diff.square().div(2).mean())[0]).toBeCloseTo(99 / 12, 5);
});

test("the loss of all pairs is half the two variances and half the squared difference of the means", () => {
  Math.random = seedrandom("pairs");
  const [a, b] = [tf.randomNormal([7]), tf.randomNormal([7])].map(numbers) as [number[], number[]];
  const variance = (v: number[]) => mean(v.map((e) => (e - mean(v)) ** 2));
  const pairs = mean(a.flatMap((p) => b.map((q) => (p - q) ** 2 / 2)));
  expect(pairs).toBeCloseTo((variance(a) + variance(b) + (mean(a) - mean(b)) ** 2) / 2, 6);
});

test("the gradient of the summed loss is Xᵀ(ŷ − y), by automatic and by central differences", () => {
  const [X, y] = data(3, 50);
  const [w, b] = [tf.variable(tf.tensor2d([0.3, -0.2], [2, 1])), tf.variable(tf.tensor1d([0.1]))];
  const { grads } = tf.variableGrads(() => squaredLoss(linreg(X, w, b), y).sum(), [w, b]);
  const residual = linreg(X, w, b).sub(y);
  const byHand = numbers(X.transpose().matMul(residual));
  numbers(grads[w.name]!).forEach((g, i) => expect(g / byHand[i]!).toBeCloseTo(1, 5));
  expect(numbers(grads[b.name]!)[0]! / numbers(residual.sum())[0]!).toBeCloseTo(1, 5);
  // in float64, with plain numbers
  const rows = X.arraySync();
  const target = numbers(y);
  const total = (w1: number, w2: number, c: number) => rows.reduce((sum, row, i) => sum + (row[0]! * w1 + row[1]! * w2 + c - target[i]!) ** 2 / 2, 0);
  const h = 1e-5;
  expect((total(0.3 + h, -0.2, 0.1) - total(0.3 - h, -0.2, 0.1)) / (2 * h) / byHand[0]!).toBeCloseTo(1, 4);
});

test("on this data the mean gradient is about the parameters minus the true ones", () => {
  const [X, y] = data(4, 50_000);
  const residual = linreg(X, tf.zeros([2, 1]), tf.zeros([1])).sub(y);
  const [g1, g2] = numbers(X.transpose().matMul(residual).div(50_000)) as [number, number];
  expect(Math.abs(g1 + 2)).toBeLessThan(0.1);
  expect(Math.abs(g2 - 3.4)).toBeLessThan(0.1);
  expect(Math.abs(numbers(residual.mean())[0]! + 4.2)).toBeLessThan(0.1);
});

test("a step moves each parameter by −η/|B| times its gradient", () => {
  const p = tf.variable(tf.tensor1d([1, 2]));
  sgd([p], { [p.name]: tf.tensor1d([10, -20]) }, 0.5, 10);
  expect(numbers(p)).toEqual([0.5, 3]);
});

test("a step leaves seven tensors behind, and none within tidy", () => {
  const [X, y] = data(5, 20);
  const [w, b] = [tf.variable(tf.zeros([2, 1])), tf.variable(tf.zeros([1]))];
  const step = () => sgd([w, b], tf.variableGrads(() => squaredLoss(linreg(X, w, b), y).sum(), [w, b]).grads, 0.03, 20);
  const count = (f: () => void) => {
    const before = tf.memory().numTensors;
    f();
    return tf.memory().numTensors - before;
  };
  expect(count(step)).toBe(7);
  expect(count(() => tf.tidy(step))).toBe(0);
});

test("three epochs bring the loss to the noise floor, for every one of ten seeds", () => {
  expect(0.5 * (2 ** 2 + 3.4 ** 2 + 4.2 ** 2)).toBeCloseTo(16.6, 1);
  expect(16.6 * 0.97 ** 200).toBeCloseTo(0.0375, 3);
  for (let seed = 0; seed < 10; seed++) {
    const { losses, w, b } = train(...data(seed));
    expect(losses[0]).toBeGreaterThan(0.02);
    expect(losses[0]).toBeLessThan(0.06);
    expect(losses[2]).toBeGreaterThan(4e-5);
    expect(losses[2]).toBeLessThan(7e-5);
    expect(Math.max(Math.abs(w[0]! - 2), Math.abs(w[1]! + 3.4), Math.abs(b - 4.2))).toBeLessThan(0.005);
  }
});

test("a learning rate of 2 blows up, one of 0.1 needs a single epoch", () => {
  const [X, y] = data(1);
  expect(train(X, y, { lr: 2, epochs: 1 }).losses[0]).toBeGreaterThan(1e3);
  expect(train(X, y, { lr: 0.1, epochs: 1 }).losses[0]).toBeLessThan(7e-5);
});

test("a batch of ten has E[Ĥ²] = 1.4 along a feature", () => {
  Math.random = seedrandom("hessian");
  const [x1, x2] = [numbers(tf.randomNormal([200_000])), numbers(tf.randomNormal([200_000]))];
  const fourth = mean(x1.map((v, i) => (v ** 2 + x2[i]! ** 2 + 1) * v ** 2));
  expect(fourth).toBeGreaterThan(4.9);
  expect(fourth).toBeLessThan(5.1);
  expect(5 / 10 + (1 - 1 / 10)).toBeCloseTo(1.4, 10);
});

test("at (0, 0) of a network with two zero layers every gradient is zero", () => {
  const [X, y] = data(6, 20);
  const [W1, w2] = [tf.variable(tf.zeros([2, 3])), tf.variable(tf.zeros([3, 1]))];
  const { grads } = tf.variableGrads(() => squaredLoss(X.matMul(W1).matMul(w2), y).sum(), [W1, w2]);
  expect([...numbers(grads[W1.name]!), ...numbers(grads[w2.name]!)].every((g) => g === 0)).toBe(true);
});
