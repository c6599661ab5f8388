import type { BinaryExpression, LogicalExpression, Node, Statement } from "@babel/types";
import { ListingError } from "../error.ts";
import { positionOf } from "./parse.ts";

/** Syntax that has a meaning at run time and so cannot be blanked, and what to write instead. */
const REFUSED: Readonly<Record<string, [what: string, instead: string]>> = {
  TSEnumDeclaration: ["enum", 'a union of strings, type Mode = "a" | "b", or an object as const'],
  TSModuleDeclaration: ["namespace", "plain top-level declarations"],
  TSParameterProperty: ["parameter property", "a field and this.x = x in the constructor"],
  TSTypeAssertion: ["<T>x", "x as T"],
  TSImportEqualsDeclaration: ["import =", "import … from"],
  TSExportAssignment: ["export =", "export before the declaration"],
  TSNamespaceExportDeclaration: ["export as namespace", "export before the declaration"],
  Decorator: ["decorator", "a plain function call"],
};

/** Refuses a node that blanking cannot remove. Throws a ListingError `not-erasable`. */
export function checkErasable(node: Node): void {
  const refused = REFUSED[node.type];
  if (refused) throw refusal(node, ...refused);
  if (node.type === "BinaryExpression" || node.type === "LogicalExpression") checkGrouping(node);
}

/** Whether a namespace holds anything that exists at run time. */
export function hasValues(node: Node): boolean {
  if (node.type === "TSModuleDeclaration") return node.body ? hasValues(node.body) : false;
  if (node.type === "TSModuleBlock") return node.body.some((one: Statement) => hasValues(one));
  if (node.type === "ExportNamedDeclaration") return node.declaration ? hasValues(node.declaration) : true;
  return node.type !== "TSInterfaceDeclaration" && node.type !== "TSTypeAliasDeclaration";
}

/** How tightly the operators bind that may stand before or after `as`. */
const PRECEDENCE: Readonly<Record<string, number>> = Object.fromEntries(
  ["??", "||", "&&", "|", "^", "&", "== != === !==", "< > <= >= in instanceof", "<< >> >>>", "+ -", "* / %", "**"].flatMap(
    (operators, level) => operators.split(" ").map((one) => [one, level]),
  ),
);

/** `1 + 1 as T / 2` means (1 + 1) / 2, but would read 1 + 1 / 2 once the type is gone; `a ?? b as T && c` would be no program. */
function checkGrouping(node: BinaryExpression | LogicalExpression): void {
  const left = bare(node.left);
  if (isAssertion(left)) {
    let base: Node | undefined = left;
    while (isAssertion(base)) base = bare(base.expression);
    const outer = PRECEDENCE[node.operator];
    const inner = base && "operator" in base ? PRECEDENCE[base.operator] : undefined;
    const regroups =
      base?.type === "BinaryExpression" || base?.type === "LogicalExpression"
        ? outer > Number(inner) || (outer === inner && node.operator === "**")
        : base?.type === "UnaryExpression" && node.operator === "**";
    if (regroups) throw refusal(left, "type assertion whose removal regroups the operators", "parentheses: (x as T)");
  }
  for (const [side, edge] of [
    ["left", "right"],
    ["right", "left"],
  ] as const) {
    const part = bare(node[side]);
    if (part?.type !== "LogicalExpression" || part.operator === node.operator || ![part.operator, node.operator].includes("??")) continue;
    const inner = bare(part[edge]);
    if (isAssertion(inner)) throw refusal(inner, "type assertion between ?? and another logical operator", "parentheses: (x as T)");
  }
}

function isAssertion(node: Node | undefined): node is Extract<Node, { type: "TSAsExpression" | "TSSatisfiesExpression" }> {
  return node?.type === "TSAsExpression" || node?.type === "TSSatisfiesExpression";
}

/** The node unless it stands in parentheses. */
function bare(node: Node): Node | undefined {
  return node.extra?.parenthesized ? undefined : node;
}

function refusal(node: Node, what: string, instead: string): ListingError {
  return new ListingError(
    "not-erasable",
    `expected syntax that vanishes when types are removed, found ${what}; write ${instead}`,
    positionOf(node),
    { what },
  );
}
