import type { Output, Quotable } from "../../kernel/protocol.ts";

/** Outputs as a file can keep them: what JSON has no word for (NaN, ∞) is left out of statistics; the scales of charts are of live runs only. */
export function plainOutputs(outputs: Output[]): Output[] {
  return JSON.parse(JSON.stringify(outputs, (key, value: unknown) => (isOdd(value) || key === "scales" ? undefined : value))) as Output[];
}

/** Declared values as a file can keep them: NaN and ±∞ as the text that prose prints. */
export function plainValues(values: Record<string, Quotable>): Record<string, Quotable> {
  const word = <T>(value: T): T | string => (isOdd(value) ? (Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞") : value);
  const entries = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.map(word) : word(value)]);
  return Object.fromEntries(entries) as Record<string, Quotable>;
}

function isOdd(value: unknown): value is number {
  return typeof value === "number" && !Number.isFinite(value);
}
