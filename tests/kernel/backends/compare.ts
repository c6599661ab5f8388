/** The same computation on the cpu backend and on wasm. */
import * as tf from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { expect } from "vitest";
import { useBackend } from "../../../src/kernel/backends/use.ts";
import { tuneWasm } from "../../../src/kernel/backends/wasm/tune.ts";

/** Numbers that repeat: a linear congruential generator (Numerical Recipes), uniform in [-1, 1). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 31 - 1;
}

/** What `gather` is tried on: shape, shape of the indices, axis. */
export const GATHERED: [shape: number[], indexShape: number[], axis: number][] = [
  [[7], [3], 0],
  [[7, 5], [4], 0],
  [[7, 5], [4], 1],
  [[2, 3, 4], [2, 2], 1],
  [[6, 40], [9], 0],
  [[3, 2, 20], [5], -2],
  [[5, 1], [5], 0],
];

/** Starts wasm on a heap that is never clean: what a kernel adds to without having written it first is wrong here always, not now and then. */
export async function startWasm(): Promise<void> {
  expect(await useBackend("wasm")).toBe("wasm");
  tuneWasm(tf);
  const backend = tf.backend() as BackendWasm;
  const make = backend.makeOutput.bind(backend);
  backend.makeOutput = (shape, dtype, memoryOffset, values) => {
    const info = make(shape, dtype, memoryOffset, values);
    if (!values && memoryOffset === undefined && dtype !== "string") backend.typedArrayFromHeap(info).fill(7);
    return info;
  };
}

type Results = { shape: number[]; dtype: string; values: number[] }[];

async function on(backend: string, compute: () => tf.Tensor | tf.Tensor[]): Promise<Results> {
  await tf.setBackend(backend);
  const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
  const results = tf.tidy(
    () => [compute()].flat().map((t) => ({ shape: t.shape, dtype: t.dtype, values: Array.from(t.dataSync()) })) as never,
  ) as Results;
  expect([tf.memory().numTensors, tf.engine().backend.numDataIds()], `tensors and data on ${backend} after the computation`).toEqual(
    before,
  );
  return results;
}

/** Computes on both backends; expects the same shapes, types and (to float32) values, and that nothing is left in memory. */
export async function expectSame(compute: () => tf.Tensor | tf.Tensor[], tolerance = 1e-4): Promise<void> {
  const cpu = await on("cpu", compute);
  const wasm = await on("wasm", compute);
  expect(wasm.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(cpu.map(({ shape, dtype }) => ({ shape, dtype })));
  cpu.forEach(({ values }, i) => {
    const off = values.findIndex((value, j) => !(Math.abs(value - wasm[i].values[j]) <= tolerance * (1 + Math.abs(value))));
    expect(off < 0 ? "same" : `value ${off}: cpu ${values[off]}, wasm ${wasm[i].values[off]}`).toBe("same");
  });
}
