/** Puts another function in place of a kernel that a backend has registered. */
import type { KernelFunc } from "@tensorflow/tfjs-core";

/** The namespace of tfjs, as the tuning functions are given it. */
export type Core = typeof import("@tensorflow/tfjs-core");

const replaced = new WeakSet<KernelFunc>();

/**
 * Registers what `make` returns for the kernel's own function. The kernel's set-up stays; a kernel already replaced is left alone,
 * so that tuning twice is the same as tuning once.
 */
export function replaceKernel(tf: Core, kernelName: string, backendName: string, make: (original: KernelFunc) => KernelFunc): void {
  const original = tf.getKernel(kernelName, backendName);
  if (!original) throw new Error(`expected kernel ${kernelName} of backend ${backendName} to be registered before it is tuned, found none`);
  if (replaced.has(original.kernelFunc)) return;
  const kernelFunc = make(original.kernelFunc);
  replaced.add(kernelFunc);
  tf.unregisterKernel(kernelName, backendName); // registering over an old one prints a warning
  tf.registerKernel({ ...original, kernelFunc });
}
