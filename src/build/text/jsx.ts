import type { Node, Parents } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** true for `<Name …>` in flow and in running text; any name when `name` is absent */
export function isElement(node: Node, name?: string): node is JsxElement {
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return false;
  return name === undefined || (node as JsxElement).name === name;
}

/**
 * An element's attributes as plain values: strings as written, `{3}` and `{true}` as JSON says, a bare name as `true`.
 * Other expressions are given as their source text.
 */
export function attributesOf(element: JsxElement): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute") continue;
    const { name, value } = attribute;
    result[name] = value === null || value === undefined ? true : typeof value === "string" ? value : fromSource(value.value);
  }
  return result;
}

function fromSource(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return source.trim();
  }
}

/** Nearest enclosing element with one of these names. */
export function enclosing(ancestors: Parents[], ...names: string[]): JsxElement | undefined {
  return ancestors.filter((node): node is JsxElement & Parents => isElement(node) && names.includes(node.name ?? "")).at(-1);
}

/** Sets attributes; data goes as an expression, so that components get it as it is. `undefined` is left out. */
export function setAttributes(element: JsxElement, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    element.attributes = element.attributes.filter((a) => a.type !== "mdxJsxAttribute" || a.name !== name);
    if (value === undefined) continue;
    element.attributes.push({ type: "mdxJsxAttribute", name, value: typeof value === "string" ? value : expression(value) });
  }
}

/** `{…}` of plain data, with the syntax tree MDX wants beside the text. */
function expression(value: unknown) {
  return {
    type: "mdxJsxAttributeValueExpression" as const,
    value: JSON.stringify(value),
    data: {
      estree: {
        type: "Program" as const,
        sourceType: "module" as const,
        comments: [],
        body: [{ type: "ExpressionStatement" as const, expression: literal(value) }],
      },
    },
  };
}

type Expression = import("estree").Expression;

/** The syntax tree of plain data. */
function literal(value: unknown): Expression {
  if (Array.isArray(value)) return { type: "ArrayExpression", elements: value.map(literal) };
  if (typeof value === "number" && (value < 0 || Object.is(value, -0))) {
    return { type: "UnaryExpression", operator: "-", prefix: true, argument: literal(-value) };
  }
  if (value === null || typeof value !== "object") {
    return value === undefined
      ? { type: "Identifier", name: "undefined" }
      : { type: "Literal", value: value as string | number | boolean | null };
  }
  return {
    type: "ObjectExpression",
    properties: Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([key, v]) => ({
        type: "Property",
        kind: "init",
        method: false,
        shorthand: false,
        computed: false,
        key: { type: "Literal", value: key },
        value: literal(v),
      })),
  };
}
