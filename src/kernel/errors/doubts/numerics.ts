/** The first NaN or Infinity a listing shows: training has gone astray, and nothing throws. */
import type { Explanation, Line, Output, Value } from "../../protocol.ts";
import { links } from "../links.ts";

type Message = { type: "output"; output: Output } | { type: "lines"; lines: Line[] };

/** Passes messages on and looks at them; `first` explains the first number that is not finite, if there was one. */
export function watchNumerics<M extends Message>(
  emit: (message: M) => void,
): { emit: (message: M) => void; first(): Explanation | undefined } {
  let found: string | undefined;
  return {
    emit(message) {
      found ??= message.type === "lines" ? inLines(message.lines) : inOutput(message.output);
      emit(message);
    },
    first: () => (found === undefined ? undefined : explainNotFinite(found)),
  };
}

/** `NaN`, `Infinity` or `-Infinity` when an output shows one. */
export function inOutput(output: Output): string | undefined {
  switch (output.type) {
    case "text":
      return inLines(output.lines);
    case "tensor":
      return inValue({ type: "tensor", tensor: output.tensor });
    case "table":
      return firstOf(output.rows.flat(), inValue);
    default:
      return undefined;
  }
}

function inLines(lines: readonly Line[]): string | undefined {
  return firstOf(lines, ({ parts }) => firstOf(parts, inValue));
}

function inValue(value: Value): string | undefined {
  switch (value.type) {
    case "plain":
      return value.kind === "number" ? notFinite(value.text) : undefined;
    case "string":
      return notFinite(value.text.slice(0, 500));
    case "tensor":
      return value.tensor.notFinite > 0 ? (notFinite(value.tensor.text) ?? "NaN") : undefined;
    case "object":
      return firstOf(value.entries, (entry) => inValue(entry.value));
    default:
      return undefined;
  }
}

function notFinite(text: string): string | undefined {
  return /(?<![\w])(?:NaN|-?Infinity)(?![\w])/.exec(text)?.[0];
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function explainNotFinite(what: string): Explanation {
  return {
    kind: "not-finite",
    title: `出现了 ${what}：从这里起的数都不可信`,
    hint: "训练时出现，多半是学习率太大，参数一步步冲向无穷：把它改小十倍再试。别的来源：`log(0)`、除以 0，或 `exp` 超过 88.7 时上溢。找到第一个出现的地方。",
    link: links.descent,
    original: what,
  };
}
