import type { Node } from "@babel/types";
import { childrenOf } from "./children.ts";

/**
 * Where a bare name stands before brackets with a computed key and nothing is called: `t[500]`, `t[i]`, not `t["shape"]`,
 * nor `t[op](1)`. By the index of the name.
 */
export function findIndexed(node: Node, isCalled = false, found = new Set<number>()): Set<number> {
  if (node.type === "MemberExpression" && node.computed && node.object.type === "Identifier" && !isCalled && !isText(node.property))
    found.add(node.object.start ?? -1);
  for (const [field, child] of childrenOf(node)) findIndexed(child, node.type === "CallExpression" && field === "callee", found);
  return found;
}

/** Babel's own tree has string literals, its ESTree one plain literals. */
function isText(node: Node): boolean {
  return typeof (node as { value?: unknown }).value === "string" || node.type === "TemplateLiteral";
}
