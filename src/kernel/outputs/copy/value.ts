/** A value as it was when it was shown: a bounded copy that no later change reaches. */
import type { Value } from "../../protocol.ts";
import { copyModel } from "./model.ts";
import { cutText, errorText, functionText, keyText, nearestFloat, objectName } from "./names.ts";
import { hasEnd } from "./prototypes.ts";
import { copyTensor, isTensor } from "./tensor.ts";

/** How much of a value is copied. */
export interface Bounds {
  depth: number;
  /** entries of one object */
  width: number;
  /** values in all: 100 entries, four levels deep, would be 10⁸ */
  total: number;
  /** characters of all its strings together */
  characters: number;
}

export const FULL: Bounds = { depth: 4, width: 100, total: 1000, characters: 10_000 };
/** for what stands in one line */
export const LINE: Bounds = { ...FULL, total: 300 };
/** for lines of a flood, of which hardly any will be shown */
export const BRIEF: Bounds = { depth: 1, width: 5, total: 10, characters: 200 };

/** A copy, and what its tensors still wait for. */
export interface Copy {
  value: Value;
  ready?: Promise<unknown>;
  /** characters its strings took */
  characters: number;
  /** values it has, those within counted */
  total: number;
}

/**
 * Copies a value. Getters are not called, proxies that throw are told as such; nothing a listing shows can make this
 * throw, run long or grow large.
 */
export function copyValue(value: unknown, bounds: Bounds = FULL): Copy {
  const waiting: Promise<void>[] = [];
  const copier: Copier = { bounds, left: bounds.total, characters: bounds.characters, path: new Set(), waiting };
  const copied = copyAny(value, copier, 0);
  const characters = bounds.characters - copier.characters;
  const copy = { value: copied, characters, total: bounds.total - copier.left };
  return waiting.length > 0 ? { ...copy, ready: Promise.all(waiting) } : copy;
}

interface Copier {
  bounds: Bounds;
  /** values that may still be copied */
  left: number;
  /** characters that may still be copied */
  characters: number;
  /** the objects on the way down: one met again is a cycle */
  path: Set<object>;
  waiting: Promise<void>[];
}

function copyAny(value: unknown, copier: Copier, depth: number): Value {
  copier.left--;
  try {
    switch (typeof value) {
      case "string":
        return copyString(value, copier);
      case "number":
        return plain(Object.is(value, -0) ? "-0" : String(value), "number");
      case "bigint":
        return plain(`${value.toString().slice(0, copier.bounds.characters)}n`, "bigint");
      case "function":
        return { type: "function", text: functionText(value) };
      case "object":
        return value === null ? plain("null", "null") : copyObject(value, copier, depth);
      default:
        return plain(String(value), typeof value);
    }
  } catch {
    return { type: "cut", text: "（读不出）" };
  }
}

function plain(text: string, kind: string): Value {
  return { type: "plain", text, kind };
}

function copyString(text: string, copier: Copier): Value {
  const room = Math.max(0, copier.characters);
  copier.characters -= text.length;
  return { type: "string", text: cutText(text, room) };
}

function copyObject(value: object, copier: Copier, depth: number): Value {
  if (copier.path.has(value)) return { type: "cut", text: "（循环引用）" };
  if (!hasEnd(value)) return { type: "cut", text: "（读不出）" };
  if (isTensor(value)) {
    const { tensor, ready } = copyTensor(value, { heat: false });
    if (ready) copier.waiting.push(ready);
    return { type: "tensor", tensor };
  }
  if (value instanceof Error) return { type: "error", text: errorText(value, copier.bounds.characters) };
  if (value instanceof Date) return plain(Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString(), "date");
  if (value instanceof RegExp) return plain(RegExp.prototype.toString.call(value).slice(0, 1000), "regexp");
  if (value instanceof Promise) return { type: "cut", text: "Promise（结果还没有到；前面加上 await 就能拿到）" };

  const model = copyModel(value);
  if (model) return model;
  const name = objectName(value);
  if (depth >= copier.bounds.depth) return { type: "cut", text: name };
  copier.path.add(value);
  const copied = copyEntries(value, name, copier, depth);
  copier.path.delete(value);
  return copied;
}

function copyEntries(value: object, name: string, copier: Copier, depth: number): Value {
  const entries: { key?: string; value: Value }[] = [];
  const room = () => entries.length < copier.bounds.width && copier.left > 0;
  const add = (child: unknown, key?: string) => {
    const copied = copyAny(child, copier, depth + 1);
    entries.push(key === undefined ? { value: copied } : { key, value: copied });
  };
  let total: number;

  if (Array.isArray(value)) {
    total = value.length;
    for (let i = 0; i < total && room(); i++) {
      const found = Object.getOwnPropertyDescriptor(value, i);
      if (found && "value" in found) add(found.value);
      else entries.push({ value: { type: "cut", text: found ? "（getter）" : "（空）" } });
    }
  } else if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const numbers = value as Float32Array;
    total = numbers.length;
    for (let i = 0; i < total && room(); i++) add(value instanceof Float32Array ? nearestFloat(numbers[i]) : numbers[i]);
  } else if (value instanceof Map) {
    total = value.size;
    for (const [key, child] of Map.prototype.entries.call(value)) {
      if (!room()) break;
      add(child, keyText(key));
    }
  } else if (value instanceof Set) {
    total = value.size;
    for (const child of Set.prototype.values.call(value)) {
      if (!room()) break;
      add(child);
    }
  } else {
    const keys = Reflect.ownKeys(value).filter((key) => Object.getOwnPropertyDescriptor(value, key)?.enumerable);
    total = keys.length;
    for (const key of keys) {
      if (!room()) break;
      const found = Object.getOwnPropertyDescriptor(value, key)!;
      if ("value" in found) add(found.value, String(key));
      else entries.push({ key: String(key), value: { type: "cut", text: "（getter）" } });
    }
  }
  return { type: "object", name, entries, omitted: total - entries.length };
}
