import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../../src/build/simd.ts";
import { unitRows } from "../../../src/datasets/tensor.ts";
import { LACKING } from "../../../src/kernel/backends/wasm/fallback.ts";
import { guardHeap } from "../../../src/kernel/backends/wasm/memory.ts";
import { tuneWasm } from "../../../src/kernel/backends/wasm/tune.ts";
import { expectSame, GATHERED, numbers, startWasm } from "./compare.ts";

beforeAll(startWasm);

const random = (shape: number[], seed: number) => {
  const next = numbers(seed);
  return tf.tensor(Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, next), shape);
};

const draw = numbers(7);
const length = () => 1 + Math.floor((draw() + 1) * 20);
const SIZES = Array.from({ length: 12 }, (_, i) => ({ m: length(), k: length(), n: length(), seed: i }));

describe.each([
  [false, true],
  [true, false],
  [true, true],
])("matMul with transposeA %s and transposeB %s", (transposeA, transposeB) => {
  const multiply = (batch: number[], batchB: number[], { m, k, n, seed }: (typeof SIZES)[number]) =>
    tf.matMul(
      random([...batch, ...(transposeA ? [k, m] : [m, k])], seed),
      random([...batchB, ...(transposeB ? [n, k] : [k, n])], seed + 1),
      transposeA,
      transposeB,
    );

  test.each([...SIZES, { m: 784, k: 256, n: 10, seed: 90 }, { m: 10, k: 256, n: 784, seed: 91 }, { m: 1, k: 1, n: 1, seed: 92 }])(
    "is the product of [$m,$k] and [$k,$n]",
    (size) => expectSame(() => multiply([], [], size)),
  );

  test.each(SIZES.slice(0, 4))("is batched, [3,$m,$k] and [3,$k,$n]", (size) => expectSame(() => multiply([3], [3], size)));
  test.each(SIZES.slice(4, 8))("repeats a batch of one, [1,$m,$k] and [2,$k,$n]", (size) => expectSame(() => multiply([1], [2], size)));

  test("has its gradients", () =>
    expectSame(() => {
      const [a, b] = [random(transposeA ? [5, 7] : [7, 5], 1), random(transposeB ? [3, 5] : [5, 3], 2)];
      return tf.grads((a: tf.Tensor, b: tf.Tensor) =>
        tf.sum(tf.square(tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D, transposeA, transposeB))),
      )([a, b]);
    }));
});

describe("narrow products", () => {
  test.each(Array.from({ length: 13 }, (_, i) => i + 1))("of %i columns are those of the cpu, however many rows there are", (n) =>
    expectSame(() =>
      [1, 3, 4, 5, 8].flatMap((m) => [
        tf.matMul(random([m, 7], m) as tf.Tensor2D, random([7, n], n) as tf.Tensor2D),
        tf.matMul(random([7, m], m) as tf.Tensor2D, random([7, n], n) as tf.Tensor2D, true),
        tf.matMul(random([m, 7], m) as tf.Tensor2D, random([n, 7], n) as tf.Tensor2D, false, true),
        tf.matMul(random([7, m], m) as tf.Tensor2D, random([n, 7], n) as tf.Tensor2D, true, true),
      ]),
    ),
  );

  test.each(["linear", "relu"] as const)("with a bias and %s, as a dense layer computes them, have the cpu's gradients", (activation) =>
    expectSame(() => {
      const dense = (x: tf.Tensor, w: tf.Tensor, bias: tf.Tensor) =>
        tf.fused.matMul({ a: x as tf.Tensor2D, b: w as tf.Tensor2D, bias, activation });
      const inputs = [random([6, 5], 1), random([5, 3], 2), random([3], 3)];
      return [dense(inputs[0], inputs[1], inputs[2]), ...tf.grads((x, w, bias) => tf.sum(tf.square(dense(x, w, bias))))(inputs)];
    }),
  );

  test("write nothing behind their result", async () => {
    await tf.setBackend("wasm");
    tf.tidy(() => {
      const neighbours = Array.from({ length: 40 }, () => tf.fill([10], 7)); // of the size of the results, so that they lie among them
      for (let i = 0; i < 40; i += 2) neighbours[i].dispose();
      const results = Array.from({ length: 20 }, () => tf.matMul(random([1, 3], 1) as tf.Tensor2D, random([3, 10], 2) as tf.Tensor2D));
      expect(results).toHaveLength(20);
      for (const neighbour of neighbours.filter((each) => !each.isDisposed)) expect([...neighbour.dataSync()]).toEqual(Array(10).fill(7));
    });
  });

  test("have NaN and Infinity where the cpu has them", () =>
    expectSame(() =>
      [NaN, Infinity, -Infinity].flatMap((strange) => {
        const made = tf.matMul(tf.tensor2d([[1, strange, 0]]), random([3, 5], 1) as tf.Tensor2D);
        return [tf.isNaN(made), tf.isInf(made), tf.greater(made, 0)];
      }),
    ));
});

