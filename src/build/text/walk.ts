import type { Nodes, Parents, Root } from "mdast";

/** Calls `see` for every node in order, with its ancestors from the root down; `"skip"` leaves out what is below. */
export function walk(tree: Root, see: (node: Nodes, ancestors: Parents[]) => "skip" | void): void {
  const step = (node: Nodes, ancestors: Parents[]) => {
    if (see(node, ancestors) === "skip" || !("children" in node)) return;
    for (const child of [...node.children]) step(child, [...ancestors, node]);
  };
  step(tree, []);
}

/** Puts `replacement` in the place of `node`. */
export function replace(node: Nodes, ancestors: Parents[], ...replacement: Nodes[]): void {
  const siblings = ancestors.at(-1)!.children as Nodes[];
  siblings.splice(siblings.indexOf(node), 1, ...replacement);
}

/** The text of a node without markup; formulas as their TeX. */
export function textOf(node: Nodes): string {
  if ("value" in node && node.type !== "mdxTextExpression" && node.type !== "mdxFlowExpression") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** 1-based line a node starts on. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
