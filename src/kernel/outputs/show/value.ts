/** Which output a value becomes. */
import type { Made } from "../place.ts";
import { isElement, plotOutput } from "./plot.ts";
import { copyTensor, isTensor } from "../copy/tensor.ts";
import { copyValue, FULL } from "../copy/value.ts";

/** What is left for the values of a run: when it is used up, only the beginnings of what follows are shown. */
export interface Room {
  values: number;
}

const LEAST = 50;

/** A tensor shows its numbers, a chart its picture, everything else reads as in the console. */
export function showValue(value: unknown, room: Room = { values: FULL.total }): Made {
  if (isTensor(value)) {
    const { tensor, ready } = copyTensor(value);
    return { output: { type: "tensor", tensor }, ready };
  }
  if (isElement(value)) return { output: plotOutput(value) };
  const { value: part, ready, total } = copyValue(value, { ...FULL, total: Math.max(LEAST, Math.min(FULL.total, room.values)) });
  room.values -= total;
  return { output: { type: "text", lines: [{ level: "log", parts: [part] }], omitted: 0 }, ready };
}