describe("rows of bytes", () => {
  const bytes = Uint8Array.from({ length: 256 * 4 }, (_, i) => i);
  test.each([4, 16, 28, 64])("%i wide become the quotients by 255 rounded to float32, on both backends", async (width) => {
    const indices = Array.from({ length: bytes.length / width }, (_, i) => i).reverse();
    const expected = indices.flatMap((i) => Array.from(bytes.subarray(i * width, (i + 1) * width), (byte) => Math.fround(byte / 255)));
    for (const backend of ["cpu", "wasm"]) {
      await tf.setBackend(backend);
      const made = tf.tidy(() => [...unitRows([indices.length, width], bytes, indices, width).dataSync()] as never);
      expect(made, backend).toEqual(expected);
    }
  });
});

test("the compiled kernels are what their source says", async () => {
  expect(readFileSync("src/kernel/backends/wasm/simd/binary.ts", "utf8")).toBe(await compile());
});

describe("identity", () => {
  test.each(["float32", "int32", "bool"] as const)("clones %s tensors that outlive each other", (dtype) =>
    expectSame(() => {
      const x = dtype === "bool" ? tf.greater(random([4, 5], 3), 0) : tf.cast(random([4, 5], 3), dtype);
      const first = tf.clone(x);
      const second = tf.clone(first);
      x.dispose();
      const same = tf.equal(first, second);
      first.dispose();
      return [second, same];
    }),
  );

  test("keeps a clone apart from the variable it was taken of", () =>
    expectSame(() => {
      const variable = tf.variable(random([3], 4));
      const snapshot = tf.clone(variable);
      variable.assign(tf.zeros([3]));
      const results = [snapshot, tf.clone(variable)];
      variable.dispose();
      return results;
    }));

  test("copies nothing", async () => {
    await tf.setBackend("wasm");
    tf.tidy(() => {
      const x = tf.zeros([100]);
      expect(tf.clone(x).dataId).toBe(x.dataId);
    });
  });

  test("clones strings", () =>
    expectSame(() =>
      [tf.tensor(["甲", "乙"])].map((t) =>
        tf.tensor1d(
          tf
            .clone(t)
            .dataSync()
            .map((s) => String(s).length),
        ),
      ),
    ));
});

describe("gather on wasm", () => {
  test.each(GATHERED)("of %j by indices of shape %j along axis %i is that of the cpu", (shape, indexShape, axis) =>
    expectSame(() => {
      const indices = tf.cast(tf.floor(tf.mul(tf.abs(random(indexShape, 2)), shape.at(axis)! - 0.001)), "int32");
      return [tf.gather(random(shape, 1), indices, axis), tf.gather(tf.cast(tf.mul(random(shape, 1), 100), "int32"), indices, axis)];
    }),
  );
});

