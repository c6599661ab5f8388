import { parse as babel, type ParserOptions } from "@babel/parser";
import type { File, Node } from "@babel/types";
import type { Program } from "estree";
import { ListingError, type Position } from "../error.ts";
import { diagnose } from "../explain/diagnose.ts";

/** TypeScript source → Babel's tree with its tokens. Throws a ListingError `syntax` or `duplicate`. */
export function parse(source: string): File {
  return read(source, { plugins: ["typescript"], tokens: true });
}

/** JavaScript → ESTree, for scope analysis. */
export function parseScript(code: string): Program {
  // With the plugin the tree is ESTree's; only the declared type is Babel's.
  return read(code, { plugins: ["estree"], ranges: true }).program as unknown as Program;
}

/** Where a node starts, 1-based. */
export function positionOf(node: Pick<Node, "loc">): Position {
  const start = node.loc?.start;
  return { line: start?.line ?? 1, column: (start?.column ?? 0) + 1 };
}

function read(text: string, options: ParserOptions): File {
  try {
    return babel(text, { sourceType: "module", ...options });
  } catch (error) {
    throw refusal(error, text);
  }
}

interface ParserError {
  message: string;
  reasonCode?: string;
  loc: { line: number; column: number; index: number };
}

function refusal(error: unknown, text: string): unknown {
  if (!(error instanceof SyntaxError) || !("loc" in error)) return error;
  const { message, reasonCode = "", loc } = error as unknown as ParserError;
  const at = { line: loc.line, column: loc.column + 1 };
  const fact = message.replace(/ \(\d+:\d+\)$/, "");
  const { cause, data } = diagnose(text, loc.index, reasonCode);
  const name = /^Identifier '(.+)' has already been declared/.exec(fact)?.[1];
  if (name && cause === "other") {
    return new ListingError("duplicate", `expected a new name, found ${name} declared again; rename it`, at, { name });
  }
  return new ListingError("syntax", `expected TypeScript, found: ${fact}`, at, { ...data, cause, fact });
}
