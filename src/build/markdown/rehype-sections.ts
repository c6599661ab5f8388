import type { Element, Root, RootContent } from "hast";

/**
 * Puts every heading of depth 2 and 3 with what follows it into a `<section class="block">`, side by side, not nested:
 * each can be skipped by the browser until it comes into view (`content-visibility`).
 */
export function rehypeSections() {
  return (tree: Root): void => {
    const children: RootContent[] = [];
    let block: Element | undefined;
    for (const node of tree.children) {
      if (node.type === "element" && (node.tagName === "h2" || node.tagName === "h3")) {
        block = { type: "element", tagName: "section", properties: { className: ["block"] }, children: [] };
        children.push(block);
      }
      if (block === undefined || node.type === "doctype" || (node as { type: string }).type === "mdxjsEsm") children.push(node);
      else block.children.push(node as Element);
    }
    tree.children = children;
  };
}
