import { expect, test } from "vitest";
import { createRunner } from "../../src/kernel/run.ts";
import type { Backend } from "../../src/listing/types.ts";
import { program } from "./program.ts";

const code = `const W = tf.variable(tf.randomNormal([5, 2])), X = tf.randomNormal([4, 5])
tf.train.sgd(0.1).minimize(() => X.matMul(W).square().mean())
const w = (await W.array()).flat(), backend = tf.getBackend()`;

async function train(backend: Backend) {
  const outcome = await createRunner({ seed: 3 }).run(
    program("train", code, { tf: true, declares: ["W", "X", "w", "backend"], backend }),
    () => {},
  );
  if (!outcome.ok) throw new Error(outcome.error.original);
  return outcome.result;
}

test("wasm trains in Node and agrees with the cpu", async () => {
  const [cpu, wasm] = [await train("cpu"), await train("wasm")];
  expect(wasm.backend).toBe("wasm");
  expect(wasm.values.backend).toBe("wasm");
  (wasm.values.w as number[]).forEach((w, i) => expect(w).toBeCloseTo((cpu.values.w as number[])[i], 5));
});

test("a backend the device lacks is replaced, and the result says by which", async () => {
  const { backend, values } = await train("webgl");
  expect(backend).toBe("wasm");
  expect(values.backend).toBe("wasm");
});
