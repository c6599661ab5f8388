/** Which output a value becomes. */
import type { Made } from "../place.ts";
import { isElement, plotOutput } from "./plot.ts";
import { copyTensor, isTensor } from "../copy/tensor.ts";
import { copyValue } from "../copy/value.ts";

/** A tensor shows its numbers, a chart its picture, everything else reads as in the console. */
export function showValue(value: unknown): Made {
  if (isTensor(value)) {
    const { tensor, ready } = copyTensor(value);
    return { output: { type: "tensor", tensor }, ready };
  }
  if (isElement(value)) return { output: plotOutput(value) };
  const { value: part, ready } = copyValue(value);
  return { output: { type: "text", lines: [{ level: "log", parts: [part] }], omitted: 0 }, ready };
}
