/** Every explanation of a failure in tfjs is fetched with the real failure, on both backends a reader meets. */
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { explain } from "../../../src/kernel/errors/explain.ts";
import { installGuards } from "../../../src/kernel/errors/guards.ts";
import { useBackend } from "../../../src/kernel/backends/use.ts";
import * as tf from "../../../src/kernel/tf.ts";
import { allCases } from "./failures.ts";

beforeAll(() => installGuards(tf));
afterEach(() => tf.disposeVariables());

/** What `fail` throws, now or later. */
async function thrownBy(fail: (given: typeof tf) => unknown): Promise<unknown> {
  try {
    await fail(tf);
  } catch (error) {
    return error;
  }
  throw new Error("expected a failure, found none");
}

describe.each(["cpu", "wasm"] as const)("on %s", (backend) => {
  beforeAll(async () => {
    expect(await useBackend(backend)).toBe(backend);
  });

  test.each(allCases)("explains %s", async (_, fail, kind, words) => {
    const explanation = explain(await thrownBy(fail));
    expect(explanation.kind).toBe(kind);
    expect(explanation.title).toMatch(/[\u4e00-\u9fff]/);
    if (words) expect(explanation.title + explanation.hint).toMatch(words);
    expect(explanation.original).not.toBe("");
  });
});

test("explains an operation that only wasm lacks", async () => {
  await useBackend("wasm");
  const { kind, title } = explain(await thrownBy(() => tf.spectral.fft(tf.complex(tf.zeros([2]), tf.zeros([2])))));
  expect([kind, title]).toEqual(["missing-kernel", "后端 wasm 没有实现运算 Complex"]);
});

test("explains a slice beyond the end, which only cpu refuses", async () => {
  await useBackend("cpu");
  expect(explain(await thrownBy(() => tf.zeros([3]).slice([2], [4])))).toMatchObject({
    kind: "slice",
    title: "`slice` 取过头了：第 0 轴只有 3 个，却要取到第 6 个",
  });
});

describe("guarded tensors", () => {
  test("still print in templates, concatenated arrays and joins", async () => {
    await useBackend("cpu");
    const t = tf.tensor1d([1, 2]);
    expect(`${t}`).toContain("[1, 2]");
    expect([t].join()).toContain("[1, 2]");
  });

  test("still promise their data, to await and to print", async () => {
    const promise = tf.tensor1d([1, 2]).data();
    expect(promise).toBeInstanceOf(Promise);
    expect(`${promise}`).toBe("[object Promise]");
    expect([...(await promise), await tf.scalar(3).array()]).toEqual([1, 2, 3]);
  });

  test("are guarded once, however often it is asked for", () => {
    const { tidy } = tf.engine();
    installGuards(tf);
    expect(tf.engine().tidy).toBe(tidy);
  });

  test("are computed with as before", async () => {
    await useBackend("cpu");
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    model.compile({ optimizer: tf.train.sgd(0.01), loss: "meanSquaredError" });
    const { history } = await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1, verbose: 0 });
    expect(history.loss).toHaveLength(1);
    const rows = await tf.data
      .array([tf.ones([2]), tf.zeros([2])])
      .batch(2)
      .toArray();
    expect((rows[0] as unknown as { shape: number[] }).shape).toEqual([2, 2]);
    expect(tf.stack([tf.ones([2]), tf.zeros([2])]).shape).toEqual([2, 2]);
  });
});
