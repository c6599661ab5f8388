import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import type { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-cpu";
import { layers } from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, test } from "vitest";
import { tune } from "../../../src/kernel/backends/engine/tune.ts";
import { useBackend } from "../../../src/kernel/backends/use.ts";
import { GATHERED, numbers } from "./compare.ts";

const denseOfTfjs = (Object.getPrototypeOf(layers.dense({ units: 1 })) as { call: unknown }).call;
const gatherOfTfjs = tf.getKernel("GatherV2", "cpu").kernelFunc;

beforeAll(async () => {
  await useBackend("cpu");
  tune({ ...tf, layers });
});

const TUNED = ["gradients", "endScope", "runKernel", "saveTensorsForBackwardMode"] as const;

/** tfjs's own methods are still on the engine's prototype: the same computation with them, and with its dense layer. */
function untuned<T>(compute: () => T): T {
  const engine = tf.engine() as unknown as Record<string, unknown>;
  const original = Object.getPrototypeOf(engine) as Record<string, unknown>;
  const dense = Object.getPrototypeOf(layers.dense({ units: 1 })) as { call: unknown };
  const pick = (from: Record<string, unknown>) => Object.fromEntries(TUNED.map((name) => [name, from[name]]));
  const [tuned, tunedCall] = [pick(engine), dense.call];
  for (const name of TUNED) expect(tuned[name], name).not.toBe(original[name]);
  expect(tunedCall).not.toBe(denseOfTfjs);
  Object.assign(engine, pick(original));
  dense.call = denseOfTfjs;
  try {
    return compute();
  } finally {
    Object.assign(engine, tuned);
    dense.call = tunedCall;
  }
}

/** What a computation yields, or how it fails, and how many tensors it leaves behind (a failed gradient leaves what it had saved). */
function outcome(compute: () => tf.TensorContainer) {
  const start = tf.memory().numTensors;
  const plain = (_: string, value: unknown) =>
    value instanceof tf.Tensor ? [value.shape, value.dtype, Array.from(value.dataSync())] : value;
  try {
    const yields = tf.tidy(() => JSON.stringify(compute(), plain) as unknown as tf.TensorContainer);
    return { yields, left: tf.memory().numTensors - start };
  } catch (error) {
    return { fails: String(error), left: tf.memory().numTensors - start };
  }
}

const expectAsUntuned = (compute: () => tf.TensorContainer) => expect(outcome(compute)).toEqual(untuned(() => outcome(compute)));

const random = (shape: number[], seed: number) => {
  const next = numbers(seed);
  return tf.tensor(Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, next), shape);
};

describe("gradients", () => {
  const a = () => random([3, 4], 1);
  const b = () => random([3, 4], 2);

  test.each<[string, () => tf.TensorContainer]>([
    ["of one path", () => tf.grad((x) => x.square().sum())(a())],
    ["of a tensor used twice", () => tf.grad((x) => x.mul(x.exp()).add(x).sum())(a())],
    ["of several tensors", () => tf.grads((x, y) => x.mul(y).sin().sum())([a(), b()])],
    ["with an upstream gradient", () => tf.grad((x) => x.square())(a(), b())],
    ["past operations that lead nowhere", () => tf.grad((x) => (x.exp().log(), x.square().sum()))(a())],
    ["past operations without a gradient that do not count", () => tf.grad((x) => (x.greater(0), x.argMax(), x.square().sum()))(a())],
    ["of an output that is one of several", () => tf.grad((x) => tf.split(x, 2, 1)[1].square().sum())(a())],
    [
      "of outputs that are all used",
      () =>
        tf.grad((x) =>
          tf
            .unstack(x)
            .reduce((sum, row, i) => sum.add(row.mul(i)), tf.scalar(0))
            .sum(),
        )(a()),
    ],
    [
      "of gradients",
      () =>
        tf.grad((x) =>
          tf
            .grad((z: tf.Tensor) => z.pow(3).sum())(x)
            .mul(x)
            .sum(),
        )(a()),
    ],
    [
      "of a function with a gradient of its own",
      () =>
        tf.grad((x) =>
          tf
            .customGrad((z) => ({ value: (z as tf.Tensor).square(), gradFunc: (dy) => dy.mul(7) }))(x)
            .sum(),
        )(a()),
    ],
    ["with values", () => tf.valueAndGrads((x, y) => x.matMul(y, false, true).sum())([a(), b()])],
    ["of a constant", () => tf.grad(() => tf.scalar(1))(a())],
    ["of a tensor itself", () => tf.grad((x) => x)(a())],
    ["through a comparison", () => tf.grad((x) => x.greater(0).toFloat().sum())(a())],
    ["through gatherND", () => tf.grad((x) => tf.gatherND(x, tf.tensor2d([[0, 1]], [1, 2], "int32")).sum())(a())],
  ])("%s are those of tfjs", (_, compute) => expectAsUntuned(compute));

  test.each(Array.from({ length: 20 }, (_, i) => i))("of a random computation are those of tfjs (%i)", (seed) => {
    const unary: ((x: tf.Tensor) => tf.Tensor)[] = [
      (x) => x.sin(),
      (x) => x.square(),
      (x) => x.neg(),
      (x) => x.tanh(),
      (x) => x.transpose().transpose(),
      (x) => x.sum(1, true).tile([1, 4]),
    ];
    const binary: ((x: tf.Tensor, y: tf.Tensor) => tf.Tensor)[] = [
      (x, y) => x.add(y),
      (x, y) => x.mul(y),
      (x, y) => x.sub(y),
      (x, y) => tf.maximum(x, y),
    ];
    expectAsUntuned(() => {
      const next = numbers(seed + 100);
      const pick = <T>(list: readonly T[]) => list[Math.floor(((next() + 1) / 2) * list.length)];
      return tf.grads((...xs) => {
        const known = [...xs];
        for (let i = 0; i < 12; i++) known.push(next() < 0 ? pick(unary)(pick(known)) : pick(binary)(pick(known), pick(known)));
        return tf.addN(known.slice(-4)).sum();
      })([a(), b(), random([3, 4], 3)]);
    });
  });

  test("of variables are named, and unused ones are left out", () => {
    const [w, unused] = [tf.variable(tf.ones([2]), true, "w"), tf.variable(tf.ones([2]), true, "unused")];
    expectAsUntuned(() => tf.variableGrads(() => w.square().sum(), [w, unused]) as unknown as tf.TensorContainer);
    const { value, grads } = tf.variableGrads(() => w.square().sum(), [w, unused]);
    expect(Object.keys(grads)).toEqual(["w"]);
    tf.dispose([value, grads, w, unused]);
  });
});

