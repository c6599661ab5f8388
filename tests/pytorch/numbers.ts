import type { Output } from "../../src/kernel/protocol.ts";

/** The numbers a Python program printed, without those of types and shapes. */
export function numbersIn(text: string): number[] {
  const plain = text.replace(/torch\.Size\(\[.*?\]\)|dtype=\S+|grad_fn=<\w+>|\b(?:int|float)(?:32|64)\b|torch\.\w+/g, " ");
  const number = /(?<![\w.])[-−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\w])/gi;
  return [...plain.matchAll(number)].map(([digits]) => Number(digits.replace("−", "-")));
}

/** All numbers a listing's record shows, in texts, tensors and tables; not those of pictures. */
export function shownBy(outputs: readonly Output[]): number[] {
  return outputs.filter(({ type }) => type !== "plot" && type !== "image").flatMap(numbersOf);
}

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") return numbersIn(value);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}
