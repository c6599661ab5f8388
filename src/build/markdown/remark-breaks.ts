import type { Root } from "mdast";
import { textOf, walk } from "../text/walk.ts";

const between = /(?<=[\p{Script=Han}，。、；：！？（）“”《》])\n(?=[\p{Script=Han}，。、；：！？（）“”《》])/gu;

/**
 * A line break between Chinese characters is none: browsers would show it as a space. Nor is the space that Markdown wants behind
 * `**…。**` where the sentence goes on: a full stop brings its own.
 */
export function remarkBreaks() {
  return (tree: Root): void => {
    walk(tree, (node) => {
      if (node.type === "text") node.value = node.value.replace(between, "");
      if (!("children" in node)) return;
      node.children.forEach((child, i) => {
        const next = node.children[i + 1];
        if (child.type === "strong" && next?.type === "text" && /[，。；：！？）”]$/.test(textOf(child)))
          next.value = next.value.trimStart();
      });
    });
  };
}
