import type { Heading as HeadingNode, Nodes } from "mdast";
import type { Heading } from "../book/types.ts";
import { lineOf, textOf } from "./walk.ts";

const comment = /^\/\*\s*id:\s*([^\s*;]+)(;\s*重点)?\s*\*\/$/;
const leadingNumber = /^(\d+(?:\.\d+)+)\s+/;

/**
 * A heading taken apart; `## 3.2.1 生成数据集 {/* id: synthetic-data *\/}`, of a high point of the chapter `{/* id: the-entropy; 重点 *\/}`.
 * Without a comment the id is made of the text.
 */
export function readHeading(node: HeadingNode): Heading & { hasId: boolean; isKey: boolean } {
  const said = node.children.map(commentOf).find((found) => found !== undefined);
  const whole = textOf(node).trim();
  const number = leadingNumber.exec(whole)?.[1];
  const text = whole.replace(leadingNumber, "");
  return {
    depth: node.depth,
    id: said?.id ?? text.toLowerCase().replace(/[\s/#?&]+/g, "-"),
    text,
    line: lineOf(node),
    hasId: said !== undefined,
    isKey: said?.isKey ?? false,
    ...(number === undefined ? {} : { number }),
  };
}

/** Takes number and comment out of a heading's children. */
export function bareChildren(node: HeadingNode): HeadingNode["children"] {
  const children = node.children.filter((child) => commentOf(child) === undefined);
  return children.map((child, i) => {
    if (child.type !== "text") return child;
    const start = i === 0 ? child.value.replace(leadingNumber, "") : child.value;
    return { ...child, value: i === children.length - 1 ? start.trimEnd() : start };
  });
}

function commentOf(node: Nodes): { id: string; isKey: boolean } | undefined {
  const [, id, key] = (node.type === "mdxTextExpression" && comment.exec(node.value.trim())) || [];
  return id === undefined ? undefined : { id, isKey: key !== undefined };
}
