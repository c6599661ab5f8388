import type { File, Node as Tree } from "@babel/types";
import type { Variable } from "eslint-scope";
import type { Node } from "estree";
import type { DeclarationKind } from "../types.ts";
import { spanOf, type Span } from "./blanks.ts";

/** The top-level types of a listing: the identifier that names each, aliases and interfaces alike. */
export function findTypes(file: File): Map<string, Tree> {
  const found = new Map<string, Tree>();
  for (const statement of file.program.body) {
    const node = statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
    if ((node.type === "TSTypeAliasDeclaration" || node.type === "TSInterfaceDeclaration") && !found.has(node.id.name))
      found.set(node.id.name, node.id);
  }
  return found;
}

/** Exported names and where their declarations stand, from the word `export` on; overloads are one. */
export function findExports(file: File): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const statement of file.program.body) {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) continue;
    const { start, end } = spanOf(statement);
    for (const name of boundNames(statement.declaration)) found.set(name, { start: found.get(name)?.start ?? start, end });
  }
  return found;
}

/** Names a declaration binds, through patterns. */
export function boundNames(node: Tree | null): string[] {
  switch (node?.type) {
    case "Identifier":
      return [node.name];
    case "VariableDeclaration":
      return node.declarations.flatMap((one) => boundNames(one.id));
    case "ObjectPattern":
      return node.properties.flatMap((one) => boundNames(one.type === "RestElement" ? one : one.value));
    case "ArrayPattern":
      return node.elements.flatMap((one) => boundNames(one));
    case "AssignmentPattern":
      return boundNames(node.left);
    case "RestElement":
      return boundNames(node.argument);
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSDeclareFunction":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return node.id ? [node.id.name] : [];
    default:
      return [];
  }
}

/** What a value is by the way it is declared. */
export function kindOf({ type, node, parent }: Variable["defs"][number]): DeclarationKind {
  if (type === "FunctionName") return "function";
  if (type === "ClassName") return "class";
  if (type !== "Variable" || parent?.type !== "VariableDeclaration" || parent.kind !== "const") return "value";
  const { id, init } = node;
  if (id.type !== "Identifier" || !init) return "value";
  if (init.type === "FunctionExpression" || init.type === "ArrowFunctionExpression") return "function";
  if (init.type === "ClassExpression") return "class";
  return isLiteral(init) ? "literal" : "value";
}

/** A number with or without sign, a string, a boolean, a template without expressions. */
function isLiteral(node: Node): boolean {
  if (node.type === "UnaryExpression") return (node.operator === "-" || node.operator === "+") && isLiteral(node.argument);
  if (node.type === "TemplateLiteral") return node.expressions.length === 0;
  return node.type === "Literal" && ["number", "string", "boolean"].includes(typeof node.value);
}
