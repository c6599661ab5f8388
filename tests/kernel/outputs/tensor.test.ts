import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { copyTensor, isTensor } from "../../../src/kernel/outputs/copy/tensor.ts";
import { printTensor } from "../../../src/kernel/outputs/copy/tensor-text.ts";
import * as tf from "../../../src/kernel/tf.ts";
import { useBackend } from "../../../src/kernel/backends/use.ts";

beforeAll(() => useBackend("cpu"));

const text = (tensor: tf.Tensor) => copyTensor(tensor).tensor.text;

describe("the text of a tensor", () => {
  test.each<[string, () => tf.Tensor, string]>([
    ["a scalar", () => tf.scalar(0.693147), "0.693147"],
    ["a small scalar", () => tf.scalar(5.1e-5), "5.1e-5"],
    ["a whole scalar", () => tf.scalar(1000), "1000"],
    ["whole floats", () => tf.tensor1d([1, -2, 3]), "[ 1, -2,  3]"],
    ["fractions, with four decimals", () => tf.tensor1d([1, -2.5, 1 / 3]), "[ 1.0000, -2.5000,  0.3333]"],
    ["large fractions, with fewer", () => tf.tensor1d([1234.5678, 0.5]), "[1234.57,    0.50]"],
    ["a wide range, scientifically", () => tf.tensor1d([0.99995, 4.5398e-5]), "[9.9995e-1, 4.5398e-5]"],
    ["what is not finite", () => tf.tensor1d([1.5, NaN, -Infinity]), "[   1.5000,       NaN, -Infinity]"],
    [
      "a matrix",
      () =>
        tf.tensor2d([
          [1, 2],
          [3, 40],
        ]),
      "[[ 1,  2],\n [ 3, 40]]",
    ],
    ["blocks set apart", () => tf.zeros([2, 2, 1]), "[[[0],\n  [0]],\n\n [[0],\n  [0]]]"],
    ["integers", () => tf.tensor1d([9, 0, 10], "int32"), "[ 9,  0, 10]"],
    ["truth values", () => tf.tensor1d([true, false], "bool"), "[ true, false]"],
    ["strings", () => tf.tensor1d(["a", "b"]), '["a", "b"]'],
    ["nothing", () => tf.zeros([0, 2]), "[]"],
    ["the edges of what is large", () => tf.range(0, 1000), "[  0,   1,   2, …, 997, 998, 999]"],
    [
      "the edges of rows",
      () => tf.range(0, 400).reshape([200, 2]),
      "[[  0,   1],\n [  2,   3],\n [  4,   5],\n …,\n [394, 395],\n [396, 397],\n [398, 399]]",
    ],
  ])("prints %s", (_, make, expected) => expect(text(make())).toBe(expected));

  test("breaks long rows", () => {
    const lines = printTensor(
      Array.from({ length: 20 }, (_, i) => i + 0.5),
      [1, 20],
      "float32",
    ).split("\n");
    expect(lines.length).toBe(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("stays short for many axes", () => {
    expect(text(tf.zeros([4, 4, 4, 4, 4, 4])).length).toBeLessThan(2000);
    expect(text(tf.randomNormal([256, 28, 28, 1])).split("\n").length).toBeLessThan(100);
  });
});

describe("statistics", () => {
  test("are over the finite entries, and the others are counted", () => {
    expect(copyTensor(tf.tensor1d([1, NaN, 3, Infinity])).tensor).toMatchObject({ min: 1, mean: 2, max: 3, notFinite: 2 });
  });
  test("are missing where nothing is finite", () => {
    const { tensor } = copyTensor(tf.tensor1d([NaN, NaN, NaN, NaN]));
    expect(tensor).toMatchObject({ notFinite: 4 });
    expect("min" in tensor || "heat" in tensor).toBe(false);
  });
  test("make no tensors", () => {
    const t = tf.randomNormal([100, 100]);
    const before = tf.memory().numTensors;
    copyTensor(t);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("the heat map", () => {
  const heat = (tensor: tf.Tensor) => {
    const { heat: found } = copyTensor(tensor).tensor;
    return found && { ...found, data: [...Buffer.from(found.data, "base64")] };
  };
  test("runs from 1 to 255, and 0 is not finite", () => {
    expect(
      heat(
        tf.tensor2d([
          [0, 1],
          [0.5, NaN],
        ]),
      ),
    ).toEqual({ rows: 2, columns: 2, data: [1, 255, 128, 0] });
  });
  test("has at most 64 × 64 cells, each a mean", () => {
    const found = heat(tf.ones([128, 200]).mul(tf.range(0, 200)))!;
    expect([found.rows, found.columns, found.data.length]).toEqual([64, 64, 4096]);
    expect(found.data.slice(0, 3)).toEqual([2, 6, 10]);
  });
  test("shows an image with one channel as a plane", () => {
    expect(heat(tf.randomUniform([2, 28, 28, 1]))).toMatchObject({ rows: 28, columns: 28 });
  });
});

test("a disposed tensor is told as such", () => {
  const t = tf.zeros([2]);
  t.dispose();
  expect(copyTensor(t).tensor).toEqual({ shape: [2], dtype: "float32", text: "", notFinite: 0, disposed: true });
});

test("a variable has its name, unless tfjs counted it up", () => {
  const named = tf.variable(tf.zeros([1]), true, "weights");
  expect(copyTensor(named).tensor.name).toBe("weights");
  expect(copyTensor(tf.variable(tf.zeros([1]))).tensor.name).toBe("");
  expect(copyTensor(tf.zeros([1])).tensor.name).toBeUndefined();
  named.dispose();
});

test.each([
  [1, false],
  [null, false],
  [{ shape: [1] }, false],
  [tf.scalar(1), true],
  [tf.variable(tf.scalar(1)), true],
])("isTensor(%s)", (value, is) => {
  expect(isTensor(value)).toBe(is);
});

describe("on the GPU", () => {
  afterEach(() => vi.restoreAllMocks());

  test("a copy keeps its place and fills when the data arrive", async () => {
    const t = tf.tensor1d([1, 2]);
    vi.spyOn((globalThis as unknown as { _tfengine: { backendName: string } })._tfengine, "backendName", "get").mockReturnValue("webgl");
    const { tensor, ready } = copyTensor(t);
    expect(tensor).toMatchObject({ shape: [2], text: "…" });
    await ready;
    expect(tensor).toMatchObject({ text: "[1, 2]", min: 1, max: 2 });
  });
});
