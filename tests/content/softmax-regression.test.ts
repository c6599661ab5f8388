/** What section 3.4 claims in numbers. */
import seedrandom from "seedrandom";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crossEntropy, softmax } from "../../components/figures/softmax.ts";

const { random } = Math;
beforeAll(async () => {
  await tf.setBackend("cpu");
});
afterAll(() => {
  Math.random = random;
});

const scores = [1, 2, 0.5];
const hen = [0, 1, 0];
const annotators = [0.1, 0.2, 0.7];
const numbers = (t: tf.Tensor) => Array.from(t.dataSync());
const near = (expected: readonly number[], digits = 6) => expected.map((v) => expect.closeTo(v, digits));
const delta = (i: number, j: number) => (i === j ? 1 : 0);
const nudged = (o: readonly number[], j: number, h: number) => o.map((v, k) => v + h * delta(k, j));
const uniform = (q: number): number[] => Array(q).fill(1 / q);
const entropy = (P: readonly number[], log = Math.log) => crossEntropy(P, P, log);

/** softmax as the listing writes it, by its definition */
const byDefinition = (o: tf.Tensor) => {
  const exps = o.exp();
  return exps.div(exps.sum(-1, true));
};
const loss = (y: readonly number[]) => (o: tf.Tensor) => byDefinition(o).log().mul(tf.tensor1d([...y])).sum().neg();

describe("softmax", () => {
  test.each([
    [scores, [0.231224, 0.628532, 0.140244]],
    [[1, 2, 3], [0.090031, 0.244728, 0.665241]],
    [[0, Math.log(2), Math.log(3)], [1 / 6, 1 / 3, 1 / 2]],
    [[1, 1], [0.5, 0.5]],
  ])("of %j is %j", (o, expected) => {
    expect(softmax(o)).toEqual(near(expected));
    expect(numbers(byDefinition(tf.tensor1d(o)))).toEqual(near(expected));
  });

  test("does not change when every score moves by the same amount, in either direction", () => {
    for (const c of [-700, -3, 0.1, 100, 700]) expect(softmax(scores.map((o) => o + c))).toEqual(near(softmax(scores), 12));
  });

  test("by its definition gives NaN in float32 once 100 is added, and tf.softmax does not", () => {
    const moved = tf.tensor1d(scores).add(100);
    expect(numbers(byDefinition(moved)).every(Number.isNaN)).toBe(true);
    expect(numbers(tf.softmax(moved))).toEqual(near(softmax(scores), 5));
  });

  test("keeps the order of the scores", () => {
    const draw = seedrandom("order");
    for (let i = 0; i < 100; i++) {
      const o = Array.from({ length: 5 }, () => 10 * draw() - 5);
      const order = (v: readonly number[]) => v.map((_, j) => j).sort((a, b) => v[a]! - v[b]!);
      expect(order(softmax(o))).toEqual(order(o));
    }
  });

  test("of two classes is the logistic function of the difference", () => {
    for (const [a, b] of [[0.3, -1], [2, 5]] as const) expect(softmax([a, b])[0]).toBeCloseTo(1 / (1 + Math.exp(-(a - b))), 12);
  });

  test("of a batch works row by row, and XWᵀ + b agrees with Wx + b", () => {
    const W = tf.tensor2d([[1, 0, -1, 2], [0, 1, 1, -1], [2, -1, 0, 1]]);
    const b = tf.tensor1d([0, 1, -2.5]);
    const X = tf.tensor2d([[1, 0, 2, 1], [0, 1, 0, 1]]);
    const O = X.matMul(W.transpose()).add(b);
    expect(numbers(O)).toEqual([1, 2, 0.5, 2, 1, -2.5]);
    expect(numbers(tf.dot(W, tf.tensor1d([1, 0, 2, 1])).add(b))).toEqual(scores);
    expect(numbers(byDefinition(O).sum(1))).toEqual(near([1, 1]));
  });
});

describe("the Jacobian of softmax", () => {
  const p = softmax(scores);
  const J = scores.map((_, i) => scores.map((_, j) => p[i]! * (delta(i, j) - p[j]!)));

  test("agrees with central differences", () => {
    const h = 1e-5;
    scores.forEach((_, j) => {
      const [up, down] = [softmax(nudged(scores, j, h)), softmax(nudged(scores, j, -h))];
      expect(up.map((v, i) => (v - down[i]!) / (2 * h))).toEqual(near(J.map((row) => row[j]!), 9));
    });
  });

  test("is symmetric, and every row and column adds up to 0", () => {
    J.forEach((row, i) => {
      expect(row.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 12);
      expect(row).toEqual(near(J.map((other) => other[i]!), 12));
    });
  });

  test("is the covariance of the one-hot vector it draws", () => {
    const mean = scores.map((_, i) => p.reduce((sum, share, k) => sum + share * delta(i, k), 0));
    const covariance = scores.map((_, i) => scores.map((_, j) => p.reduce((sum, share, k) => sum + share * (delta(i, k) - mean[i]!) * (delta(j, k) - mean[j]!), 0)));
    covariance.forEach((row, i) => expect(row).toEqual(near(J[i]!, 12)));
  });

  test("is not what a nested tf.grad of log Σ exp gives: that loses the diagonal, in silence", () => {
    const gradient = tf.grad((o: tf.Tensor) => o.exp().sum().log());
    const row = tf.grad((o: tf.Tensor) => gradient(o).gather([1]).sum())(tf.tensor1d(scores));
    expect(numbers(row)).toEqual(near(p.map((share) => -share * p[1]!)));
  });
});

