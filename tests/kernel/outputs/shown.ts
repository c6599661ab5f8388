/** A run's outputs as the page would hold them. */
import { createDisplay, type Message } from "../../../src/kernel/outputs/display.ts";
import type { Output, Value } from "../../../src/kernel/protocol.ts";
import { windUp } from "./clock.ts";

export function showing() {
  const clock = windUp();
  const messages: Message[] = [];
  const outputs: Output[] = [];
  const shown = createDisplay((message) => {
    // As postMessage does: what is sent does not change afterwards.
    const sent = structuredClone(message);
    messages.push(sent);
    if (sent.type === "output") outputs[sent.index] = sent.output;
    else {
      const text = outputs[sent.index];
      if (text?.type !== "text") throw new Error(`lines for output ${sent.index}, which is no text`);
      text.lines.push(...sent.lines);
      text.omitted = sent.omitted;
    }
  }, clock);
  return { ...shown, clock, messages, outputs };
}

/** A copied value as plain text, for comparison. */
export function plainText(value: Value): string {
  switch (value.type) {
    case "string":
      return JSON.stringify(value.text);
    case "tensor":
      return `tensor ${value.tensor.text}`;
    case "object": {
      const entries = value.entries.map(({ key, value: child }) => (key === undefined ? "" : `${key}: `) + plainText(child));
      return `${value.name} {${[...entries, ...(value.omitted > 0 ? [`+${value.omitted}`] : [])].join(", ")}}`;
    }
    default:
      return value.text;
  }
}

/** The lines of a text output as plain text. */
export function linesOf(output: Output | undefined): string[] {
  if (output?.type !== "text") throw new Error(`expected a text output, found ${output?.type}`);
  return output.lines.map(({ parts }) => parts.map((part) => (part.type === "string" ? part.text : plainText(part))).join(" "));
}