describe("kernels that wasm lacks", () => {
  test("are all kernels of the cpu backend but those of complex numbers, strings and ragged tensors", () => {
    const names = (backend: string) => tf.getKernelsForBackend(backend).map(({ kernelName }) => kernelName);
    const wasm = new Set(names("wasm"));
    expect(names("cpu").filter((name) => !wasm.has(name) && !/Complex|Real$|Imag|FFT|Ragged|Regex|Draw/.test(name))).toEqual([]);
    expect(LACKING.every((name) => wasm.has(name))).toBe(true);
  });

  test.each([0, 1])("differentiate gather along axis %i", (axis) =>
    expectSame(() =>
      tf.grad((x: tf.Tensor) => tf.sum(tf.square(tf.gather(x, tf.tensor1d([2, 0, 2, 1], "int32"), axis))))(random([3, 4], 5)),
    ),
  );

  test.each([
    [1, 0],
    [0.01, 0],
    [0.9, 0.1 / 3],
    [-2.5, 1],
  ])("write %f and %f one-hot", (on, off) => expectSame(() => tf.oneHot(tf.tensor1d([2, 0, 5], "int32"), 3, on, off, "float32")));

  test("sum segments of integers", () =>
    expectSame(() => tf.unsortedSegmentSum(tf.tensor1d([1, 2, 3, 4], "int32"), tf.tensor1d([1, 0, 1, 5], "int32"), 3)));

  test.each(["ij,jk->ik", "ij,kj->i", "ij,ij->"])("compute einsum %s", (equation) =>
    expectSame(() => tf.einsum(equation, random([4, 4], 6), random([4, 4], 7))),
  );

  test("differentiate convolutions", () =>
    expectSame(() =>
      tf.grads((x: tf.Tensor, w: tf.Tensor) => tf.sum(tf.square(tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same"))))([
        random([2, 5, 5, 3], 8),
        random([3, 3, 3, 2], 9),
      ]),
    ));

  test("differentiate depthwise convolutions", () =>
    expectSame(() =>
      tf.grads((x: tf.Tensor, w: tf.Tensor) => tf.sum(tf.square(tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same"))))([
        random([2, 5, 5, 3], 10),
        random([3, 3, 3, 1], 11),
      ]),
    ));
});

describe("what wasm refuses or gets wrong is right:", () => {
  test("products of integers", () =>
    expectSame(() => {
      const integers = (shape: number[], seed: number) => tf.cast(tf.mul(random(shape, seed), 9), "int32") as tf.Tensor2D;
      return [tf.matMul(integers([3, 4], 1), integers([4, 2], 2)), tf.matMul(integers([4, 3], 1), integers([2, 4], 2), true, true)];
    }));

  test.each<[string, (x: tf.Tensor1D) => tf.Tensor]>([
    ["maximum", (x) => tf.maximum(1, x)],
    ["maximum, the other way round", (x) => tf.maximum(x, 1)],
    ["minimum", (x) => tf.minimum(tf.tensor2d([[1], [-2]]), x)],
    ["relu", (x) => tf.relu(x)],
    ["relu6", (x) => tf.relu6(x)],
    ["clipByValue", (x) => tf.clipByValue(x, -1, 1)],
    ["dense layers with relu", (x) => tf.fused.matMul({ a: tf.reshape(x, [6, 1]), b: tf.tensor2d([[1, 2]]), activation: "relu" })],
    [
      "wide dense layers with relu6",
      (x) => tf.fused.matMul({ a: tf.reshape(x, [2, 3]), b: tf.ones([3, 13]) as tf.Tensor2D, bias: tf.zeros([13]), activation: "relu6" }),
    ],
  ])("%s of NaN", (_, clamp) =>
    expectSame(() => {
      const made = clamp(tf.tensor1d([NaN, -3, 0.5, 7, Infinity, -Infinity]));
      return [tf.isNaN(made), tf.isInf(made), tf.where(tf.isFinite(made), made, tf.zerosLike(made))];
    }),
  );

  test("the greater of whole numbers", () => expectSame(() => tf.maximum(tf.tensor1d([1, 5], "int32"), tf.scalar(3, "int32"))));

  test("what counts as true", () => expectSame(() => tf.cast(tf.tensor1d([0, 0.5, -0.1, 1, NaN]), "bool")));

  test.each(["sum", "mean", "max", "min"] as const)("the %s of nothing", (reduce) =>
    expectSame(() => {
      const results = [tf[reduce](tf.zeros([2, 0]), 1), tf[reduce](tf.zeros([0, 3]), 0)];
      return results.flatMap((made) => [tf.isNaN(made), tf.where(tf.isFinite(made), made, tf.zerosLike(made))]);
    }),
  );
});

describe("a tensor for which there is no room", () => {
  const tooLarge: [string, () => tf.Tensor][] = [
    ["of ten thousand million numbers", () => tf.linspace(0, 1, 1e10)],
    ["which a column and a row broadcast to", () => tf.sub(tf.zeros([60000, 1]), tf.zeros([60000]))],
  ];
  test.each(tooLarge)("%s is refused, and nothing else is harmed", async (_, make) => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const others = Array.from({ length: 20 }, (_, i) => tf.fill([1000], i));
      expect(make).toThrow("out of memory");
      others.forEach((other, i) => expect(new Set(other.dataSync())).toEqual(new Set([i])));
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(tf.linspace(0, 1, 3).dataSync()).toEqual(Float32Array.of(0, 0.5, 1));
  });

  test("is refused where the heap cannot grow, too", () => {
    const heap = { _malloc: (bytes: number) => (bytes > 100 ? 0 : 8), _free: () => {} };
    guardHeap(heap);
    expect(heap._malloc(100)).toBe(8);
    expect(() => heap._malloc(101)).toThrow("out of memory");
  });
});

describe("tuning", () => {
  test("twice is the same as once", () => {
    const kernels = () => tf.getKernelsForBackend("wasm").map(({ kernelName, kernelFunc }) => [kernelName, kernelFunc]);
    const once = kernels();
    tuneWasm(tf);
    expect(kernels()).toEqual(once);
  });

  test("changes no training: softmax regression takes the same steps as on the cpu", () =>
    expectSame(() => {
      const X = tf.abs(random([64, 28, 28, 1], 12));
      const labels = tf.oneHot(
        tf.tensor1d(
          Array.from({ length: 64 }, (_, i) => (i * 7) % 10),
          "int32",
        ),
        10,
      );
      const [W, b] = [tf.variable(tf.mul(random([784, 10], 13), 0.01)), tf.variable(tf.zeros([10]))];
      const losses = [0, 1, 2].map(() => {
        const { value, grads } = tf.variableGrads(() => {
          const e = tf.exp(tf.add(tf.matMul(tf.reshape(X, [-1, 784]), W as tf.Tensor2D), b));
          const yHat = tf.div(e, tf.sum(e, 1, true));
          return tf.neg(tf.sum(tf.log(tf.sum(tf.mul(yHat, labels), 1)))) as tf.Scalar;
        }, [W, b]);
        for (const v of [W, b]) v.assign(tf.sub(v, tf.mul(grads[v.name], 0.1 / 64)));
        return value;
      });
      const results = [...losses, tf.clone(W), tf.clone(b)];
      tf.dispose([W, b]);
      return results;
    }));
});
