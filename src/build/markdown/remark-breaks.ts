import type { Root } from "mdast";
import { walk } from "../text/walk.ts";

const between = /(?<=[\p{Script=Han}，。、；：！？（）“”《》])\n(?=[\p{Script=Han}，。、；：！？（）“”《》])/gu;

/** A line break between Chinese characters is none: browsers would show it as a space. */
export function remarkBreaks() {
  return (tree: Root): void => {
    walk(tree, (node) => {
      if (node.type === "text") node.value = node.value.replace(between, "");
    });
  };
}
