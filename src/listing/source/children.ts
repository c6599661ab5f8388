import type { Node } from "@babel/types";

/** The nodes right below a node, with the field each stands in. */
export function childrenOf(node: Node): [field: string, child: Node][] {
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) =>
    field === "extra" || field.endsWith("omments")
      ? []
      : (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, Node] => [field, child]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
