/** Rows as a table. */
import type { TableOutput, Value } from "../../protocol.ts";
import type { Made } from "../place.ts";
import { cutText } from "../copy/names.ts";
import { isTensor, readTensors } from "../copy/tensor.ts";
import { copyValue, type Bounds } from "../copy/value.ts";

const ROWS = 200;
const COLUMNS = 30;
const CELL: Bounds = { depth: 2, width: 8, total: 20, characters: 300 };

/**
 * Makes a table of rows that are objects (columns are their keys, in order of first use), lists, plain values, or of a
 * tensor of rank 1 or 2. `columns` selects the keys, or names the places of lists.
 */
export function showTable(rows: unknown, columns?: readonly string[]): Made {
  if (isTensor(rows)) return tensorTable(rows, columns);
  const { list, total, names } = listRows(rows);
  const objects = list.every((row) => typeof row === "object" && row !== null && !Array.isArray(row) && !isTensor(row));
  const keys = objects ? (columns ?? keysOf(list as object[])) : undefined;
  const waiting: Promise<unknown>[] = [];
  const cell = (value: unknown): Value => {
    const copy = copyValue(value, CELL);
    if (copy.ready) waiting.push(copy.ready);
    return copy.value;
  };
  const cells = list.map((row, i) => {
    const values = keys
      ? keys.slice(0, COLUMNS).map((key) => (Object.hasOwn(row as object, key) ? cell((row as Record<string, unknown>)[key]) : EMPTY))
      : (Array.isArray(row) ? row.slice(0, COLUMNS) : [row]).map(cell);
    return names ? [{ type: "string" as const, text: cutText(names[i], CELL.characters) }, ...values] : values;
  });
  const wide = Math.max(0, ...cells.map((row) => row.length)) - (names ? 1 : 0);
  const titles = [...(keys ?? columns ?? Array.from({ length: wide }, (_, i) => i))].slice(0, COLUMNS);
  const heads = titles.map((title) => cutText(String(title), CELL.characters));
  const output: TableOutput = { type: "table", columns: names ? ["", ...heads] : heads, rows: cells, omitted: total - list.length };
  return waiting.length > 0 ? { output, ready: Promise.all(waiting) } : { output };
}

const EMPTY: Value = { type: "cut", text: "" };

/** At most 200 rows of a list, a map or an object of rows, whose keys then name the rows. */
function listRows(rows: unknown): { list: unknown[]; total: number; names?: string[] } {
  if (Array.isArray(rows)) return { list: rows.slice(0, ROWS), total: rows.length };
  if (ArrayBuffer.isView(rows) && !(rows instanceof DataView)) {
    const numbers = rows as Float32Array;
    return { list: Array.from(numbers.subarray(0, ROWS)), total: numbers.length };
  }
  if (rows instanceof Set) return { list: [...rows].slice(0, ROWS), total: rows.size };
  if (rows instanceof Map) {
    const entries = [...rows].slice(0, ROWS);
    return { list: entries.map(([, value]) => value), total: rows.size, names: entries.map(([key]) => String(key)) };
  }
  if (typeof rows !== "object" || rows === null) return { list: [rows], total: 1 };
  const entries = Object.entries(rows);
  return {
    list: entries.slice(0, ROWS).map(([, value]) => value),
    total: entries.length,
    names: entries.slice(0, ROWS).map(([key]) => key),
  };
}

function keysOf(rows: object[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function tensorTable(tensor: Parameters<typeof readTensors>[0][number], columns?: readonly string[]): Made {
  const made: { output: TableOutput; ready?: Promise<unknown> } = { output: { type: "table", columns: [], rows: [], omitted: 0 } };
  const width = tensor.shape.length > 1 ? tensor.size / tensor.shape[0] : 1;
  made.ready = readTensors([tensor], ([data]) => {
    const numbers = Array.from(data as ArrayLike<number>).slice(0, ROWS * width);
    const rows = Array.from({ length: Math.min(ROWS, tensor.shape[0] ?? 1) }, (_, i) => numbers.slice(i * width, (i + 1) * width));
    const shown = rows.map((row) => row.map((value) => (tensor.dtype === "float32" ? Number(value.toPrecision(6)) : value)));
    Object.assign(made.output, showTable(shown, columns).output, { omitted: Math.max(0, (tensor.shape[0] ?? 1) - ROWS) });
  });
  return made;
}
