/** Calls a reader's function with plain inputs and gives back plain results: the worker's half of a check. */
import { ReaderError } from "../errors/reader-error.ts";
import * as tf from "../tf.ts";
import type { Call, Plain, TensorData } from "./types.ts";

/** A report goes back as texts of a length that the kernel quotes (`module/quote.ts`). */
const CHUNK = 1000;
const CHUNKS = 100;
/** No check returns more numbers than this in one value. */
const MOST = 1000;

/**
 * Calls `f` once a case and reports the calls as JSON in pieces; numbers that JSON lacks are written `{"#": "NaN"}`.
 * What `f` throws is thrown, so that it is explained like any failure.
 */
export async function callAll(f: unknown, cases: Plain[][]): Promise<string[]> {
  if (typeof f !== "function")
    throw new ReaderError("要检查的不是函数。", { kind: "not-a-function", hint: "保留题目给的函数名和参数，只填里面的内容。" });
  const calls: Call[] = [];
  for (const inputs of cases) calls.push(await callOnce(f as (...inputs: unknown[]) => unknown, inputs));
  const report = JSON.stringify(calls, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? { "#": String(value) } : value,
  );
  const pieces = report.match(new RegExp(`[^]{1,${CHUNK}}`, "g")) ?? [];
  if (pieces.length > CHUNKS)
    throw new ReaderError("函数返回的数据太多了。", { kind: "too-much", hint: "看看返回值的形状：是不是广播把它放大了？" });
  return pieces;
}

async function callOnce(f: (...inputs: unknown[]) => unknown, inputs: Plain[]): Promise<Call> {
  const before = tf.memory().numTensors;
  const args = inputs.map(build);
  const value = await f(...args);
  const got = toPlain(value);
  tf.dispose([value, args] as tf.TensorContainer);
  return { got, leaked: tf.memory().numTensors - before };
}

function build(value: Plain): unknown {
  if (isTensorData(value)) return tf.tensor(value.values, value.shape, value.dtype as tf.DataType);
  return Array.isArray(value) ? value.map(build) : value;
}

function isTensorData(value: Plain): value is TensorData {
  return typeof value === "object" && value !== null && "shape" in value;
}

function toPlain(value: unknown, depth = 0): Plain {
  if (value instanceof tf.Tensor)
    return { shape: value.shape, dtype: value.dtype, values: [...value.dataSync()].slice(0, MOST).map(shorten) };
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return value.slice(0, 200);
  if (typeof value !== "object" || depth > 3) return { other: typeof value };
  if (Symbol.iterator in value) return firstOf(value as Iterable<unknown>).map((one) => toPlain(one, depth + 1));
  return { other: value.constructor?.name ?? "Object" };
}

/** A generator may have no end. */
function firstOf(values: Iterable<unknown>): unknown[] {
  const found: unknown[] = [];
  for (const value of values) {
    found.push(value);
    if (found.length === MOST) break;
  }
  return found;
}

/** Nine digits are all a float32 has. */
function shorten(value: number): number {
  return Number(value.toPrecision(9));
}
