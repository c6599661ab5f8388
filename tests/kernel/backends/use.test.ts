/** Which backend is taken when one does not start, or does not tell the truth. */
import * as tf from "@tensorflow/tfjs-core";
import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import { expect, test, vi } from "vitest";
import { useBackend } from "../../../src/kernel/backends/use.ts";

/** Reads zeros wherever there are numbers, as some drivers of graphics cards do. */
class Misreading extends MathBackendCPU {
  override readSync(dataId: object) {
    const values = super.readSync(dataId);
    return typeof values[0] === "number" ? (values as Float32Array).map(() => 0) : values;
  }
}

let starts = 0;
const asOn = (name: string, make: () => MathBackendCPU) => {
  for (const kernel of tf.getKernelsForBackend("cpu")) tf.registerKernel({ ...kernel, backendName: name });
  tf.registerBackend(name, () => (starts++, Object.assign(make(), { firstUse: false }))); // which would advertise another one
  return {};
};
vi.mock("../../../src/kernel/backends/webgl.ts", () => asOn("webgl", () => new Misreading()));
vi.mock("../../../src/kernel/backends/webgpu.ts", () => asOn("webgpu", () => new MathBackendCPU()));

test("a backend that reads numbers back as they are is taken", async () => {
  expect(await useBackend("webgpu")).toBe("webgpu");
  expect(tf.getBackend()).toBe("webgpu");
});

test("one that misreads them is refused, wasm takes its place, and it is not started again", async () => {
  starts = 0;
  for (let i = 0; i < 2; i++) {
    expect(await useBackend("webgl")).toBe("wasm");
    expect(tf.getBackend()).toBe("wasm");
  }
  expect(starts).toBe(1);
  expect(tf.add([1, 2], 1).dataSync()).toEqual(Float32Array.of(2, 3));
});
