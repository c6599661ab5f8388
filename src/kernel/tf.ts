/**
 * What a listing imports as `@tensorflow/tfjs`: core, layers and data of TensorFlow.js with the cpu backend. The types
 * of that specifier are mapped to this very file, so what type-checks exists at run time.
 */
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import "@tensorflow/tfjs-backend-cpu";
import { range as fromTo, tensor as anyTensor, tensor2d as matrix, version_core } from "@tensorflow/tfjs-core";
import { version_layers } from "@tensorflow/tfjs-layers";
import * as data from "@tensorflow/tfjs-data";
import { random } from "./errors/doubts/library.ts";
import { lookAtShuffle } from "./errors/doubts/shuffling.ts";
import { checkRows, refusedRange } from "./errors/guards.ts";

export * from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs-layers";
export { initializers, losses } from "./errors/doubts/library.ts";
export const { randomNormal, randomStandardNormal, truncatedNormal, randomUniform, randomUniformInt, randomGamma } = random;
export { layers } from "./memory/names.ts";
export { data };

export const version = {
  "tfjs-core": version_core,
  "tfjs-layers": version_layers,
  "tfjs-data": data.version_data,
  tfjs: version_core,
};

// `range(3)` is empty in tfjs: what Python takes for the end, it takes for the start.
export const range: typeof fromTo = (start, stop, ...rest) => {
  if (stop === undefined) throw refusedRange(start);
  return fromTo(start, stop, ...rest);
};

export const tensor: typeof anyTensor = (values, ...rest) => (checkRows(values), anyTensor(values, ...rest));
export const tensor2d: typeof matrix = (values, ...rest) => (checkRows(values), matrix(values, ...rest));

// `shuffle` without a seed seeds itself from the clock; drawn from Math.random instead it repeats with the run.
const { shuffle } = data.Dataset.prototype;
data.Dataset.prototype.shuffle = function (bufferSize, seed, reshuffleEachIteration) {
  lookAtShuffle(this.size, bufferSize, seed, reshuffleEachIteration);
  return shuffle.call(this, bufferSize, seed || String(Math.random()), reshuffleEachIteration);
};
