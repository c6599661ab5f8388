import type { Node } from "@babel/types";
import type { Program } from "estree";
import { childrenOf } from "./children.ts";

/**
 * The calls whose result a function hands on as its own, start and end by turns: `return f(x)`, `() => f(x)`. WebKit gives the frame of
 * such a function to the call, so that an error in it would be told at the caller's line, and a call without end would never end.
 */
export function findTails(program: Program): number[] {
  const tails: number[] = [];
  walk(program as unknown as Node, false);
  return tails;

  /** @param isPlain inside a function that is neither async nor a generator: of the others the frame stays */
  function walk(node: Node, isPlain: boolean): void {
    if (isPlain && node.type === "ReturnStatement" && node.argument) handOn(node.argument);
    if (isFunction(node)) {
      isPlain = !node.async && !node.generator;
      if (isPlain && node.body.type !== "BlockStatement") handOn(node.body);
    }
    for (const [, child] of childrenOf(node)) walk(child, isPlain);
  }

  function handOn(node: Node): void {
    if (node.type === "ConditionalExpression") {
      handOn(node.consequent);
      handOn(node.alternate);
    } else if (node.type === "LogicalExpression") handOn(node.right);
    else if (node.type === "SequenceExpression") handOn(node.expressions.at(-1)!);
    else if (CALLS.has(node.type)) tails.push(node.start!, node.end!);
  }
}

const CALLS = new Set(["CallExpression", "TaggedTemplateExpression", "ChainExpression"]);

type Callable = Extract<Node, { type: "ArrowFunctionExpression" | "FunctionExpression" | "FunctionDeclaration" }>;

function isFunction(node: Node): node is Callable {
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration";
}
