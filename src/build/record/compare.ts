import type { Output } from "../../kernel/protocol.ts";

const number = /[-−]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;

/**
 * The first difference between what a record shows and what a new run showed; `undefined` when they agree: the same words, numbers within
 * two units of the last printed digit or the relative tolerance, whole numbers within the latter, pictures within 2/255 a pixel.
 * With `varies` only the shape has to agree: kinds of output, lines, columns.
 */
export function difference(record: Output[], run: Output[], { tolerance = 1e-3, varies = false } = {}): string | undefined {
  if (varies)
    return record.map(shape).join() === run.map(shape).join() ? undefined : `${record.map(shape).join()} became ${run.map(shape).join()}`;
  return compare(record, run, tolerance, "");
}

function shape(output: Output): string {
  if (output.type === "text") return `text of ${output.lines.length} lines`;
  if (output.type === "table") return `table of ${output.columns.join(" ")}, ${output.rows.length} rows`;
  return output.type;
}

function compare(a: unknown, b: unknown, tolerance: number, path: string): string | undefined {
  if (typeof a === "number" && typeof b === "number") return near(a, b, tolerance) ? undefined : told(a, b, path);
  if (typeof a === "string" && typeof b === "string") {
    const same = /\.data$/.test(path) ? sameBytes(a, b) : sameText(a, b, tolerance);
    return same ? undefined : told(a, b, path);
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b ? undefined : told(a, b, path);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = compare(left[key], right[key], tolerance, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function near(a: number, b: number, tolerance: number): boolean {
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

function sameText(a: string, b: string, tolerance: number): boolean {
  if (a === b) return true;
  const words = (text: string) => text.replace(number, "#").replace(/\s+/g, " ");
  if (words(a) !== words(b)) return false;
  const theirs = b.match(number) ?? [];
  return (a.match(number) ?? []).every((text, i) => nearText(text, theirs[i]!, tolerance));
}

function nearText(a: string, b: string, tolerance: number): boolean {
  const [x, y] = [a, b].map((text) => Number(text.replace("−", "-"))) as [number, number];
  return near(x, y, tolerance) || Math.abs(x - y) <= 2.001 * Math.max(unit(a), unit(b));
}

/** What the last printed digit stands for; of whole numbers nothing, they are counts. */
function unit(text: string): number {
  const [, decimals, exponent = "0"] = /^[^.eE]*(?:\.(\d*))?(?:[eE](.+))?$/.exec(text) ?? [];
  return decimals === undefined ? 0 : 10 ** (Number(exponent) - decimals.length);
}

function sameBytes(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a, "base64"), Buffer.from(b, "base64")];
  return x.length === y.length && x.every((byte, i) => Math.abs(byte - y[i]!) <= 2);
}

function told(a: unknown, b: unknown, path: string): string {
  const short = (value: unknown) => {
    const text = JSON.stringify(value) ?? "nothing";
    return text.length > 300 ? `${text.slice(0, 300)}…` : text;
  };
  return `at ${path.slice(1)}: ${short(a)} became ${short(b)}`;
}
