import type { Code, Parents, Root } from "mdast";
import { attributesOf, enclosing } from "./jsx.ts";
import type { Problem } from "../book/problems.ts";
import type { Fence } from "../book/types.ts";
import { lineOf, walk } from "./walk.ts";

/** What a fence is for: a part of the section's program, a listing of an answer, starter code of an exercise, mere text. */
export type FenceKind = "listing" | "answer" | "attempt" | "plain";

/** Told by the language and by the component that encloses the fence. */
function kindOf(node: Code, ancestors: Parents[]): FenceKind {
  if (node.lang !== "ts") return "plain";
  const box = enclosing(ancestors, "Attempt", "Answer", "PyTorch")?.name;
  return box === "Attempt" ? "attempt" : box === "Answer" ? "answer" : box === "PyTorch" ? "plain" : "listing";
}

/**
 * Collects the TypeScript fences of a section. One of its program must have an id; one of an exercise is named after the
 * exercise where it has none: `answer-3-2-9-5`, `answer-3-2-9-5-2`.
 */
export function readFences(tree: Root, file: string): { fences: Fence[]; problems: Problem[] } {
  const fences: Fence[] = [];
  const problems: Problem[] = [];
  walk(tree, (node, ancestors) => {
    if (node.type !== "code") return;
    const kind = kindOf(node, ancestors);
    if (kind === "plain") return;
    const box = enclosing(ancestors, "Exercise");
    const exercise = box && String(attributesOf(box).id);
    const meta = node.meta?.trim() ?? "";
    const twins = fences.filter((fence) => fence.kind === kind && fence.exercise === exercise).length;
    const named =
      exercise === undefined || kind === "listing"
        ? undefined
        : [kind, exercise.replaceAll(".", "-"), ...(twins > 0 ? [twins + 1] : [])].join("-");
    const id = /^#(\S+)/.exec(meta)?.[1] ?? named;
    if (id === undefined) {
      const found = `\`\`\`ts ${meta}`.trim();
      const fix = "give it an id, or another language (```text) where it is not to be run";
      problems.push({ file, line: lineOf(node), expected: 'an id on a TypeScript fence: ```ts #my-listing title="…"', found, fix });
      return;
    }
    const indent = (node.position?.start.column ?? 1) - 1;
    const whole = meta.startsWith("#") ? meta : `#${id} ${meta}`.trim();
    fences.push({ kind, id, meta: whole, source: node.value, line: lineOf(node) + 1, indent, ...(exercise && { exercise }) });
  });
  return { fences, problems };
}
