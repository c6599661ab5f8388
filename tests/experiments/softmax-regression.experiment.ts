/** What figures of sections 3.5 to 3.7 show: runs too long for a listing, saved beside the section. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { dataLoader, evaluateAccuracy, type Batches, type Net } from "d2l";
import { FashionMNIST } from "datasets";
import { beforeAll, expect, test } from "vitest";
import { provide } from "../../src/datasets/environment.ts";
import { useBackend } from "../../src/kernel/backends/use.ts";
import { seedRandom } from "../../src/kernel/seed.ts";

let train: FashionMNIST;
let testSet: FashionMNIST;

beforeAll(async () => {
  const root = "https://course.invalid/";
  provide({ root, progress: false, fetch: async (url) => new Response(await readFile(join("public", String(url).slice(root.length)))) });
  expect(await useBackend("wasm")).toBe("wasm");
  train = await FashionMNIST.load({ train: true });
  testSet = await FashionMNIST.load({ train: false });
}, 60_000);

const save = (name: string, data: unknown) => writeFile(`content/linear-networks/data/${name}.json`, `${JSON.stringify(data)}\n`);
const rounded = (value: number, digits = 4) => Number(value.toFixed(digits));

/** Softmax regression as section 3.7 has it: logits, loss and gradient in one formula each, which is quicker than the tape. */
class Model {
  W = tf.variable(tf.randomNormal<tf.Rank.R2>([784, 10], 0, 0.01));
  b = tf.variable(tf.zeros([10]));
  net: Net = (X) => X.reshape([-1, 784]).matMul(this.W).add(this.b);

  /** One epoch of minibatch SGD with weight decay. */
  epoch(batches: Batches, lr: number, decay = 0): void {
    for (const [X, y] of batches) {
      tf.tidy(() => {
        const rows = X!.reshape([-1, 784]);
        const residual = tf.softmax(this.net(rows)).sub(tf.oneHot(y!, 10)).div(y!.size); // (Ŷ − Y) / m
        this.b.assign(this.b.sub(residual.sum(0).mul(lr)));
        this.W.assign(this.W.mul(1 - lr * decay).sub(rows.transpose().matMul(residual).mul(lr)) as tf.Tensor2D);
      });
    }
  }

  /** Average loss and accuracy. */
  measure(batches: Batches): { loss: number; accuracy: number } {
    let [loss, size] = [0, 0];
    for (const [X, y] of batches) {
      size += y!.size;
      loss += tf.tidy(() => tf.losses.softmaxCrossEntropy(tf.oneHot(y!, 10), this.net(X!)).dataSync()[0]! * y!.size);
    }
    return { loss: loss / size, accuracy: evaluateAccuracy(this.net, batches) };
  }
}

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
  await save("overfitting", { columns: ["trainLoss", "trainAcc", "testLoss", "testAcc"], plain, decayed });
  const losses = plain.map((row) => row[2]!);
  const best = losses.indexOf(Math.min(...losses)) + 1;
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
      model.W.dispose();
      model.b.dispose();
    }
  }
  await save("hyperparameters", { sizes, rates, cells });
  expect(cells.find((c) => c.batchSize === 256 && c.lr === 0.1)!.accuracy).toBeGreaterThan(0.79);
});

test("the whole training set for three hundred epochs", async () => {
  seedRandom(0, "long");
  const model = new Model();
  const rows = [];
  for (let epoch = 1; epoch <= 300; epoch++) {
    model.epoch(dataLoader(train, 256, true), 0.1);
    if (epoch % 10 && epoch > 10) continue;
    const [on, off] = [model.measure(dataLoader(train, 1000, false)), model.measure(dataLoader(testSet, 1000, false))];
    rows.push([epoch, ...[on.loss, on.accuracy, off.loss, off.accuracy].map((value) => rounded(value))]);
  }
  await save("long-training", { columns: ["epoch", "trainLoss", "trainAcc", "testLoss", "testAcc"], rows });
  expect(rows[rows.length - 1]![2]!).toBeGreaterThan(0.86);
});
