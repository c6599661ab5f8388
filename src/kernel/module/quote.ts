/** Declared values as prose and the page may know them. */
import { Tensor, Variable } from "@tensorflow/tfjs-core";
import { hasEnd } from "../outputs/copy/prototypes.ts";
import type { Quotable, Result } from "../protocol.ts";

/** A list longer than this is data, not something to quote. */
const LONGEST_LIST = 100;
const LONGEST_TEXT = 1000;

/** What the declared values are, and those of them that prose may quote. */
export function quote(declared: Record<string, unknown>): Pick<Result, "values" | "kinds"> {
  const values: Result["values"] = {};
  const kinds: Result["kinds"] = {};
  for (const name of Object.keys(declared)) {
    const value = declared[name];
    kinds[name] = attempt(() => kindOf(value), "object");
    const quoted = attempt(() => quotable(value), undefined);
    if (quoted !== undefined) values[name] = quoted;
  }
  return { values, kinds };
}

/** Reading what a listing declared may throw. */
function attempt<T>(read: () => T, instead: T): T {
  try {
    return read();
  } catch {
    return instead;
  }
}

function kindOf(value: unknown): Result["kinds"][string] {
  if (typeof value === "function") return /^class\b/.test(Function.prototype.toString.call(value)) ? "class" : "function";
  if (typeof value !== "object" || value === null) return "primitive";
  if (!hasEnd(value)) return "object";
  return value instanceof Variable ? "variable" : value instanceof Tensor ? "tensor" : "object";
}

function quotable(value: unknown): Quotable | undefined {
  if (isShort(value) || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null || !hasEnd(value)) return undefined;
  const list = Array.isArray(value)
    ? (value as unknown[])
    : value instanceof Float32Array || value instanceof Int32Array
      ? [...value]
      : undefined;
  return list && list.length <= LONGEST_LIST && list.every(isShort) ? list : undefined;
}

function isShort(value: unknown): value is number | string {
  return typeof value === "number" || (typeof value === "string" && value.length <= LONGEST_TEXT);
}
