import type { File, ImportDeclaration, Node } from "@babel/types";
import { ListingError, type Position } from "../error.ts";
import { positionOf } from "./parse.ts";
import type { ImportedName } from "../types.ts";

/** An imported name and where it stands. */
export type Import = ImportedName & { at: Position };

/**
 * What a listing imports. Throws a ListingError for module syntax a listing has no use for: bare imports, `export`
 * that is not a word before a declaration.
 */
export function findImports(file: File): Import[] {
  return file.program.body.flatMap((statement) => {
    checkExport(statement);
    return statement.type === "ImportDeclaration" ? importsOf(statement) : [];
  });
}

function importsOf(node: ImportDeclaration): Import[] {
  const specifier = node.source.value;
  if (!node.specifiers.length) {
    throw refuse(
      node,
      "import-bare",
      `expected names to import, found import "${specifier}"; write import { name } from "${specifier}" or remove the line`,
      { specifier },
    );
  }
  return node.specifiers.map((one) => {
    const [imported, typeOnly] =
      one.type === "ImportNamespaceSpecifier"
        ? ["*", false]
        : one.type === "ImportDefaultSpecifier"
          ? ["default", false]
          : [one.imported.type === "Identifier" ? one.imported.name : one.imported.value, one.importKind === "type"];
    return { specifier, imported, local: one.local.name, typeOnly: typeOnly || node.importKind === "type", at: positionOf(one.local) };
  });
}

/** A listing's modules are known before it runs. */
export function refuseDynamic(node: Node): ListingError {
  return refuse(node, "import-dynamic", "expected modules named at the top, found import(…); write import … from", {});
}

function checkExport(node: Node): void {
  const form =
    node.type === "ExportDefaultDeclaration"
      ? "export default"
      : node.type === "ExportAllDeclaration"
        ? "export *"
        : node.type === "ExportNamedDeclaration" && !node.declaration
          ? "export { … }"
          : undefined;
  if (form)
    throw refuse(
      node,
      "export-form",
      `expected export before a declaration, found ${form}; write export before function, class, const or type`,
      { form },
    );
}

function refuse(node: Node, code: string, message: string, data: Record<string, string>): ListingError {
  return new ListingError(code, message, positionOf(node), data);
}
