import type { Blockquote, Paragraph, Root } from "mdast";
import type { VFile } from "vfile";
import { splitLabel } from "../text/formulas.ts";
import { replace, walk } from "../text/walk.ts";
import { lookUp } from "./lookup.ts";

/**
 * Takes `\label{eq-x}` out of display formulas and puts the formula into
 * `<div class="equation" id="eq-x">…<span class="number">(3.1.2)</span></div>`, the number outside of what scrolls.
 */
export function remarkEquations() {
  return (tree: Root, file: VFile): void => {
    const section = lookUp(file)?.section;
    walk(tree, (node, ancestors) => {
      if (node.type !== "math") return;
      const { tex, label } = splitLabel(node.value);
      if (label === undefined) return;
      const formula = { ...node, value: tex, data: { ...node.data, hChildren: [code(tex)] } };
      const number: Paragraph = {
        type: "paragraph",
        data: { hName: "span", hProperties: { className: ["number"] } },
        children: [{ type: "text", value: section?.anchors.get(label)?.text ?? "" }],
      };
      const equation: Blockquote = {
        type: "blockquote",
        data: { hName: "div", hProperties: { className: ["equation"], id: label } },
        children: [formula, number],
      };
      replace(node, ancestors, equation);
      return "skip";
    });
  };
}

/** What remark-math hands to rehype-katex. */
function code(tex: string) {
  const properties = { className: ["language-math", "math-display"] };
  return { type: "element" as const, tagName: "code", properties, children: [{ type: "text" as const, value: tex }] };
}
