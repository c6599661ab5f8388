import type { Result } from "../../src/kernel/protocol.ts";

/** Tensors without a name weigh on the page from here on; a handful of small ones is nobody's worry. */
const HEAVY = 10 * 2 ** 20;

/**
 * What a run that ended well has to be told about: numbers that are not finite, entries asked of tensors, tensors that
 * nothing holds any more.
 * `before` is the previous run of the same text: equal runs leave equally many tensors, or something piles up.
 */
export function adviceOn(
  { memory, warning }: Pick<Result, "memory"> & { warning?: Result["warning"] | undefined },
  before?: Pick<Result, "memory">,
): string | undefined {
  const { leaked, leakedBytes } = memory;
  const grows = before !== undefined && leaked > before.memory.leaked;
  const leak =
    leakedBytes > HEAVY || grows
      ? `留下 ${leaked} 个没有名字的张量（${(leakedBytes / 2 ** 20).toFixed(1)} MiB）${grows ? "，比上次同样的运行还多" : ""}。把产生它们的那一步放进 tf.tidy，或对它们调用 dispose()。`
      : undefined;
  const line = warning?.line === undefined ? "" : `第 ${warning.line} 行：`;
  const doubt = warning && [`${line}${warning.title}。`, warning.hint].filter(Boolean).join("");
  return [doubt, leak].filter(Boolean).join("\n") || undefined;
}