describe("an operation", () => {
  test.each<[string, () => tf.TensorContainer]>([
    ["with several outputs", () => tf.split(random([4, 6], 1), 3, 1)],
    ["with a list of inputs", () => tf.concat([random([2, 3], 1), random([2, 3], 2)])],
    ["that no backend has", () => tf.engine().runKernel("Unheard", {})],
    ["whose kernel fails", () => tf.gather(tf.tensor1d([1, 2, 3]), tf.tensor1d([3], "int32"))],
    ["that fails within a gradient", () => tf.grad((x) => tf.gather(x, tf.tensor1d([3], "int32")).sum())(tf.tensor1d([1, 2, 3]))],
    ["on complex numbers", () => tf.grad((x) => tf.real(tf.complex(x, x).mul(tf.complex(x, x))).sum())(random([3], 1))],
  ])("%s yields, fails and leaves what it does with tfjs", (_, compute) => expectAsUntuned(compute));

  test("is told to a profile", async () => {
    const { kernels } = await tf.profile(() => tf.tidy(() => tf.ones([2]).add(1)));
    expect(kernels.map(({ name }) => name)).toContain("Add");
  });

  test("finds a kernel registered later, and misses one taken away", () => {
    const run = () => tf.engine().runKernel("Late", {});
    expect(run).toThrow("Kernel 'Late' not registered for backend 'cpu'");
    tf.registerKernel({ kernelName: "Late", backendName: "cpu", kernelFunc: () => tf.scalar(7) });
    expect((run() as tf.Tensor).dataSync()[0]).toBe(7);
    tf.unregisterKernel("Late", "cpu");
    expect(run).toThrow("Kernel 'Late' not registered for backend 'cpu'");
  });

  test("keeps for its gradient what is disposed before that is taken", () => {
    expectAsUntuned(() =>
      tf.grad((x) => {
        const square = x.square();
        const result = square.square().sum();
        square.dispose();
        return result;
      })(random([3], 1)),
    );
  });
});

describe("a dense layer", () => {
  test.each<[string, number[], Parameters<typeof layers.dense>[0]]>([
    ["as it is", [4, 3], { units: 2 }],
    ["without a bias", [4, 3], { units: 2, useBias: false }],
    ["with relu", [5, 4], { units: 3, activation: "relu" }],
    ["with elu", [5, 4], { units: 3, activation: "elu" }],
    ["with softmax", [5, 4], { units: 3, activation: "softmax" }],
    ["on a sequence", [2, 5, 4], { units: 3 }],
  ])("%s, has the values and the gradients of tfjs", (_, shape, settings) => {
    const layer = layers.dense(settings);
    layer.build(shape);
    const weights = layer.getWeights().map((weight, i) => random(weight.shape, i + 10));
    layer.setWeights(weights);
    const variables = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    expectAsUntuned(() => {
      const x = random(shape, 1);
      const loss = (x: tf.Tensor) => (layer.apply(x) as tf.Tensor).square().sum();
      const { value, grads } = tf.variableGrads(() => loss(x) as tf.Scalar, variables);
      return [layer.apply(x) as tf.Tensor, value, Object.values(grads), tf.grad(loss)(x)] as unknown as tf.TensorContainer;
    });
    tf.dispose([weights, variables]);
  });

  test("does not compute the gradient of its input when only its weights learn", async () => {
    const layer = layers.dense({ units: 2, inputShape: [3] });
    const x = random([4, 3], 1);
    layer.build([null, 3]);
    const { kernels } = await tf.profile(() =>
      tf.tidy(
        () =>
          void tf.variableGrads(() => (layer.apply(x) as tf.Tensor).sum() as tf.Scalar, [layer.trainableWeights[0].read() as tf.Variable]),
      ),
    );
    expect(kernels.filter(({ name }) => /MatMul/.test(name)).map(({ outputShapes }) => outputShapes[0])).toEqual([
      [4, 2],
      [3, 2],
    ]);
    tf.dispose([x, layer.trainableWeights.map((weight) => weight.read())]);
  });
});

