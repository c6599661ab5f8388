/** What figures of sections 3.6 and 3.7 show: runs too long for a listing, saved beside the section. */
import * as tf from "@tensorflow/tfjs";
import { dataLoader, evaluateAccuracy } from "d2l";
import { FashionMNIST } from "datasets";
import { beforeAll, expect, test } from "vitest";
import { seedRandom } from "../../src/kernel/seed.ts";
import { mean, Model, prepare, rounded, save } from "./fashion.ts";

let train: FashionMNIST;
let testSet: FashionMNIST;

beforeAll(async () => {
  await prepare();
  train = await FashionMNIST.load({ train: true });
  testSet = await FashionMNIST.load({ train: false });
}, 60_000);

test("a thousand images are learnt by heart in three hundred epochs", async () => {
  const few = await FashionMNIST.load({ train: true, first: 1000 });
  const held = await FashionMNIST.load({ train: false, first: 2000 });
  const run = (decay: number) => {
    seedRandom(0, `overfitting/${decay}`);
    const model = new Model();
    const rows = [];
    for (let epoch = 1; epoch <= 300; epoch++) {
      model.epoch(dataLoader(few, 32, true), 0.05, decay);
      const [on, off] = [model.measure(dataLoader(few, 500, false)), model.measure(dataLoader(held, 500, false))];
      rows.push([on.loss, on.accuracy, off.loss, off.accuracy].map((value) => rounded(value)));
    }
    return rows;
  };
  const [plain, decayed] = [run(0), run(0.01)];
  const losses = plain.map((row) => row[2]!);
  const best = losses.indexOf(Math.min(...losses)) + 1;
  const at = (row: number[]) => ({ trainLoss: row[0], trainAcc: row[1], testLoss: row[2], testAcc: row[3] });
  await save("overfitting", {
    columns: ["trainLoss", "trainAcc", "testLoss", "testAcc"],
    plain,
    decayed,
    best: { epoch: best, ...at(plain[best - 1]!) },
    last: at(plain[299]!),
    lastDecayed: at(decayed[299]!),
  });
  expect(best).toBeGreaterThan(40);
  expect(best).toBeLessThan(100);
  expect(losses[299]! - losses[best - 1]!).toBeGreaterThan(0.04);
});

test("twenty test images and what a trained model says of them", async () => {
  seedRandom(0, "guesses");
  const model = new Model();
  for (let epoch = 0; epoch < 10; epoch++) model.epoch(dataLoader(train, 256, true), 0.1);
  const ids = Array.from({ length: 20 }, (_, i) => 100 + i); // taken as they come
  const [X, y] = testSet.batch(ids);
  const P = tf.softmax(model.net(X)).arraySync() as number[][];
  const images = ids.map((id) => Buffer.from(testSet.images.subarray(784 * id, 784 * (id + 1))).toString("base64"));
  await save("twenty-images", { ids, labels: Array.from(y.dataSync()), probabilities: P.map((p) => p.map((v) => rounded(v, 3))), images });
  const accuracy = evaluateAccuracy(model.net, dataLoader(testSet, 256, false));
  expect(accuracy).toBeGreaterThan(0.79);
});

test("batch size and learning rate, ten epochs each", async () => {
  const [sizes, rates] = [
    [1024, 256, 64, 16],
    [0.001, 0.01, 0.1, 0.5, 1],
  ];
  const cells = [];
  for (const batchSize of sizes) {
    for (const lr of rates) {
      seedRandom(0, `grid/${batchSize}/${lr}`);
      const model = new Model();
      const accuracies = [];
      for (let epoch = 0; epoch < 10; epoch++) {
        model.epoch(dataLoader(train, batchSize, true), lr);
        accuracies.push(evaluateAccuracy(model.net, dataLoader(testSet, 1000, false)));
      }
      const last = accuracies.slice(-5);
      const { loss } = model.measure(dataLoader(train, 1000, false));
      cells.push({
        batchSize,
        lr,
        accuracy: rounded(accuracies[9]!),
        low: rounded(Math.min(...last)),
        high: rounded(Math.max(...last)),
        loss: rounded(loss),
      });
      model.dispose();
    }
  }
  await save("hyperparameters", { sizes, rates, cells });
  expect(cells.find((c) => c.batchSize === 256 && c.lr === 0.1)!.accuracy).toBeGreaterThan(0.79);
});

test("the whole training set for three hundred epochs: the test accuracy jumps rather than falls, and a falling learning rate stills it", async () => {
  const run = (name: string, rate: (epoch: number) => number, decay = 0) => {
    seedRandom(0, `long/${name}`);
    const model = new Model();
    return Array.from({ length: 300 }, (_, t) => {
      model.epoch(dataLoader(train, 256, true), rate(t), decay);
      const [on, off] = [model.measure(dataLoader(train, 1000, false)), model.measure(dataLoader(testSet, 1000, false))];
      return { trainAcc: rounded(on.accuracy), testAcc: rounded(off.accuracy), testLoss: rounded(off.loss) };
    });
  };
  const runs = {
    constant: run("constant", () => 0.1),
    falling: run("falling", (t) => 0.1 / (1 + t / 10)),
    decayed: run("decayed", () => 0.1, 0.01),
  };
  const accuracies = (name: keyof typeof runs) => runs[name].map((row) => row.testAcc);
  const smooth = accuracies("constant").map((_, i, all) => (i < 10 ? 0 : mean(all.slice(i - 10, i + 1)))); // eleven epochs
  const peak = Math.max(...smooth);
  const lastTen = (name: keyof typeof runs) => {
    const last = accuracies(name).slice(-10);
    const centre = mean(last);
    return { mean: rounded(centre), std: rounded(Math.sqrt(mean(last.map((v) => (v - centre) ** 2))), 5) };
  };
  const constant = runs.constant;
  await save("long-training", {
    testAcc: Object.fromEntries(Object.keys(runs).map((name) => [name, accuracies(name as keyof typeof runs)])),
    trainAcc: constant.map((row) => row.trainAcc),
    after: Object.fromEntries([10, 50, 300].map((epoch) => [epoch, constant[epoch - 1]])),
    smooth: { peak: rounded(peak), epoch: smooth.indexOf(peak) + 1, last: rounded(smooth[299]!) },
    lastTen: { constant: lastTen("constant"), falling: lastTen("falling"), decayed: lastTen("decayed") },
  });
  expect(constant[299]!.trainAcc).toBeGreaterThan(0.86);
  expect(peak - smooth[299]!).toBeLessThan(0.01);
  expect(lastTen("falling").std).toBeLessThan(lastTen("constant").std / 2);
});
