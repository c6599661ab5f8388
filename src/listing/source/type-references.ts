import type { File, Node } from "@babel/types";
import { childrenOf } from "./children.ts";

/** A type name (or the name after `typeof` in a type) and where it stands. */
export interface TypeReference {
  name: string;
  node: Node;
  start: number;
}

/** Names a type may mention that belong to a part of the tree: type parameters, local aliases and interfaces, parameters of function types. */
type Scope = ReadonlySet<string>;

/**
 * Names used in type positions that no enclosing type parameter or local type declares, in order. Names declared at the
 * top level and local *values* (classes, `typeof x`) are still among them: `analyse` knows those.
 */
export function findTypeReferences(file: File): TypeReference[] {
  const found: TypeReference[] = [];
  visit(file.program, new Set());
  return found.sort((a, b) => a.start - b.start);

  function visit(node: Node, outer: Scope): void {
    const scope = inside(node, outer);
    const name = nameOf(node);
    if (name && !scope.has(name.text))
      found.push({ name: name.text, node: name.node, start: (name.node as { start?: number | null }).start ?? 0 });
    for (const [key, child] of childrenOf(node)) {
      if (node.type === "TSTypePredicate" && key === "parameterName") continue;
      visit(child, scope);
    }
  }
}

function nameOf(node: Node): { text: string; node: Node } | undefined {
  const entity =
    node.type === "TSTypeReference"
      ? node.typeName
      : node.type === "TSTypeQuery"
        ? node.exprName
        : node.type === "TSClassImplements" || node.type === "TSInterfaceHeritage"
          ? node.expression
          : undefined;
  const first = entity && leftmost(entity);
  return first?.type === "Identifier" && first.name !== "const" ? { text: first.name, node: first } : undefined;
}

function leftmost(node: Node): Node {
  if (node.type === "TSQualifiedName") return leftmost(node.left);
  if (node.type === "MemberExpression") return leftmost(node.object);
  return node;
}

/** The scope within a node: what it declares for itself added to what is around. */
function inside(node: Node, outer: Scope): Scope {
  const own: string[] = [];
  if ("typeParameters" in node && node.typeParameters && "params" in node.typeParameters) {
    for (const one of node.typeParameters.params) if (one.type === "TSTypeParameter") own.push(one.name.name);
  }
  if (node.type === "TSMappedType") own.push(node.key.name);
  if (node.type === "TSConditionalType") own.push(...inferred(node.extendsType));
  if (node.type === "BlockStatement") {
    for (const one of node.body) if (one.type === "TSTypeAliasDeclaration" || one.type === "TSInterfaceDeclaration") own.push(one.id.name);
  }
  if (node.type.startsWith("TS") && "params" in node && Array.isArray(node.params)) {
    for (const one of node.params as Node[]) if (one.type === "Identifier") own.push(one.name);
  }
  return own.length ? new Set([...outer, ...own]) : outer;
}

function inferred(node: Node): string[] {
  const own = node.type === "TSInferType" ? [node.typeParameter.name.name] : [];
  return [...own, ...childrenOf(node).flatMap(([, child]) => inferred(child))];
}