describe("the gradient of cross-entropy with respect to the scores", () => {
  test.each([
    ["a hard label", hen, [0.231224, -0.371468, 0.140244]],
    ["a soft label", annotators, [0.131224, 0.428532, -0.559756]],
  ])("is ŷ − y for %s", (_, y, expected) => {
    const p = softmax(scores);
    expect(p.map((share, j) => share - y[j]!)).toEqual(near(expected));
    expect(numbers(tf.grad(loss(y))(tf.tensor1d(scores)))).toEqual(near(expected));
    const h = 1e-5;
    const slope = (j: number) => (crossEntropy(y, softmax(nudged(scores, j, h))) - crossEntropy(y, softmax(nudged(scores, j, -h)))) / (2 * h);
    expect(scores.map((_, j) => slope(j))).toEqual(near(expected));
  });

  test("adds up to 0 and has components between −1 and 1", () => {
    const draw = seedrandom("gradient");
    for (let i = 0; i < 50; i++) {
      const g = softmax(Array.from({ length: 4 }, () => 20 * draw() - 10)).map((share, j) => share - delta(j, i % 4));
      expect(g.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 12);
      expect(Math.max(...g.map(Math.abs))).toBeLessThan(1);
    }
  });

  test("carries over to the parameters as Xᵀ(Ŷ − Y)/m and the mean of the rows", () => {
    Math.random = seedrandom("parameters");
    const [X, W, b] = [tf.randomNormal([6, 4]), tf.variable(tf.randomNormal([4, 3])), tf.variable(tf.randomNormal([1, 3]))];
    const labels = [hen, annotators, [1, 0, 0], [0, 0, 1], [0, 1, 0], [0.5, 0.5, 0]];
    const Y = tf.tensor2d(labels);
    const probabilities = () => byDefinition(X.matMul(W).add(b));
    const { grads } = tf.variableGrads(() => Y.mul(probabilities().log()).sum().div(-6), [W, b]);
    const excess = probabilities().sub(Y);
    expect(numbers(grads[W.name]!)).toEqual(near(numbers(X.transpose().matMul(excess).div(6)), 5));
    expect(numbers(grads[b.name]!)).toEqual(near(numbers(excess.mean(0)), 5));
    expect(grads[W.name]!.shape).toEqual([4, 3]);
  });

  test("keeps its strength however wrong the scores are, where that of the squared error dies", () => {
    const squared = (o: tf.Tensor) => byDefinition(o).sub(tf.tensor1d(hen)).square().sum().div(2);
    const onHen = (f: (o: tf.Tensor) => tf.Tensor, cat: number) => numbers(tf.grad(f)(tf.tensor1d([cat, 0, 0])))[1]!;
    expect(onHen(loss(hen), 20)).toBeCloseTo(-1, 5);
    expect(Math.abs(onHen(squared, 20))).toBeLessThan(1e-7);
    expect(onHen(squared, 0)).toBeCloseTo(-2 / 9, 5);
  });
});

describe("the loss", () => {
  test("of the example is 0.464, of a blind guess log q", () => {
    expect(crossEntropy(hen, softmax(scores))).toBeCloseTo(0.464369, 6);
    expect(crossEntropy(hen, uniform(3))).toBeCloseTo(1.098612, 6);
    expect(crossEntropy([1, ...Array(9).fill(0)], uniform(10))).toBeCloseTo(2.302585, 6);
  });

  test("is infinite when the true class gets probability 0", () => {
    expect(crossEntropy(hen, [1, 0, 0])).toBe(Infinity);
  });

  test("of one who says 0.99 and is right four times in five is 0.93, of one who says 0.8 it is 0.50", () => {
    expect(crossEntropy([0.8, 0.2], [0.99, 0.01])).toBeCloseTo(0.929, 3);
    expect(crossEntropy([0.8, 0.2], [0.8, 0.2])).toBeCloseTo(0.5004, 4);
  });
});

