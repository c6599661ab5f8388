/**
 * Kernels that the wasm backend lacks or gets wrong, run by the cpu backend: the inputs are read from the wasm heap, the cpu kernel computes, its
 * outputs are written back. Most are gradients, so that what can be computed can also be learned. Left out are complex numbers (Complex, Real,
 * FFT, …), strings and ragged tensors, which the wasm heap cannot hold.
 *
 * Measured: the gradient of gathering rows, [2,1000] into 2 rows, takes 0.4 ms.
 */
import type { CastAttrs, KernelFunc, NamedTensorInfoMap, OneHotAttrs, TensorInfo } from "@tensorflow/tfjs-core";
import type { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type Core, replaceKernel } from "../engine/replace.ts";

/** What wasm has no kernel for: the gradients of `gather` (UnsortedSegmentSum) and of convolutions, and `einsum`. */
export const LACKING = [
  "UnsortedSegmentSum",
  "Einsum",
  "Conv2DBackpropFilter",
  "DepthwiseConv2dNativeBackpropFilter",
  "DepthwiseConv2dNativeBackpropInput",
];

/** What the wasm kernels of tfjs 4.22 compute wrong, silently; each has a test that fails without this line. */
export const WRONG = [
  // a window's maximum is sought from the smallest positive float on, so that one without positive entries has its maximum nowhere
  ...["MaxPoolGrad", "MaxPool3D", "MaxPool3DGrad", "Dilation2D", "Dilation2DBackpropInput", "Dilation2DBackpropFilter"],
  // the places that a convolution's filter touched are counted wrong
  ...["Conv3DBackpropInputV2", "Conv3DBackpropFilterV2"],
  // only the first image of a batch
  "ResizeNearestNeighborGrad",
];

type Params = Parameters<KernelFunc>[0];
const isEmpty = ({ inputs }: Params) => (inputs as { x: TensorInfo }).x.shape.includes(0);
const hasNaN =
  (name: "x" | "b") =>
  ({ inputs, backend }: Params) => {
    const input = (inputs as Record<string, TensorInfo>)[name]!;
    return input.dtype === "float32" && (backend as BackendWasm).typedArrayFromHeap(input).includes(NaN as never);
  };

/** What the wasm kernels get wrong for these inputs only. */
const SOMETIMES_WRONG: Record<string, (params: Params) => boolean> = {
  // it writes integers whatever is asked for: 0.01 becomes 0, and a float32 1 the smallest number there is
  OneHot: ({ attrs }) => (attrs as unknown as OneHotAttrs).dtype !== "int32",
  // it cuts fractions off: 0.5 becomes false
  Cast: ({ attrs }) => (attrs as unknown as CastAttrs).dtype === "bool",
  // of no numbers they yield whatever stood in the memory
  Sum: isEmpty,
  Mean: isEmpty,
  Max: isEmpty,
  Min: isEmpty,
  // they take NaN for a number, and the other one for the greater and the smaller: a training that failed would look sound again
  Maximum: hasNaN("b"), // in `a` they keep it
  Minimum: hasNaN("b"),
  Relu6: hasNaN("x"),
  ClipByValue: hasNaN("x"),
};

export function tuneFallbacks(tf: Core): void {
  const byCpu = (kernelName: string) => onCpu(tf, tf.getKernel(kernelName, "cpu").kernelFunc);
  for (const kernelName of LACKING) {
    if (!tf.getKernel(kernelName, "wasm")) tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc: byCpu(kernelName) });
  }
  for (const [kernelName, isWrong] of Object.entries(SOMETIMES_WRONG)) {
    const cpu = byCpu(kernelName);
    replaceKernel(
      tf,
      kernelName,
      "wasm",
      (wasm): KernelFunc =>
        (params) =>
          (isWrong(params) ? cpu : wasm)(params),
    );
  }
  for (const kernelName of WRONG) replaceKernel(tf, kernelName, "wasm", () => byCpu(kernelName));
}

/** A kernel of the cpu backend as one of wasm. */
export function onCpu(tf: Core, compute: KernelFunc): KernelFunc {
  return ({ inputs, backend, attrs }) => {
    const wasm = backend as BackendWasm;
    const cpu = tf.findBackend("cpu") as MathBackendCPU;
    const toCpu = ({ dataId, shape, dtype }: TensorInfo) => ({
      ...cpu.makeTensorInfo(shape, dtype, wasm.readSync(dataId)),
      rank: shape.length, // the gradients of Dilation2D ask for it
    });
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