describe("a scope", () => {
  /** Counts what each way of ending a scope leaves behind. */
  const left = (body: () => unknown) => {
    const start = tf.memory().numTensors;
    const result = tf.tidy(body as () => tf.TensorContainer);
    const count = tf.memory().numTensors - start;
    tf.dispose(result);
    return [count, tf.memory().numTensors - start];
  };

  test.each<[string, () => unknown]>([
    ["a tensor", () => tf.zeros([2]).add(1)],
    ["nothing", () => void tf.zeros([2]).add(1)],
    ["null", () => (tf.zeros([2]), null)],
    ["a number", () => tf.zeros([2]).sum().dataSync()[0]],
    ["a list", () => [tf.zeros([2]), tf.ones([2]), 3]],
    ["an object", () => ({ a: tf.zeros([2]), deep: { b: tf.ones([2]) } })],
    ["a clone", () => tf.zeros([2]).clone()],
    ["the result of an inner scope", () => tf.tidy(() => tf.tidy(() => tf.zeros([2]).add(1)).mul(2))],
    ["a tensor an inner scope has dropped", () => (tf.tidy(() => void tf.zeros([2])), tf.ones([3]))],
    [
      "a tensor of the outer scope through an inner one",
      () => {
        const x = tf.zeros([2]);
        return tf.tidy(() => x);
      },
    ],
  ])("that returns %s keeps what tfjs keeps", (_, body) => expect(left(body)).toEqual(untuned(() => left(body))));

  test("leaves what is kept", () => {
    let kept: tf.Tensor | undefined;
    tf.tidy(() => void (kept = tf.keep(tf.ones([2]))));
    expect(kept!.isDisposed).toBe(false);
    kept!.dispose();
  });

  test("leaves variables", () => {
    const v = tf.tidy(() => tf.variable(tf.ones([2])));
    tf.tidy(() => v);
    expect(v.isDisposed).toBe(false);
    v.dispose();
  });

  test("ends also when its body throws", () => {
    expect(() =>
      tf.tidy(() => {
        tf.zeros([2]);
        throw new Error("stop");
      }),
    ).toThrow("stop");
  });
});

describe("gather", () => {
  test.each(GATHERED)("of %j by indices of shape %j along axis %i is that of tfjs", (shape, indexShape, axis) => {
    for (const dtype of ["float32", "int32"] as const) {
      const [ours, theirs]: unknown[] = tf.tidy(() => {
        const x = random(shape, 1).mul(100).cast(dtype);
        const size = shape.at(axis)!;
        const indices = random(indexShape, 2)
          .abs()
          .mul(size - 0.001)
          .floor()
          .cast("int32");
        const info = gatherOfTfjs({ inputs: { x, indices }, attrs: { axis, batchDims: 0 }, backend: tf.backend() }) as tf.TensorInfo;
        const theirs = (tf.backend() as MathBackendCPU).readSync(info.dataId);
        (tf.backend() as MathBackendCPU).disposeIntermediateTensorInfo(info);
        const result = tf.gather(x, indices, axis);
        return [
          [result.shape, result.dtype, Array.from(result.dataSync())],
          [info.shape, info.dtype, Array.from(theirs as Float32Array)],
        ] as never;
      });
      expect(ours).toEqual(theirs);
    }
  });

  test.each([-1, 3, 100])("refuses the index %i", (index) => {
    expect(() => tf.tidy(() => tf.gather(tf.tensor1d([1, 2, 3]), tf.tensor1d([0, index], "int32")))).toThrow(
      `GatherV2: the index value ${index} is not in [0, 2]`,
    );
  });

  test("of rows in batches is left to tfjs", () => {
    const rows = tf.tidy(
      () =>
        Array.from(
          tf
            .gather(
              tf.tensor2d([
                [1, 2],
                [3, 4],
              ]),
              tf.tensor2d([[1], [0]], [2, 1], "int32"),
              1,
              1,
            )
            .dataSync(),
        ) as never,
    );
    expect(rows).toEqual([2, 3]);
  });
});
