/** The ranges that sections 3.6 and 3.7 quote beside the one run they show; `tests/experiments/seeds.experiment.ts` trains all twenty. */
import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { dataLoader, evaluateAccuracy, trainEpochCh3, type Loss, type Updater } from "d2l";
import { FashionMNIST } from "datasets";
import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { pick } from "../../src/build/record/values.ts";
import { useBackend } from "../../src/kernel/backends/use.ts";
import { seedRandom } from "../../src/kernel/seed.ts";
import { Model, prepare } from "../experiments/fashion.ts";

interface Range {
  low: number;
  high: number;
}

const saved = (name: string) => JSON.parse(readFileSync(`content/linear-networks/data/${name}.json`, "utf8")) as Record<string, unknown>;
const range = (path: string): Range => {
  const [name = "", ...steps] = path.split(".");
  return { low: pick(saved(name), [...steps, "low"].join(".")) as number, high: pick(saved(name), [...steps, "high"].join(".")) as number };
};
const book = loadBook();
const shown = (slug: string, listing: string, path: string) =>
  pick(book.sections.find((section) => section.slug === slug)!.record.listings[listing]!.values, path) as number;

test.each([
  ["softmax-regression-scratch", "untrained", "untrainedAcc", "untrained"],
  ["softmax-regression-scratch", "train", "trainLoss", "seeds.last.trainLoss"],
  ["softmax-regression-scratch", "train", "trainAcc", "seeds.last.trainAcc"],
  ["softmax-regression-scratch", "train", "testAcc", "seeds.last.testAcc"],
  ["softmax-regression-scratch", "confusion", "recalls.1", "seeds.recalls.1"],
  ["softmax-regression-scratch", "confusion", "recalls.2", "seeds.recalls.2"],
  ["softmax-regression-scratch", "confusion", "recalls.4", "seeds.recalls.4"],
  ["softmax-regression-scratch", "confusion", "recalls.6", "seeds.recalls.6"],
  ["softmax-regression-concise", "train", "trainLoss", "seeds.last.trainLoss"],
  ["softmax-regression-concise", "train", "testAcc", "seeds.last.testAcc"],
])("of %s, #%s shows a %s inside the quoted range", (slug, listing, path, quoted) => {
  const { low, high } = range(quoted);
  expect(shown(slug, listing, path)).toBeGreaterThanOrEqual(low);
  expect(shown(slug, listing, path)).toBeLessThanOrEqual(high);
});

/** The book's own epoch from section 3.6, with the loss of 3.7; every call starts from the same chance. */
function epoch(data: FashionMNIST): { model: Model; trainLoss: number; trainAcc: number } {
  const loss: Loss = (logits, y) => tf.losses.softmaxCrossEntropy(tf.oneHot(y, 10), logits, undefined, 0, tf.Reduction.NONE);
  const trainer = tf.train.sgd(0.1);
  const updater: Updater = (l) => {
    trainer.minimize(() => l().mean());
  };
  seedRandom(0, "seeds");
  const model = new Model();
  const [trainLoss, trainAcc] = trainEpochCh3(model.net, dataLoader(data, 256, true), loss, updater) as [number, number];
  return { model, trainLoss, trainAcc };
}

test("one of the twenty seeds, run again, is where the saved ranges have it after an epoch", async () => {
  await prepare();
  const { model, ...trained } = epoch(await FashionMNIST.load({ train: true }));
  const testAcc = evaluateAccuracy(model.net, dataLoader(await FashionMNIST.load({ train: false }), 256, false));
  for (const [name, value] of Object.entries({ ...trained, testAcc })) {
    const { low, high } = range(`seeds.first.${name}`);
    const rounded = Number(value.toFixed(4)); // as it was saved
    expect(rounded, name).toBeGreaterThanOrEqual(low);
    expect(rounded, name).toBeLessThanOrEqual(high);
  }
}, 120_000);

test("an epoch on ten thousand images gives on cpu what it gives on wasm, within a thousandth", async () => {
  await prepare();
  const data = await FashionMNIST.load({ train: true, first: 10_000 });
  const onWasm = epoch(data);
  expect(await useBackend("cpu")).toBe("cpu");
  const onCpu = epoch(data);
  expect(onCpu.trainLoss / onWasm.trainLoss).toBeCloseTo(1, 3);
  expect(Math.abs(onCpu.trainAcc - onWasm.trainAcc)).toBeLessThan(1e-3);
}, 120_000);
