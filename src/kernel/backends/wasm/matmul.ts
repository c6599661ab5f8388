/**
 * Matrix products as training needs them. The wasm backend hands plain products to XNNPACK, but runs a scalar loop as soon as one operand is
 * transposed, which is what the gradient of every product needs.
 *
 * Narrow products, at most 12 columns as a classifier of few classes has, are computed by a kernel of our own, which reads a transposed operand
 * where it is: [256,784]·[784,10] 0.31 → 0.13 ms, [256,784]ᵀ·[256,10] 0.69 → 0.14 ms (processor time).
 *
 * Of all others the transpose is made first, by the wasm kernel. XNNPACK packs its right operand anew for every tensor, which costs more than a
 * transpose, so of AᵀB and (BᵀA)ᵀ the one with the smaller right operand is taken: [256,10]·[784,10]ᵀ 2.5 → 0.3 ms.
 *
 * Integers, which the wasm backend refuses, are multiplied by the cpu backend.
 */
import type { _FusedMatMulAttrs, BatchMatMulAttrs, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { onCpu } from "./fallback.ts";
import { simd } from "./simd/simd.ts";
import { type Core, replaceKernel } from "../engine/replace.ts";

export function tuneMatMul(tf: Core): void {
  const transpose = tf.getKernel("Transpose", "wasm").kernelFunc;
  const multiplyOnCpu = onCpu(tf, tf.getKernel("BatchMatMul", "cpu").kernelFunc);
  replaceKernel(tf, "BatchMatMul", "wasm", (multiply): KernelFunc => (params) => {
    const backend = params.backend as BackendWasm;
    const { a, b } = params.inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = params.attrs as unknown as BatchMatMulAttrs;
    if (a.dtype !== "float32" || b.dtype !== "float32") return multiplyOnCpu(params);
    const narrow = narrowProduct(backend, a, b, transposeA, transposeB);
    if (narrow) return narrow;
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

  // a dense layer: product and bias in one kernel
  const add = tf.getKernel("Add", "wasm").kernelFunc;
  replaceKernel(tf, "_FusedMatMul", "wasm", (multiply): KernelFunc => {
    const fused: KernelFunc = (params) => {
      const backend = params.backend as BackendWasm;
      const { a, b, bias, preluActivationWeights } = params.inputs as Record<string, TensorInfo | undefined>;
      const { transposeA, transposeB, activation } = params.attrs as unknown as _FusedMatMulAttrs;
      const clamp = CLAMPS[activation];
      if (clamp) {
        const sum = fused({ ...params, attrs: { ...params.attrs, activation: "linear" } }) as TensorInfo;
        const result = tf.getKernel(clamp, "wasm").kernelFunc({ inputs: { x: sum }, backend });
        backend.disposeData(sum.dataId);
        return result;
      }
      const isLinear = !preluActivationWeights && activation === "linear";
      const narrow = isLinear && narrowProduct(backend, a!, b!, transposeA, transposeB);
      if (!narrow) return multiply(params);
      if (!bias) return narrow;
      const result = add({ inputs: { a: narrow, b: bias }, backend });
      backend.disposeData(narrow.dataId);
      return result;
    };
    return fused;
  });
}

/** XNNPACK makes a NaN 0 when it clamps a product; these kernels keep it. */
const CLAMPS: Partial<Record<string, string>> = { relu: "Relu", relu6: "Relu6" };

/** The widest product that the kernel `product` computes. */
const COLUMNS = 12;

/** The product of two matrices, perhaps in batches of one; `undefined` where it is not narrow or the engine has no SIMD. */
function narrowProduct(
  backend: BackendWasm,
  a: TensorInfo,
  b: TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): TensorInfo | undefined {
  const [rows, inner] = transposeA ? lastTwo(a).reverse() : lastTwo(a);
  const [length, n] = transposeB ? lastTwo(b).reverse() : lastTwo(b);
  const isMatrix = (x: TensorInfo) => x.dtype === "float32" && size(x) === size({ shape: lastTwo(x) });
  if (n > COLUMNS || !isMatrix(a) || !isMatrix(b)) return undefined;
  if (Math.min(a.shape.length, b.shape.length) < 2 || inner !== length) return undefined; // tfjs's own kernel says what does not fit
  const kernels = simd(backend);
  if (!kernels) return undefined;

  const rank = Math.max(a.shape.length, b.shape.length);
  const result = backend.makeOutput([...Array<number>(rank - 2).fill(1), rows, n], "float32");
  const padded = kernels.scratch((inner + 1) * COLUMNS * Float32Array.BYTES_PER_ELEMENT);
  const at = (x: TensorInfo) => backend.dataIdMap.get(x.dataId).memoryOffset!;
  kernels.pad(at(b), transposeB ? 1 : n, transposeB ? inner : 1, inner, n, padded);
  kernels.product(at(a), transposeA ? 1 : inner, transposeA ? rows : 1, padded, inner, at(result), rows, n);
  return result;
}

const lastTwo = ({ shape }: TensorInfo) => shape.slice(-2);

const size = ({ shape }: { shape: number[] }) => shape.reduce((product, n) => product * n, 1);

function lastTwoSwapped(rank: number): number[] {
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  return [...axes.slice(0, -2), rank - 1, rank - 2];
}
