/** Makes a backend of tfjs the current one. */
import { add, findBackend, findBackendFactory, getBackend, ones, setBackend, tidy } from "@tensorflow/tfjs-core";
import type { Backend } from "../../listing/types.ts";

/** What registers each backend; cpu comes with `tf.ts`, and in Node would advertise another one at its first use. */
const register: Record<Backend, () => Promise<unknown>> = {
  cpu: async () => Object.assign(findBackend("cpu"), { firstUse: false }),
  wasm: () => import("./wasm.ts"),
  webgl: () => import("./webgl.ts"),
  webgpu: () => import("./webgpu.ts"),
};

/** Those that did not start are not tried again: each try costs a download or a graphics context. */
const broken = new Set<Backend>();

/**
 * Starts a backend, or wasm and at last cpu where the device lacks it.
 * @returns the backend that is really in use
 */
export async function useBackend(wanted: Backend): Promise<Backend> {
  for (const name of [wanted, "wasm", "cpu"] as const) {
    // one that did not start is current by name all the same
    if (!broken.has(name) && (getBackend() === name || (await start(name)))) return name;
    broken.add(name);
  }
  throw new Error("no backend of TensorFlow.js could be started");
}

async function start(name: Backend): Promise<boolean> {
  try {
    await register[name]();
    // setBackend throws for a backend that did not register itself, and may leave another one in use without a word
    const isInUse = findBackendFactory(name) !== null && (await setBackend(name)) && getBackend() === name;
    return isInUse && (name === "cpu" || name === "wasm" || readsBack());
  } catch {
    return false;
  }
}

/** Some graphics cards and drivers give zeros to `dataSync`, without a word. Of a thousand numbers and less tfjs would keep a copy. */
function readsBack(): boolean {
  return tidy(() => add(ones([2000]), 1).dataSync()[1999]) === 2;
}
