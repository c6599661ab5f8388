import { expect, test } from "vitest";
import { useBackend } from "../../src/kernel/backends/use.ts";
import { load } from "../../src/kernel/modules.ts";
import * as tf from "../../src/kernel/tf.ts";

const name = (specifier: string, imported: string, local = imported, typeOnly = false) => ({ specifier, imported, local, typeOnly });

test("gives a namespace, a name, and a name under another one", async () => {
  const values = await load([
    name("@tensorflow/tfjs", "*", "tf"),
    name("@tensorflow/tfjs", "tensor"),
    name("@tensorflow/tfjs", "add", "plus"),
  ]);
  expect(values).toEqual({ tf, tensor: tf.tensor, plus: tf.add });
});

test("leaves out what is imported as a type only", async () => {
  expect(await load([name("@tensorflow/tfjs", "Tensor", "Tensor", true)])).toEqual({});
});

test("has what the book writes with tf", async () => {
  await useBackend("cpu");
  expect(tf.layers.dense).toBeTypeOf("function");
  expect(tf.data.array).toBeTypeOf("function");
  expect(tf.train.sgd).toBeTypeOf("function");
  expect(tf.scalar(2).add(1).arraySync()).toBe(3);
  expect(
    tf
      .grad((x) => x.square())(tf.scalar(3))
      .arraySync(),
  ).toBe(6);
  expect(tf.version.tfjs).toMatch(/^4\./);
});

test.each([
  ["a library that does not exist", name("lodash", "map"), "没有 `lodash` 这个库"],
  ["a name the library lacks", name("@tensorflow/tfjs", "tensors"), "`@tensorflow/tfjs` 里没有 `tensors`"],
  ["a name nobody saved to d2l", name("d2l", "toString"), "`d2l` 里没有 `toString`"],
  ["a library named like a property of every object", name("constructor", "*"), "没有 `constructor` 这个库"],
])("refuses %s in Chinese", async (_, wanted, message) => {
  await expect(load([wanted])).rejects.toThrow(message);
});
