import type { Root } from "mdast";
import type { VFile } from "vfile";
import { attributesOf, isElement, setAttributes } from "../text/jsx.ts";
import { valueText } from "../record/quote.ts";
import { walk } from "../text/walk.ts";
import { lookUp } from "./lookup.ts";

/** Gives `<Value of="train.finalLoss" digits={3} />` the recorded number as `text`. */
export function remarkValues() {
  return (tree: Root, file: VFile): void => {
    const found = lookUp(file);
    if (found === undefined) return;
    walk(tree, (node) => {
      if (!isElement(node, "Value")) return;
      const text = valueText(found.book, found.section, attributesOf(node));
      if (typeof text !== "string") file.fail(`expected ${text.expected}; found ${text.found}; ${text.fix}`, node.position);
      setAttributes(node, { text });
    });
  };
}
