/** Tensors and arrays as a grid of images. */
import type { Tensor } from "@tensorflow/tfjs-core";
import { ReaderError } from "../../errors/reader-error.ts";
import type { ImageOutput } from "../../protocol.ts";
import { toBase64 } from "../base64.ts";
import type { Made } from "../place.ts";
import { cutText } from "../copy/names.ts";
import { isTensor, readTensors } from "../copy/tensor.ts";
import type { ImageOptions } from "../types.ts";

const MOST = 200;
const PIXELS = 1_000_000;

/** One picture's numbers, row-major, channels last. */
interface Picture {
  height: number;
  width: number;
  channels: 1 | 3 | 4;
  values: ArrayLike<number>;
  /** integers run from 0 to 255, floats from 0 to 1 */
  integers: boolean;
}

/** Makes a grid of what `Images` allows; throws a ReaderError that says which shapes are. */
export function showImages(images: unknown, options: ImageOptions = {}): Made {
  const output: ImageOutput = { type: "image", columns: Math.max(1, Math.floor(options.columns ?? 10)), scale: 1, images: [] };
  const items: unknown[] = isTensor(images) || isNumbers(images) ? [images] : Array.isArray(images) ? images : [];
  if (items.length === 0) throw unfit("没有可以显示的图像", describe(images));
  const tensors = items.filter(isTensor);
  const ready = readTensors(tensors, (data) => {
    const read = new Map(tensors.map((tensor, i) => [tensor, data[i] as ArrayLike<number>]));
    const pictures = items.flatMap((item) => (isTensor(item) ? fromTensor(item, read.get(item)!, options) : fromArray(item, options)));
    fill(output, pictures, options);
  });
  return { output, ready };
}

function fill(output: ImageOutput, pictures: Picture[], options: ImageOptions): void {
  const pixels = pictures.reduce((sum, { height, width }) => sum + height * width, 0);
  if (pictures.length > MOST || pixels > PIXELS) {
    throw unfit(`图像太多：一次最多显示 ${MOST} 张、共 ${PIXELS / 1e4} 万个像素`, `这里有 ${pictures.length} 张，用 slice 取前面几张`);
  }
  const largest = Math.max(1, ...pictures.map(({ width }) => width));
  output.scale = options.scale ?? Math.max(1, Math.min(8, Math.floor(64 / largest)));
  output.images = pictures.map((picture, i) => {
    const title = options.titles?.[i];
    return {
      ...toBytes(picture, rangeOf(picture, pictures, options), (options.diverging ?? false) && picture.channels === 1),
      ...(title === undefined ? {} : { title: cutText(String(title), 200) }),
    };
  });
}

/** The values drawn darkest and lightest. Weights are drawn about zero; floats outside [0, 1] are stretched over all images. */
function rangeOf(picture: Picture, all: Picture[], { low, high, diverging }: ImageOptions): [number, number] {
  if (diverging) {
    const reach = Math.max(Math.abs(high ?? 0), Math.abs(low ?? 0)) || Math.max(...extent(all).map(Math.abs)) || 1;
    return [-reach, reach];
  }
  if (low !== undefined && high !== undefined) return [low, high];
  const [smallest, biggest] = picture.integers ? [0, 255] : extent(all);
  const inside = !picture.integers && smallest >= 0 && biggest <= 1;
  return [low ?? (inside ? 0 : smallest), high ?? (inside ? 1 : biggest)];
}

function extent(pictures: Picture[]): [number, number] {
  let smallest = Infinity;
  let biggest = -Infinity;
  for (const { values } of pictures) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] < smallest) smallest = values[i];
      if (values[i] > biggest && values[i] !== Infinity) biggest = values[i];
    }
  }
  return smallest <= biggest ? [smallest, biggest] : [0, 1];
}

