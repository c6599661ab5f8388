/**
 * Products with a transposed operand. The wasm backend hands plain products to XNNPACK, but runs a scalar loop as soon as one operand is
 * transposed, which is what the gradient of every product needs. Here the transpose is made first, by the wasm kernel. XNNPACK packs its right
 * operand anew for every tensor, which costs more than a transpose, so of AᵀB and (BᵀA)ᵀ the one with the smaller right operand is taken.
 *
 * Measured with tensors as fresh as those of a training step: [256,784]ᵀ·[256,10] 2.4 → 0.8 ms, [256,10]·[784,10]ᵀ 4.7 → 0.6 ms on a busy
 * machine; 1.8 → 0.6 and 2.5 → 0.3 ms on a quieter one.
 */
import type { BatchMatMulAttrs, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type Core, replaceKernel } from "./tune-replace.ts";

export function tuneMatMul(tf: Core): void {
  const transpose = tf.getKernel("Transpose", "wasm").kernelFunc;
  replaceKernel(tf, "BatchMatMul", "wasm", (multiply): KernelFunc => (params) => {
    const backend = params.backend as BackendWasm;
    const { a, b } = params.inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = params.attrs as unknown as BatchMatMulAttrs;
    if (!transposeA && !transposeB) return multiply(params);

    const intermediate: TensorInfo[] = [];
    const keep = (made: TensorInfo) => (intermediate.push(made), made);
    const transposed = (x: TensorInfo) =>
      transpose({ inputs: { x }, backend, attrs: { perm: lastTwoSwapped(x.shape.length) } }) as TensorInfo;
    const product = (left: TensorInfo, right: TensorInfo) =>
      multiply({ inputs: { a: left, b: right }, backend, attrs: { transposeA: false, transposeB: false } }) as TensorInfo;

    const result = !transposeA
      ? product(a, keep(transposed(b)))
      : transposeB
        ? transposed(keep(product(b, a)))
        : size(a) >= size(b)
          ? product(keep(transposed(a)), b)
          : transposed(keep(product(keep(transposed(b)), a)));
    for (const { dataId } of intermediate) backend.disposeData(dataId);
    return result;
  });
}

const size = ({ shape }: TensorInfo) => shape.reduce((product, n) => product * n, 1);

function lastTwoSwapped(rank: number): number[] {
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  return [...axes.slice(0, -2), rank - 1, rank - 2];
}
