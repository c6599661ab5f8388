/** A tensor as it was when it was shown. */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { TensorValue } from "../../protocol.ts";
import { toBase64 } from "../base64.ts";
import { printTensor, type Data } from "./tensor-text.ts";

/** cells of the heat map along one side */
const HEAT = 64;

/** Whether a value is a tfjs tensor. Told by its members, since this room does not load tfjs. Never throws. */
export function isTensor(value: unknown): value is Tensor {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { shape, dtype, dataId, dataSync } = value as Tensor;
    return Array.isArray(shape) && typeof dtype === "string" && typeof dataId === "object" && typeof dataSync === "function";
  } catch {
    return false;
  }
}

/** tfjs keeps its engine, one a realm, on the global object. */
function backendName(): string | undefined {
  return (globalThis as { _tfengine?: { backendName?: string } })._tfengine?.backendName;
}

/**
 * Calls `use` with the data of tensors: at once on the backends that compute in this thread, else when the data have
 * arrived, in which case the promise is returned. Reading one synchronously from the GPU would block the worker.
 */
export function readTensors(tensors: readonly Tensor[], use: (data: Data[]) => void): Promise<void> | undefined {
  const backend = backendName();
  if (backend !== "webgl" && backend !== "webgpu") {
    use(tensors.map((tensor) => tensor.dataSync() as Data));
    return undefined;
  }
  return Promise.all(tensors.map((tensor) => tensor.data() as Promise<Data>)).then(use);
}

/** Copies a tensor; when its data are still to come, `ready` resolves after `tensor` has been filled. */
export function copyTensor(tensor: Tensor, { heat = true } = {}): { tensor: TensorValue; ready?: Promise<void> } {
  const copy: TensorValue = { shape: [...tensor.shape], dtype: tensor.dtype, text: "", notFinite: 0 };
  // Names that tfjs counts up (`3`, `dense_Dense2/kernel`) change from run to run.
  const { name } = tensor as { name?: unknown };
  if (typeof name === "string") copy.name = /^\d+$|\//.test(name) ? "" : name;
  if (tensor.isDisposed) return { tensor: { ...copy, disposed: true } };
  try {
    const ready = readTensors([tensor], ([data]) => describe(copy, data, heat));
    if (!ready) return { tensor: copy };
    copy.text = "…";
    return { tensor: copy, ready: ready.catch((error: unknown) => void (copy.text = unread(error))) };
  } catch (error) {
    copy.text = unread(error);
    return { tensor: copy };
  }
}

function unread(error: unknown): string {
  return `（读不出数据：${error instanceof Error ? error.message : String(error)}）`;
}

/** Adds text, statistics and heat map. Statistics are over the finite entries, in float64. */
function describe(copy: TensorValue, data: Data, heat: boolean): void {
  if (copy.dtype === "complex64") {
    copy.text = printTensor(data, [...copy.shape, 2], "float32");
    return;
  }
  copy.text = printTensor(data, copy.shape, copy.dtype);
  if (copy.dtype === "string" || data.length === 0) return;

  const numbers = data as ArrayLike<number>;
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let finite = 0;
  for (let i = 0; i < numbers.length; i++) {
    const entry = numbers[i];
    if (entry - entry !== 0) continue; // NaN and ±Infinity, without a call
    if (entry < min) min = entry;
    if (entry > max) max = entry;
    sum += entry;
    finite++;
  }
  copy.notFinite = numbers.length - finite;
  if (finite > 0 && copy.dtype !== "bool") Object.assign(copy, { min, mean: sum / finite, max });
  if (heat && finite > 0 && copy.shape.length >= 1 && numbers.length >= 4) copy.heat = heatMap(numbers, copy.shape, min, max);
}

/**
 * The first matrix of a tensor as at most 64 × 64 bytes: each cell is the mean of the entries it covers, scaled from
 * [min, max] to 1…255; 0 stands for cells with an entry that is not finite.
 */
function heatMap(data: ArrayLike<number>, shape: readonly number[], min: number, max: number): TensorValue["heat"] {
  // A trailing axis of one channel is no picture: [n, 28, 28, 1] shows 28 × 28.
  const axes = shape.length > 2 && shape[shape.length - 1] === 1 ? shape.slice(0, -1) : shape;
  const width = axes[axes.length - 1];
  const height = axes.length > 1 ? axes[axes.length - 2] : 1;
  const rows = Math.min(HEAT, height);
  const columns = Math.min(HEAT, width);
  const cells = new Uint8Array(rows * columns);
  const scale = max > min ? 254 / (max - min) : 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const top = Math.floor((row * height) / rows);
      const bottom = Math.floor(((row + 1) * height) / rows);
      const left = Math.floor((column * width) / columns);
      const right = Math.floor(((column + 1) * width) / columns);
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x];
      const mean = sum / ((bottom - top) * (right - left));
      cells[row * columns + column] = mean - mean !== 0 ? 0 : Math.round(1 + (mean - min) * scale);
    }
  }
  return { rows, columns, data: toBase64(cells) };
}
