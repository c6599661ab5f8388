/** Got and expected → where they part, in Chinese; what was expected is told only where the question itself says it (kinds and shapes). */
import type { Plain, TensorData } from "../check.ts";

export type DeviationKind = "nothing" | "type" | "shape" | "dtype" | "length" | "not-finite" | "value";

export interface Deviation {
  kind: DeviationKind;
  text: string;
}

/** The first difference: the kind of value, then shape and dtype, then NaN, then numbers. `undefined` when there is none. */
export function compare(got: Plain, expected: Plain, tolerance: number): Deviation | undefined {
  if (isOther(got) && got.other === "undefined")
    return { kind: "nothing", text: "返回的是 undefined：忘了写 return，或者取了数组里没有的下标。" };
  if (isTensor(expected))
    return isTensor(got) ? compareTensors(got, expected, tolerance) : { kind: "type", text: `要返回一个张量，你返回的是${nameOf(got)}。` };
  if (Array.isArray(expected)) return compareLists(got, expected, tolerance);
  if (typeof expected === "number") return compareNumbers(got, expected, tolerance);
  return got === expected ? undefined : { kind: typeof got === typeof expected ? "value" : "type", text: `返回的是${nameOf(got)}，不对。` };
}

/** Are two results the same, NaN for NaN? */
export function same(a: Plain, b: Plain, tolerance: number): boolean {
  if (typeof a === "number" && typeof b === "number") return Object.is(a, b) || near(a, b, tolerance);
  if (isTensor(a) && isTensor(b)) return `${a.shape}` === `${b.shape}` && same(a.values, b.values, tolerance);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => same(value, b[i]!, tolerance));
  return a === b || (isOther(a) && isOther(b) && a.other === b.other);
}

/** Relative above 1, absolute below. */
function near(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}

function compareTensors(got: TensorData, expected: TensorData, tolerance: number): Deviation | undefined {
  if (`${got.shape}` !== `${expected.shape}`)
    return { kind: "shape", text: `形状不对：返回的张量是 ${shapeText(got.shape)}，应当是 ${shapeText(expected.shape)}。` };
  if (got.dtype !== expected.dtype) return { kind: "dtype", text: `dtype 不对：返回的张量是 ${got.dtype}，应当是 ${expected.dtype}。` };
  return compareEntries(got.values, expected.values, tolerance);
}

function compareLists(got: Plain, expected: Plain[], tolerance: number): Deviation | undefined {
  if (!Array.isArray(got))
    return {
      kind: "type",
      text: `要返回一个数组，你返回的是${nameOf(got)}。${isTensor(got) ? "用 Array.from(张量.dataSync()) 取出数来。" : ""}`,
    };
  if (got.length !== expected.length) return { kind: "length", text: `长度不对：你返回了 ${got.length} 项。` };
  return compareEntries(got, expected, tolerance);
}

function compareEntries(got: Plain[], expected: Plain[], tolerance: number): Deviation | undefined {
  const found = expected.map((value, i) => compare(got[i]!, value, tolerance));
  const worst = found.find((one) => one && one.kind !== "value") ?? found.find(Boolean);
  if (worst?.kind !== "value" || expected.length === 1) return worst;
  const wrong = found.filter(Boolean).length;
  return {
    kind: "value",
    text:
      wrong === found.length ? "每个数都不对。" : `${found.length} 个数里有 ${wrong} 个不对，第一个错在第 ${found.indexOf(worst) + 1} 个。`,
  };
}

function compareNumbers(got: Plain, expected: number, tolerance: number): Deviation | undefined {
  if (isTensor(got)) return { kind: "type", text: "要返回一个数，你返回的是张量。用 dataSync()[0] 取出数来。" };
  if (typeof got !== "number") return { kind: "type", text: `要返回一个数，你返回的是${nameOf(got)}。` };
  if (!Number.isFinite(got) && Number.isFinite(expected)) return { kind: "not-finite", text: `结果里有 ${got}。` };
  return Object.is(got, expected) || near(got, expected, tolerance)
    ? undefined
    : { kind: "value", text: `得到 ${Number(got.toPrecision(6))}，不对。` };
}

function nameOf(value: Plain): string {
  if (isTensor(value)) return `形状为 ${shapeText(value.shape)} 的张量`;
  if (isOther(value)) return value.other === "function" ? "函数" : ` ${value.other}`;
  if (Array.isArray(value)) return `长度为 ${value.length} 的数组`;
  if (typeof value === "string") return "字符串（张量直接用 + 会拼成字符串，用 add）";
  return typeof value === "number" ? "一个数" : ` ${String(value)}`;
}

export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

export function isTensor(value: Plain): value is TensorData {
  return typeof value === "object" && value !== null && "shape" in value;
}

function isOther(value: Plain): value is { other: string } {
  return typeof value === "object" && value !== null && "other" in value;
}
