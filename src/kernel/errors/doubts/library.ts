/** Parts of tfjs that take what they are given, right or wrong: here they look at it first. */
import * as core from "@tensorflow/tfjs-core";
import { initializers as originalInitializers } from "@tensorflow/tfjs-layers";
import type { Explanation } from "../../protocol.ts";
import { links } from "../links.ts";
import { lookAtSeed } from "./seeds.ts";
import { isWatching, see } from "./sights.ts";

const { getBackend, losses: originalLosses, Tensor } = core;
type Tensor = core.Tensor;
type CrossEntropy = typeof originalLosses.softmaxCrossEntropy;

/** `tf.losses`; the first call of `softmaxCrossEntropy` in a run is looked at. */
export const losses: typeof originalLosses = {
  ...originalLosses,
  softmaxCrossEntropy: ((...given: Parameters<CrossEntropy>) => {
    const [labels, logits] = given;
    if (labels instanceof Tensor && logits instanceof Tensor) lookAtCrossEntropy(labels, logits);
    return originalLosses.softmaxCrossEntropy(...given);
  }) as CrossEntropy,
};

/** What draws a tensor, with the place of the seed among its parameters; the shape is the first. */
const SEED_AT = {
  randomNormal: 4,
  randomStandardNormal: 2,
  truncatedNormal: 4,
  randomUniform: 4,
  randomUniformInt: 3,
  randomGamma: 4,
} as const;

type Make = (...given: unknown[]) => unknown;

/** `tf.randomNormal` and its kin. */
export const random = map(SEED_AT, (name, at) => {
  const draw = core[name] as Make;
  return (...given: unknown[]) => {
    lookAtSeed(name, given[at], given[0]);
    return draw(...given);
  };
}) as unknown as Pick<typeof core, keyof typeof SEED_AT>;

/** `tf.initializers`, which get their seed with their settings; a spread of 0 is taken for none given. */
export const initializers = map(originalInitializers, (name, make) => (settings?: { seed?: unknown; stddev?: unknown }) => {
  if (name === "randomNormal" && settings?.stddev === 0) see(ZERO_SPREAD);
  lookAtSeed(name, settings?.seed);
  return (make as Make)(settings);
}) as unknown as typeof originalInitializers;

function map<T extends object>(object: T, make: (name: keyof T & string, value: T[keyof T]) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, make(name as keyof T & string, value as T[keyof T])]));
}

/** Labels [n, q] are rows that add up to 1; logits are not, but for a wonder. */
function lookAtCrossEntropy(labels: Tensor, logits: Tensor): void {
  const fits = labels.rank === 2 && labels.shape.join() === logits.shape.join() && labels.size > 1;
  // elsewhere numbers are far away, and fetching them would hold up the training
  if (!fits || !["cpu", "wasm"].includes(getBackend()) || !isWatching("softmaxCrossEntropy")) return;
  const [isFirst, isSecond] = [labels, logits].map(holdsDistributions);
  if (isSecond) see(isFirst ? PROBABILITIES : SWAPPED);
}

/** Is every row non-negative and adds up to 1? */
function holdsDistributions(t: Tensor): boolean {
  const [n, q] = t.shape as [number, number];
  const values = t.dataSync();
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < q; j++) {
      const p = values[i * q + j];
      if (p < 0) return false;
      sum += p;
    }
    if (Math.abs(sum - 1) > 1e-3) return false;
  }
  return true;
}

const PROBABILITIES: Explanation = {
  kind: "probabilities",
  title: "`softmaxCrossEntropy` 的第二个参数像是概率：每行都加起来是 1",
  hint: "它要的是 logits，自己会做 softmax。做两次，损失降不下去，学得也慢：把模型末尾的 softmax 去掉。",
  link: links.crossEntropy,
  original: "rows of logits add up to 1",
};

const SWAPPED: Explanation = {
  kind: "labels-order",
  title: "`softmaxCrossEntropy` 的两个参数多半写反了：第二个每行都加起来是 1，像标签，第一个不是",
  hint: "标签在前，logits 在后（PyTorch 正相反）。",
  link: links.crossEntropy,
  original: "rows of logits add up to 1, rows of labels do not",
};

const ZERO_SPREAD: Explanation = {
  kind: "zero-spread",
  title: "`randomNormal({ stddev: 0 })` 的标准差不是 0，而是 0.05",
  hint: 'tfjs 把 0 当作没有写。要全零，写 `"zeros"`。',
  link: links.layers,
  original: "stddev: 0",
};
