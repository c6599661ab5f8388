/** The numbers of 32 bits as far as softmax meets them: what eˣ becomes, and the three ways to a cross-entropy. Plain numbers, no tensors. */

const { fround } = Math;

/** Where eˣ leaves each region, by format: becomes 0, loses digits (subnormal), becomes Infinity. */
export const LIMITS = {
  float16: { zero: -25 * Math.LN2, subnormal: -14 * Math.LN2, overflow: Math.log(65520) },
  float32: { zero: -150 * Math.LN2, subnormal: -126 * Math.LN2, overflow: 128 * Math.LN2 },
} as const;

/** eˣ rounded to float32, as tf.exp gives it. */
export const exp32 = (x: number): number => fround(Math.exp(x));

/** −log of the true class's softmax, step by step in float32, as the definition says; picked by a mask, so that one NaN is enough for NaN. */
export function naive(o: readonly number[], label: number): number {
  const exps = o.map(exp32);
  const partition = exps.reduce((sum, e) => fround(sum + e), 0);
  const picked = exps.reduce((sum, e, k) => sum + fround(e / partition) * (k === label ? 1 : 0), 0);
  return -Math.log(picked);
}

/** The same after subtracting the largest logit. */
export function shifted(o: readonly number[], label: number): number {
  const largest = Math.max(...o);
  return naive(
    o.map((x) => x - largest),
    label,
  );
}

/** LogSumExp: logarithm and softmax in one formula. */
export function fused(o: readonly number[], label: number): number {
  const largest = Math.max(...o);
  const partition = o.reduce((sum, x) => fround(sum + exp32(x - largest)), 0);
  return largest - o[label]! + Math.log(partition);
}
