/** Brackets behind a tensor, which JavaScript answers with undefined. */
import { Tensor } from "@tensorflow/tfjs-core";
import type { Program } from "../../../listing/types.ts";
import type { Explanation } from "../../protocol.ts";
import { links } from "../links.ts";
import { ReaderError } from "../reader-error.ts";

/** What is said where a tensor can refuse the index itself. */
export function refusedIndex(index: number): ReaderError {
  const hint =
    index < 0
      ? `从末尾数起要自己减：\`t.gather(t.shape[0] - ${-index})\`，最后几行用 \`t.slice(t.shape[0] - ${-index})\`。`
      : `取第 ${index} 行用 \`t.gather(${index})\`，取一段用 \`t.slice(${index}, 2)\`；要普通的数，用 \`t.arraySync()[${index}]\`。`;
  return new ReaderError(`张量不能写 \`t[${index}]\``, { kind: "tensor-index", hint, link: links.values });
}

/**
 * The first place of a listing where an entry is asked of a name that stands for a tensor. The tensor refuses small
 * numbers (../guards.ts); a large one, a list, another tensor in the brackets it never gets to see.
 */
export function findIndexedTensor({ id, indexed }: Program, values: Readonly<Record<string, unknown>>): Explanation | undefined {
  const place = indexed?.find(({ name }) => values[name] instanceof Tensor);
  if (!place) return undefined;
  const { name, line, column } = place;
  return {
    kind: "tensor-index",
    title: `\`${name}[…]\` 是 undefined：张量不能用方括号取元素`,
    hint: "取一行用 `t.gather(i)`，取几行用 `t.gather([i, j])`，取一段用 `t.slice(起点, 长度)`；要普通的数，先写 `t.arraySync()`。",
    link: links.values,
    listing: id,
    line,
    column,
    original: `${name}[…] is undefined`,
  };
}

const BY_UNDEFINED = new Set(["reading-undefined", "undefined-operand", "tensor-values", "not-callable", "not-iterable"]);

/** A failure over undefined, on a line where an entry is asked of a tensor, is the failure of that. */
export function blameIndex(told: Explanation, program: Program, values: Readonly<Record<string, unknown>>): Explanation {
  const found = BY_UNDEFINED.has(told.kind) ? findIndexedTensor(program, values) : undefined;
  return found && found.line === told.line && found.listing === told.listing ? { ...found, original: told.original } : told;
}
