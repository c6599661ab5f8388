import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import { beforeAll, expect, test } from "vitest";
import { tuneStorage } from "../../../src/kernel/backends/engine/storage.ts";

let early: tf.Tensor;

beforeAll(async () => {
  for (const name of ["here", "there"]) {
    tf.registerBackend(name, () => new MathBackendCPU());
    tf.copyRegisteredKernels("cpu", name);
  }
  await tf.setBackend("here");
  early = tf.tensor([1, 2]);
  tuneStorage(tf);
});

const countOf = (backend: string) => tf.engine().findBackend(backend).numDataIds();

test("data are found where they were put, and gone once nothing shows them", () => {
  const [{ numBytes }, ids] = [tf.memory(), countOf("here")];
  const a = tf.tensor([3, 4]);
  const view = a.reshape([2, 1]);
  expect(countOf("here")).toBe(ids + 1);
  a.dispose();
  expect([...view.dataSync()]).toEqual([3, 4]);
  view.dispose();
  expect(countOf("here")).toBe(ids);
  expect(tf.memory().numBytes).toBe(numBytes);
});

test("data follow to the backend that asks for them, and are with one at a time", async () => {
  const a = tf.tensor([5, 6]);
  const [here, there] = [countOf("here"), countOf("there")];
  await tf.setBackend("there");
  expect([...a.add(1).dataSync()]).toEqual([6, 7]);
  expect(countOf("here")).toBe(here - 1);
  expect(countOf("there")).toBeGreaterThan(there);
  await tf.setBackend("here");
  expect([...a.add(1).dataSync()]).toEqual([6, 7]);
});

test("data stored before the storage was tuned are found, moved and disposed", async () => {
  expect([...early.add(1).dataSync()]).toEqual([2, 3]);
  await tf.setBackend("there");
  expect([...early.add(1).dataSync()]).toEqual([2, 3]);
  const { numBytes, numTensors } = tf.memory();
  early.dispose();
  expect(tf.memory().numTensors).toBe(numTensors - 1);
  expect(tf.memory().numBytes).toBe(numBytes - 8);
});
