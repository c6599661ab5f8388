import type { Root } from "mdast";
import type { VFile } from "vfile";
import { findTarget, isReference } from "../book/references.ts";
import { walk } from "../text/walk.ts";
import { lookUp } from "./lookup.ts";

/** Resolves `[](#eq-sgd)`, `[](slug#id)`, `[words](slug)`: the address from the site's root and, where there is no text, the book's. */
export function remarkReferences() {
  return (tree: Root, file: VFile): void => {
    const found = lookUp(file);
    if (found === undefined) return;
    walk(tree, (node) => {
      if (node.type !== "link" || !isReference(node.url)) return;
      const target = findTarget(found.book, found.section, node.url);
      if (!("href" in target)) file.fail(`expected ${target.expected}; found ${target.found}; ${target.fix}`, node.position);
      node.url = target.href;
      if (node.children.length > 0) return;
      node.children = [{ type: "text", value: target.text }];
      node.data = { ...node.data, hProperties: { className: ["reference"] } };
    });
  };
}