/** A byte a number. Of weights about zero 1…255 run from the lowest to the highest, 128 is zero, and 0 is what is not a number. */
function toBytes({ height, width, channels, values }: Picture, [low, high]: [number, number], diverging: boolean) {
  const scale = high > low ? 1 / (high - low) : 0;
  const bytes = new Uint8ClampedArray(values.length);
  for (let i = 0; i < values.length; i++) {
    const share = (values[i] - low) * scale;
    if (!diverging) bytes[i] = Math.round(share * 255);
    else bytes[i] = Number.isNaN(share) ? 0 : 1 + Math.round(254 * Math.max(0, Math.min(1, share)));
  }
  return { width, height, channels, ...(diverging && { diverging }), data: toBase64(new Uint8Array(bytes.buffer)) };
}

function fromTensor(tensor: Tensor, values: ArrayLike<number>, { size }: ImageOptions): Picture[] {
  const { shape } = tensor;
  const integers = tensor.dtype === "int32";
  const last = shape[shape.length - 1];
  const coloured = shape.length > 2 && (last === 1 || last === 3 || last === 4);
  const channels = coloured ? (last as 1 | 3 | 4) : 1;
  const flat = size ?? (shape.length > 0 && shape.length <= 2 ? square(last, shape) : undefined);
  if (flat && flat[0] * flat[1] === last) return cut(values, [...shape.slice(0, -1), ...flat], 1, integers);
  if (shape.length < 2 || shape.length > (coloured ? 4 : 3)) throw unfit(`形状 [${shape.join(", ")}] 不能当成图像`);
  return cut(values, coloured ? shape.slice(0, -1) : shape, channels, integers);
}

/** A flat row of 784 numbers is 28 × 28; a matrix with few columns is one image. */
function square(length: number, shape: readonly number[]): [number, number] | undefined {
  const side = Math.sqrt(length);
  const likely = Number.isInteger(side) && side > 1 && (shape.length === 1 || (length >= 64 && shape[0] !== length));
  return likely ? [side, side] : undefined;
}

/** Cuts `[…, height, width]` into pictures. */
function cut(values: ArrayLike<number>, shape: readonly number[], channels: 1 | 3 | 4, integers: boolean): Picture[] {
  const [height, width] = shape.slice(-2);
  const length = height * width * channels;
  const all = Array.isArray(values) ? Float64Array.from(values as number[]) : (values as Float32Array);
  return Array.from({ length: length > 0 ? all.length / length : 0 }, (_, i) => ({
    height,
    width,
    channels,
    integers,
    values: all.subarray(i * length, (i + 1) * length),
  }));
}

function fromArray(item: unknown, { size }: ImageOptions): Picture[] {
  const integers = item instanceof Uint8Array || item instanceof Uint8ClampedArray;
  if (isNumbers(item)) {
    const shape = size ?? square(item.length, [item.length]);
    if (!shape || item.length % (shape[0] * shape[1]) !== 0) throw unfit(`${item.length} 个数排不成一张图像`);
    return cut(item, shape, 1, integers);
  }
  if (Array.isArray(item) && item.length > 0 && item.every((row) => isNumbers(row) && row.length === item[0].length)) {
    return cut(
      item.flatMap((row) => Array.from(row as ArrayLike<number>)),
      [item.length, item[0].length],
      1,
      false,
    );
  }
  throw unfit("不能当成图像", describe(item));
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  if (ArrayBuffer.isView(value)) return !(value instanceof DataView);
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "number");
}

function describe(value: unknown): string {
  return `得到的是 ${Array.isArray(value) ? `长度 ${value.length} 的数组` : value === null ? "null" : typeof value}`;
}

function unfit(what: string, detail?: string): ReaderError {
  return new ReaderError(`display.images：${what}`, {
    kind: "images",
    hint: `${detail ? detail + "。" : ""}可以是形状 [高, 宽]、[张数, 高, 宽]、[张数, 高, 宽, 1 或 3] 的张量，也可以是 [张数, 784] 加上选项 { size: [28, 28] }，或者这些的数组。`,
  });
}
