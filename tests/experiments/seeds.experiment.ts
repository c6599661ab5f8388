/** What other random numbers would have given: the ranges that sections 3.6 and 3.7 quote beside the one run they show. */
import * as tf from "@tensorflow/tfjs";
import { dataLoader, evaluateAccuracy, trainEpochCh3, type Loss, type Updater } from "d2l";
import { FashionMNIST } from "datasets";
import { beforeAll, expect, test } from "vitest";
import { seedRandom } from "../../src/kernel/seed.ts";
import { mean, Model, prepare, rounded, save, spread } from "./fashion.ts";

let train: FashionMNIST;
let testSet: FashionMNIST;

beforeAll(async () => {
  await prepare();
  train = await FashionMNIST.load({ train: true });
  testSet = await FashionMNIST.load({ train: false });
}, 60_000);

/** Share of each class that the model recognises. */
function recalls(model: Model): number[] {
  const hits = Array<number>(10).fill(0);
  for (const [X, y] of dataLoader(testSet, 1000, false)) {
    const guesses = tf.tidy(() => model.net(X!).argMax(1).dataSync());
    y!.dataSync().forEach((truth, i) => (hits[truth]! += Number(guesses[i] === truth)));
  }
  return hits.map((count) => count / 1000); // the test set holds a thousand of each
}

test("twenty seeds, ten epochs with the book's own loop", async () => {
  const loss: Loss = (logits, y) => tf.losses.softmaxCrossEntropy(tf.oneHot(y, 10), logits, undefined, 0, tf.Reduction.NONE);
  const trainer = tf.train.sgd(0.1);
  const updater: Updater = (l) => {
    trainer.minimize(() => l().mean());
  };
  const runs = Array.from({ length: 20 }, (_, seed) => {
    seedRandom(seed, "seeds");
    const model = new Model();
    const rows = Array.from({ length: 10 }, () => {
      const [trainLoss, trainAcc] = trainEpochCh3(model.net, dataLoader(train, 256, true), loss, updater) as [number, number];
      return { trainLoss, trainAcc, testAcc: evaluateAccuracy(model.net, dataLoader(testSet, 256, false)) };
    });
    const run = { rows, recalls: recalls(model) };
    model.dispose();
    return run;
  });
  const after = (epoch: number) => {
    const rows = runs.map((run) => run.rows[epoch - 1]!);
    return {
      trainLoss: spread(rows.map((row) => row.trainLoss)),
      trainAcc: spread(rows.map((row) => row.trainAcc)),
      testAcc: spread(rows.map((row) => row.testAcc)),
    };
  };
  await save("seeds", {
    runs: runs.length,
    first: after(1),
    last: after(10),
    recalls: Array.from({ length: 10 }, (_, c) => spread(runs.map((run) => run.recalls[c]!))),
  });
  expect(after(10).trainLoss.high - after(10).trainLoss.low).toBeLessThan(0.005);
});

test("three hundred untrained models", async () => {
  const accuracies = Array.from({ length: 300 }, (_, seed) => {
    seedRandom(seed, "untrained");
    const model = new Model();
    const accuracy = evaluateAccuracy(model.net, dataLoader(testSet, 1000, false));
    model.dispose();
    return accuracy;
  });
  await save("untrained", { runs: accuracies.length, ...spread(accuracies) });
  expect(Math.abs(mean(accuracies) - 0.1)).toBeLessThan(0.01);
});

/** Largest eigenvalue of the average of a·aᵀ over the training set, a the pixels less `centre` and a 1 for the bias: power iteration. */
function largestEigenvalue(centre: tf.Tensor): number {
  let v = tf.ones([785, 1]);
  let value = 0;
  for (let step = 0; step < 30; step++) {
    let sum: tf.Tensor = tf.zeros([785, 1]);
    for (const [X] of dataLoader(train, 1000, false)) {
      sum = tf.tidy(() => {
        const a = tf.concat([X!.reshape([-1, 784]).sub(centre), tf.ones([X!.shape[0]!, 1])], 1);
        return sum.add(tf.matMul(a, a.matMul(v as tf.Tensor2D), true).div(train.length));
      });
    }
    value = sum.norm().dataSync()[0]!;
    v = sum.div(value);
  }
  return value;
}

test("how the loss bends along the average image", async () => {
  let average: tf.Tensor = tf.zeros([784]);
  for (const [X] of dataLoader(train, 1000, false)) average = tf.tidy(() => average.add(X!.reshape([-1, 784]).sum(0).div(train.length)));
  const [raw, centred] = [largestEigenvalue(tf.zeros([784])), largestEigenvalue(average)];
  // at the origin all ten probabilities are equal: the Hessian of the loss in the logits has the largest eigenvalue 1/10
  await save("curvature", { raw: rounded(raw), centred: rounded(centred), steepest: rounded(raw / 10), stable: rounded(20 / raw) });
  expect(raw / centred).toBeGreaterThan(3);
});
