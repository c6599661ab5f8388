import { describe, expect, test } from "vitest";
import type { ImageOutput } from "../../../src/kernel/protocol.ts";
import { showImages } from "../../../src/kernel/outputs/show/images.ts";
import * as tf from "../../../src/kernel/tf.ts";

const images = (...given: Parameters<typeof showImages>) => showImages(...given).output as ImageOutput;
const bytes = (output: ImageOutput, i = 0) => [...Buffer.from(output.images[i].data, "base64")];
/** `3 × 28×28×1` */
const sizes = ({ images: all }: ImageOutput) => `${all.length} × ${all[0].height}×${all[0].width}×${all[0].channels}`;

test.each<[string, unknown, Parameters<typeof showImages>[1], string]>([
  ["[h, w]", tf.zeros([4, 6]), {}, "1 × 4×6×1"],
  ["[n, h, w]", tf.zeros([3, 28, 28]), {}, "3 × 28×28×1"],
  ["[n, h, w, 1]", tf.zeros([3, 28, 28, 1]), {}, "3 × 28×28×1"],
  ["[n, h, w, 3]", tf.zeros([3, 8, 8, 3]), {}, "3 × 8×8×3"],
  ["[h, w, 3]", tf.zeros([8, 9, 3]), {}, "1 × 8×9×3"],
  ["[n, 784]", tf.zeros([5, 784]), {}, "5 × 28×28×1"],
  ["[784]", tf.zeros([784]), {}, "1 × 28×28×1"],
  ["[n, 12] with a size", tf.zeros([5, 12]), { size: [3, 4] }, "5 × 3×4×1"],
  ["a list of tensors", [tf.zeros([4, 4]), tf.zeros([4, 4])], {}, "2 × 4×4×1"],
  [
    "nested arrays",
    [
      [
        [0, 1],
        [1, 0],
      ],
    ],
    {},
    "1 × 2×2×1",
  ],
  ["a typed array", new Uint8Array(784 * 2), { size: [28, 28] }, "2 × 28×28×1"],
  ["a list of typed arrays", [new Float32Array(784), new Float32Array(784)], {}, "2 × 28×28×1"],
])("takes %s", (_, given, options, expected) => expect(sizes(images(given, options))).toBe(expected));

describe("the scale of values", () => {
  test("of floats is 0 to 1", () => expect(bytes(images([[[0, 0.5, 1]]]))).toEqual([0, 128, 255]));
  test("of integers is 0 to 255", () => expect(bytes(images(tf.tensor2d([[0, 7, 255]], [1, 3], "int32")))).toEqual([0, 7, 255]));
  test("of bytes is 0 to 255", () => expect(bytes(images(Uint8Array.of(0, 7, 255, 1), { size: [2, 2] }))).toEqual([0, 7, 255, 1]));
  test("of floats beyond 0 to 1 spans all images", () => {
    const output = images(tf.tensor3d([[[-1, 0]], [[1, 3]]]));
    expect([bytes(output, 0), bytes(output, 1)]).toEqual([
      [0, 64],
      [128, 255],
    ]);
  });
  test("may be given", () => expect(bytes(images([[[0, 5, 20]]], { low: 0, high: 10 }))).toEqual([0, 128, 255]));
  test("of weights is about zero, with a place for what is not a number", () => {
    const output = images(tf.tensor2d([[-2, 0, 1, 2, NaN]]), { diverging: true });
    expect(output.images[0]).toMatchObject({ channels: 1, diverging: true });
    expect(bytes(output)).toEqual([1, 128, 192, 255, 0]);
  });
});

test("titles, columns and scale are passed on", () => {
  expect(images(tf.zeros([2, 28, 28]), { titles: ["T 恤", 9], columns: 6, scale: 3 })).toMatchObject({
    columns: 6,
    scale: 3,
    images: [{ title: "T 恤" }, { title: "9" }],
  });
});

test("small images are enlarged, unless a scale is given", () => {
  expect(images(tf.zeros([28, 28])).scale).toBe(2);
  expect(images(tf.zeros([2, 2])).scale).toBe(8);
  expect(images(tf.zeros([100, 100])).scale).toBe(1);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["no images", []],
  ["a string", "cat"],
  ["rank 5", tf.zeros([1, 1, 2, 2, 1])],
  ["a ragged array", [[[1, 2], [3]]]],
  ["seven numbers", [1, 2, 3, 4, 5, 6, 7]],
  ["60 000 images", tf.zeros([60000, 2, 2])],
])("%s is refused in Chinese", (_, given) => {
  expect(() => images(given)).toThrow(/^display\.images：.*[\u4e00-\u9fff]/);
});
