import type { ClassDeclaration, ClassExpression, File, Function as Callable, Node } from "@babel/types";
import { Blanks, spanOf } from "./blanks.ts";
import { childrenOf } from "./children.ts";
import { refuseDynamic } from "./imports.ts";
import { checkErasable, hasValues } from "./refuse.ts";

type Class = ClassDeclaration | ClassExpression;
type Member = Extract<Class["body"]["body"][number], { key: Node }>;

/** Parts that vanish wherever they stand. */
const TYPES: ReadonlySet<string> = new Set(["TSTypeAnnotation", "TSTypeParameterDeclaration", "TSTypeParameterInstantiation"]);
const MODIFIERS: ReadonlySet<string> = new Set(["public", "private", "protected", "readonly", "override", "abstract", "declare"]);

/**
 * The source with everything that only TypeScript knows turned into spaces: same length, same lines, same columns. With
 * `module: "blank"` (as listings run) import statements and the word `export` are blanked too. Where a blank would let
 * two lines run together a `;` is written, and a parenthesis moves where a line break may not stand.
 * Throws a ListingError `not-erasable` for syntax that does something at run time (enum, namespace, parameter property…).
 * The method is ts-blank-space's, over Babel's tree; the tests compare the two.
 */
export function erase(file: File, source: string, module: "blank" | "keep" = "blank"): string {
  const text = new Blanks(source, file);
  /** end of the statement or class member being visited: an assertion that ends it must not swallow the next line */
  let statementEnd = -1;
  /** parts already blanked in their own way */
  const gone = new Set<Node>();

  visitList(file.program.body);
  return text.toString();

  /** Statements or class members in order; what vanishes leaves a `;` when the one before did not end with its own. */
  function visitList(nodes: readonly Node[]): void {
    let open = false;
    for (const node of nodes) {
      const outer = statementEnd;
      statementEnd = spanOf(node).end;
      if (vanishes(node)) {
        text.blank(spanOf(node));
        if (open) text.put(spanOf(node).start, ";");
      } else {
        visit(node);
        if (open) closeBeforeMember(node);
        open = !text.isClosed(node);
      }
      statementEnd = outer;
    }
  }

  function vanishes(node: Node): boolean {
    switch (node.type) {
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
      case "TSDeclareFunction":
      case "TSDeclareMethod":
      case "TSIndexSignature":
        return true;
      case "VariableDeclaration":
      case "ClassDeclaration":
      case "TSEnumDeclaration":
        return !!node.declare;
      case "TSModuleDeclaration":
        return !!node.declare || node.kind === "global" || node.id.type === "StringLiteral" || !hasValues(node);
      case "ClassProperty":
      case "ClassAccessorProperty":
        return !!node.declare || !!node.abstract;
      case "ImportDeclaration":
        return module === "blank" || node.importKind === "type";
      case "ExportAllDeclaration":
        return node.exportKind === "type";
      case "ExportNamedDeclaration":
        return node.declaration ? vanishes(node.declaration) : node.exportKind === "type";
      case "ExportDefaultDeclaration":
        return vanishes(node.declaration);
      default:
        return false;
    }
  }

  /** Blanks inside a node that stays. */
  function visit(node: Node): void {
    if (gone.has(node)) return;
    if (TYPES.has(node.type)) return text.blank(spanOf(node));
    checkErasable(node);
    if (module === "blank" && node.type === "ImportExpression") throw refuseDynamic(node);
    switch (node.type) {
      case "Program":
      case "BlockStatement":
      case "StaticBlock":
      case "ClassBody":
        return visitList(node.body);
      case "SwitchCase":
        if (node.test) visit(node.test);
        return visitList(node.consequent);
      case "TSAsExpression":
      case "TSSatisfiesExpression": {
        visit(node.expression);
        const { start } = text.before(spanOf(node.typeAnnotation).start);
        return blankEnd(node, start);
      }
      case "TSInstantiationExpression":
        visit(node.expression);
        return blankEnd(node, spanOf(node.typeArguments ?? node).start);
      case "TSNonNullExpression":
        visit(node.expression);
        return text.blank({ start: spanOf(node).end - 1, end: spanOf(node).end });
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        visitModule(node);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        visitHead(node);
        break;
      case "VariableDeclarator":
        if (node.definite && node.id.type === "Identifier" && node.id.typeAnnotation)
          text.blankWord(text.before(spanOf(node.id.typeAnnotation).start), "!");
        break;
      case "Identifier":
        if (node.optional) text.blankWord(text.before(node.typeAnnotation ? spanOf(node.typeAnnotation).start : spanOf(node).end), "?");
        break;
      case "ClassMethod":
      case "ClassPrivateMethod":
      case "ClassProperty":
      case "ClassPrivateProperty":
      case "ClassAccessorProperty":
        visitMember(node);
        break;
    }
    if ("params" in node && "body" in node) visitSignature(node as Callable);
    // the body of an `if` or a loop is a statement with an end of its own
    for (const [, child] of childrenOf(node)) child.type.endsWith("Statement") ? visitList([child]) : visit(child);
  }

  /** Blanks an expression from a type to its end. */
  function blankEnd(node: Node, start: number): void {
    text.blank({ start, end: spanOf(node).end });
    if (spanOf(node).end === statementEnd) text.put(start, ";");
  }

  function visitModule(node: Extract<Node, { type: "ImportDeclaration" | "ExportNamedDeclaration" }>): void {
    for (const one of node.specifiers) {
      const kind = "importKind" in one ? one.importKind : "exportKind" in one ? one.exportKind : undefined;
      if (kind === "type") text.blankItem(spanOf(one));
    }
    if (module === "blank" && node.type === "ExportNamedDeclaration") text.blankWord(text.after(spanOf(node).start), "export");
  }

  /** `abstract` and `implements …` of a class. */
  function visitHead(node: Class): void {
    text.blankWord(text.after(spanOf(node).start), "abstract");
    const interfaces = node.implements ?? [];
    for (const one of interfaces) gone.add(one);
    if (interfaces.length)
      text.blank({ start: text.before(spanOf(interfaces[0]).start).start, end: spanOf(interfaces[interfaces.length - 1]).end });
  }

  /** Modifiers, `?` and `!` of a class member. */
  function visitMember(node: Member): void {
    const { start, end } = spanOf(node.key);
    for (const token of text.between(spanOf(node).start, start)) if (MODIFIERS.has(text.word(token))) text.blank(token);
    let mark = text.after(end);
    while (text.word(mark) === "]" || text.word(mark) === ")") mark = text.after(mark.end);
    if ("optional" in node && node.optional) text.blankWord(mark, "?");
    if ("definite" in node && node.definite) text.blankWord(mark, "!");
    if (!("typeAnnotation" in node && node.typeAnnotation) || node.value || text.isClosed(node)) return;
    // `get: T` on a line of its own would become the accessor of the next line
    gone.add(node.typeAnnotation);
    text.blank(spanOf(node.typeAnnotation));
    if (/^(get|set|static)$/.test(text.word({ start, end }))) text.put(spanOf(node.typeAnnotation).start, ";");
  }

  /** A member without its leading modifier may read on from the line before: `a = 1` and then `public ["b"]`. */
  function closeBeforeMember(node: Node): void {
    const first = text.after(spanOf(node).start);
    if (!("key" in node) || !MODIFIERS.has(text.word(first)) || spanOf(node.key).start === first.start) return;
    let next = text.after(first.end);
    while (MODIFIERS.has(text.word(next)) && next.start < spanOf(node.key).start) next = text.after(next.end);
    if (/^(\[|\*|in|instanceof)$/.test(text.word(next))) text.put(first.start, ";");
  }

  /** `this` parameters vanish; no line break may come to stand before the `(` or the `=>` of an arrow. */
  function visitSignature(node: Callable): void {
    const [receiver] = node.params;
    if (receiver?.type === "Identifier" && receiver.name === "this") {
      text.blankItem(spanOf(receiver));
      gone.add(receiver);
    }
    if (node.typeParameters) {
      const generics = spanOf(node.typeParameters);
      const open = text.after(generics.end);
      gone.add(node.typeParameters);
      text.blank(generics);
      if (text.breaksLine(generics.start, open.start)) {
        text.put(generics.start, "(");
        text.blank(open);
      }
    }
    if (node.type !== "ArrowFunctionExpression" || !node.returnType) return;
    const type = spanOf(node.returnType);
    const close = text.before(type.start);
    gone.add(node.returnType);
    text.blank(type);
    if (text.breaksLine(close.start, text.after(type.end).start)) {
      text.blank(close);
      text.put(type.end - 1, ")");
    }
  }
}
