import type { Heading as HeadingNode, Nodes } from "mdast";
import type { Heading } from "../book/types.ts";
import { lineOf, textOf } from "./walk.ts";

const idComment = /^\/\*\s*id:\s*([^\s*]+)\s*\*\/$/;
const leadingNumber = /^(\d+(?:\.\d+)+)\s+/;

/** A heading taken apart; `## 3.2.1 生成数据集 {/* id: synthetic-data *\/}`. Without a comment the id is made of the text. */
export function readHeading(node: HeadingNode): Heading & { hasId: boolean } {
  const comment = node.children.map(commentId).find((id) => id !== undefined);
  const whole = textOf(node).trim();
  const number = leadingNumber.exec(whole)?.[1];
  const text = whole.replace(leadingNumber, "");
  return {
    depth: node.depth,
    id: comment ?? text.toLowerCase().replace(/[\s/#?&]+/g, "-"),
    text,
    line: lineOf(node),
    hasId: comment !== undefined,
    ...(number === undefined ? {} : { number }),
  };
}

/** Takes number and comment out of a heading's children. */
export function bareChildren(node: HeadingNode): HeadingNode["children"] {
  const children = node.children.filter((child) => commentId(child) === undefined);
  return children.map((child, i) => {
    if (child.type !== "text") return child;
    const start = i === 0 ? child.value.replace(leadingNumber, "") : child.value;
    return { ...child, value: i === children.length - 1 ? start.trimEnd() : start };
  });
}

function commentId(node: Nodes): string | undefined {
  return node.type === "mdxTextExpression" ? idComment.exec(node.value.trim())?.[1] : undefined;
}