describe("entropy", () => {
  test.each([
    [[1, 0], 0],
    [uniform(2), 1],
    [uniform(3), 1.584963],
    [uniform(4), 2],
    [uniform(10), 3.321928],
    [[0.5, 0.25, 0.25], 1.5],
    [[0.7, 0.2, 0.1], 1.15678],
    [[0.9, 0.1], 0.468996],
  ])("of %j is %f bits, and nats times 1.4427 are bits", (P, bits) => {
    expect(entropy(P, Math.log2)).toBeCloseTo(bits, 6);
    expect(entropy(P) / Math.LN2).toBeCloseTo(bits, 6);
    expect(1 / Math.LN2).toBeCloseTo(1.4427, 4);
  });

  test("of two independent outcomes is the sum of theirs; ten tosses of a fair coin take 10 bits", () => {
    const [P, Q] = [[0.7, 0.2, 0.1], [0.9, 0.1]];
    expect(entropy(P.flatMap((p) => Q.map((q) => p * q)))).toBeCloseTo(entropy(P) + entropy(Q), 12);
    expect(-Math.log2(0.5 ** 10)).toBe(10);
  });

  test("lies between 0 and log q", () => {
    const draw = seedrandom("entropy");
    for (let i = 0; i < 50; i++) {
      const P = softmax(Array.from({ length: 5 }, () => 8 * draw()));
      expect(entropy(P)).toBeGreaterThan(0);
      expect(entropy(P)).toBeLessThanOrEqual(Math.log(5) + 1e-12);
    }
  });
});

describe("cross-entropy", () => {
  const [P, Q] = [[0.7, 0.2, 0.1], [0.1, 0.2, 0.7]];

  test("of the example is 1.969365 = 0.801819 + 1.167546 nats", () => {
    expect(crossEntropy(P, Q)).toBeCloseTo(1.969365, 6);
    expect(entropy(P)).toBeCloseTo(0.801819, 6);
    expect(P.reduce((sum, p, j) => sum + p * Math.log(p / Q[j]!), 0)).toBeCloseTo(1.167546, 6);
  });

  test("with P held fixed is lowest at Q = P; with Q held fixed it is not", () => {
    const draw = seedrandom("kl");
    for (let i = 0; i < 50; i++) expect(crossEntropy(P, softmax([draw(), 3 * draw(), draw()]))).toBeGreaterThanOrEqual(entropy(P));
    expect(crossEntropy([1, 0, 0], P)).toBeCloseTo(0.356675, 6);
  });

  test("is not symmetric", () => {
    expect(crossEntropy([0.5, 0.5], [0.9, 0.1])).not.toBeCloseTo(crossEntropy([0.9, 0.1], [0.5, 0.5]), 2);
  });
});

describe("what a fully connected layer costs", () => {
  const phm = (d: number, q: number, n: number) => (d * q) / n + n ** 3;

  test("is dq + q: 7850 for the clothes, 25 650 000 for the words", () => {
    expect(784 * 10 + 10).toBe(7850);
    expect(512 * 50_000 + 50_000).toBe(25_650_000);
    expect((25_650_000 * 4) / 2 ** 20).toBeCloseTo(98, 0);
  });

  test("is dq/n + n³ for a sum of Kronecker products", () => {
    expect([4, 16].map((n) => phm(1024, 1024, n))).toEqual([262_208, 69_632]);
    expect([4, 16].map((n) => (100 * phm(1024, 1024, n)) / 1024 ** 2)).toEqual(near([25, 6.6], 1));
  });
});

describe("three equally likely classes", () => {
  /** average length of a Huffman code for N equally likely outcomes, by the formula of the answer */
  const huffman = (N: number) => {
    const k = Math.ceil(Math.log2(N));
    return k - (2 ** k - N) / N;
  };
  /** the same by merging the two smallest */
  const merged = (N: number) => {
    const left: number[] = Array(N).fill(1);
    let bits = 0;
    while (left.length > 1) {
      left.sort((a, b) => b - a);
      const both = left.pop()! + left.pop()!;
      bits += both;
      left.push(both);
    }
    return bits / N;
  };

  test.each([[1, 5 / 3], [2, 29 / 18], [3, 130 / 81]])("take, %i together, %f bits each", (n, expected) => {
    expect(huffman(3 ** n) / n).toBeCloseTo(expected, 12);
    expect(merged(3 ** n) / n).toBeCloseTo(expected, 12);
  });

  test("take 8/5 bits each when five share eight bits, which is 0.9 % above the entropy", () => {
    expect(Math.ceil(Math.log2(3 ** 5)) / 5).toBe(8 / 5);
    const above = [2, 5 / 3, 29 / 18, 130 / 81, 8 / 5].map((bits) => 100 * (bits / Math.log2(3) - 1));
    expect(above).toEqual(near([26.2, 5.2, 1.6, 1.3, 0.9], 1));
  });
});

describe("the real softmax", () => {
  const logSumExp = (o: number[]) => numbers(tf.logSumExp(tf.tensor1d(o)))[0]!;

  test("has softmax as its gradient", () => {
    expect(numbers(tf.grad((o: tf.Tensor) => tf.logSumExp(o))(tf.tensor1d(scores)))).toEqual(near(softmax(scores)));
  });

  test("merges two at a time", () => {
    expect(logSumExp([logSumExp([1, 2]), 0.5])).toBeCloseTo(logSumExp(scores), 5);
  });

  test("turned upside down lies below the minimum, by at most log q / λ", () => {
    for (const lambda of [0.5, 1, 4]) {
      const softMin = -logSumExp(scores.map((o) => -lambda * o)) / lambda;
      expect(softMin).toBeLessThan(0.5);
      expect(softMin).toBeGreaterThanOrEqual(0.5 - Math.log(3) / lambda);
    }
  });
});
