import type { PhrasingContent, Root } from "mdast";
import { bareChildren, readHeading } from "../text/headings.ts";
import { walk } from "../text/walk.ts";
import { span } from "./nodes.ts";

/**
 * Gives headings their ids and sets their numbers apart:
 * `## 3.2.1 生成数据集 {/* id: synthetic-data *\/}` → `<h2 id="synthetic-data"><span class="number">3.2.1</span> 生成数据集</h2>`.
 * A high point of the chapter says so: `<span class="key">重点</span>`.
 */
export function remarkHeadings() {
  return (tree: Root): void => {
    walk(tree, (node, ancestors) => {
      if (node.type !== "heading" || ancestors.length !== 1) return;
      const { id, number, isKey } = readHeading(node);
      const children: PhrasingContent[] = bareChildren(node);
      node.children = number === undefined ? children : [span("number", number), { type: "text", value: " " }, ...children];
      if (isKey) node.children.push({ type: "text", value: " " }, span("key", "重点"));
      node.data = { ...node.data, hProperties: { id } };
    });
  };
}
