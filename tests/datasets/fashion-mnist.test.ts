import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { provide } from "../../src/datasets/environment.ts";
import { fromFolder } from "../../src/datasets/files.ts";
import { FashionMNIST } from "../../src/datasets/index.ts";
import { PUBLIC, site } from "./site.ts";

const mean = (numbers: Uint8Array) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

describe("FashionMNIST", () => {
  let train: FashionMNIST;
  let test10k: FashionMNIST;
  beforeAll(async () => {
    await tf.setBackend("cpu");
    provide(fromFolder(PUBLIC));
    [train, test10k] = await Promise.all([FashionMNIST.load(), FashionMNIST.load({ train: false })]);
  });

  test("holds 60 000 training and 10 000 test images", () => {
    expect([train.length, test10k.length]).toEqual([60000, 10000]);
    expect([train.train, train.subset, test10k.train, test10k.subset]).toEqual([true, false, false, false]);
  });

  test("keeps the official order", () => {
    expect([...train.labels.subarray(0, 18)]).toEqual([9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9, 5, 5, 7, 9, 1, 0]);
    expect([...test10k.labels.subarray(0, 12)]).toEqual([9, 2, 1, 1, 6, 1, 4, 6, 5, 7, 4, 5]);
  });

  test("has as many images of each class", () => {
    for (const [labels, each] of [
      [train.labels, 6000],
      [test10k.labels, 1000],
    ] as const) {
      const counts = new Array(10).fill(0);
      for (const label of labels) counts[label]++;
      expect(counts).toEqual(new Array(10).fill(each));
    }
  });

  test("has the known mean and deviation", () => {
    const mu = mean(train.images) / 255;
    const squares = train.images.reduce((sum, x) => sum + (x / 255) ** 2, 0) / train.images.length;
    expect(mu).toBeCloseTo(0.286, 4);
    expect(Math.sqrt(squares - mu ** 2)).toBeCloseTo(0.353, 4);
  });

  test("gives one example as a tensor and a label", () => {
    const [image, label] = train.get(1);
    expect([image.shape, image.dtype, label]).toEqual([[28, 28, 1], "float32", 0]);
    const bytes = train.images.subarray(784, 2 * 784);
    expect(image.dataSync()).toEqual(Float32Array.from(bytes, (byte) => byte / 255));
    image.dispose();
  });

  test("gives a batch in the order of the indices", () => {
    const before = tf.memory().numTensors;
    const [X, y] = train.batch(Uint32Array.of(59999, 0, 3));
    expect([X.shape, X.dtype, y.shape, y.dtype]).toEqual([[3, 28, 28, 1], "float32", [3], "int32"]);
    expect([...y.dataSync()]).toEqual([train.labels[59999], 9, 3]);
    expect(X.dataSync().subarray(784, 1568)).toEqual(Float32Array.from(train.images.subarray(0, 784), (byte) => byte / 255));
    expect(tf.memory().numTensors - before).toBe(2);
    tf.dispose([X, y]);
  });

  test("refuses an index outside the set", () => {
    for (const index of [-1, 60000, 0.5, NaN]) expect(() => train.get(index)).toThrow(/编号从 0 到 59999/);
    expect(() => test10k.batch([0, 10000])).toThrow(/没有第 10000 个样本/);
  });

  test("shares its memory between loads", async () => {
    const again = await FashionMNIST.load({ first: 100 });
    expect(again.images.buffer).toBe(train.images.buffer);
    expect([again.length, again.subset]).toEqual([100, true]);
    expect(() => again.get(100)).toThrow(RangeError);
  });
});

describe("what is downloaded", () => {
  const requested = async (tier: "quick" | "full", ...loads: Parameters<typeof FashionMNIST.load>[0][]) => {
    const { environment, requests } = site({ tier });
    provide(environment);
    const sets = await Promise.all(loads.map((options) => FashionMNIST.load(options)));
    return { files: requests.sort(), lengths: sets.map(({ length }) => length), subsets: sets.map(({ subset }) => subset) };
  };

  test("is only what the first examples need", async () => {
    expect(await requested("full", { first: 2000 })).toMatchObject({ files: ["train-0.bin"], lengths: [2000], subsets: [true] });
    expect((await requested("full", { first: 2001 })).files).toEqual(["train-0.bin", "train-1.bin"]);
  });

  test("is the subset when the reader wants it quick", async () => {
    expect(await requested("quick", {}, { train: false })).toEqual({
      files: ["test-0.bin", "train-0.bin", "train-1.bin"],
      lengths: [10000, 2000],
      subsets: [true, true],
    });
  });

  test("is fetched once for all who ask", async () => {
    expect((await requested("full", { train: false }, { train: false }, { train: false, first: 5 })).files).toEqual([
      "test-0.bin",
      "test-1.bin",
    ]);
  });

  test("refuses a senseless number of examples", async () => {
    for (const first of [0, -1, 1.5, NaN]) await expect(requested("full", { first })).rejects.toThrow(/first 应为正整数/);
  });
});
