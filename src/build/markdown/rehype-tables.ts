import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** A corner without words heads nothing: `<th></th>` → `<td></td>`, or a screen reader would announce an empty heading for its column. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      const isEmpty = node.children.every((child) => child.type === "text" && child.value.trim() === "");
      if (node.tagName === "th" && isEmpty) node.tagName = "td";
    });
  };
}
