import type { Root } from "mdast";
import type { VFile } from "vfile";
import { attributesOf, isElement, setAttributes } from "../text/jsx.ts";
import { walk } from "../text/walk.ts";
import { lookUp } from "./lookup.ts";

/** Tells `<Figure>` its number: 图 3.1.2. */
export function remarkFigures() {
  return (tree: Root, file: VFile): void => {
    const section = lookUp(file)?.section;
    walk(tree, (node) => {
      if (!isElement(node, "Figure")) return;
      setAttributes(node, { number: section?.anchors.get(String(attributesOf(node).id))?.text });
    });
  };
}
