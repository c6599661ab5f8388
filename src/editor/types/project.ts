import ts from "typescript";
import type { Hover, Mistake, Signature, TypeFiles } from "./protocol.ts";

const SECTION = "/section.ts";

/** TypeScript over the declarations of the libraries and one section. */
export interface Project {
  check(text: string): Mistake[];
  hover(text: string, at: number): Hover | undefined;
  signature(text: string, at: number, typed?: "(" | ","): Signature | undefined;
}

/** As `tsconfig.listings.json`. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2022.d.ts"],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
};

export function openProject({ files, packages }: TypeFiles): Project {
  const known = new Map(Object.entries(files));
  let text = "";
  let version = 0;
  const read = (path: string) => (path === SECTION ? text : known.get(path));
  const exists = (path: string) => path === SECTION || known.has(path);
  const resolve = (specifier: string, from: string): ts.ResolvedModuleFull | undefined => {
    const path = specifier.startsWith(".")
      ? new URL(specifier, `file://${from}`).pathname
      : (packages[specifier] ?? `/node_modules/${specifier}`);
    const found =
      path &&
      [path, `${path}.ts`, `${path}.d.ts`, `${path}/index.d.ts`, path.replace(/\.js$/, ".d.ts")].find(
        (one) => exists(one) && /\.ts$/.test(one),
      );
    return found ? { resolvedFileName: found, extension: found.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts } : undefined;
  };
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [SECTION, "/globals.d.ts"],
    getScriptVersion: (path) => (path === SECTION ? String(version) : "0"),
    getScriptSnapshot: (path) => {
      const content = read(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => "/lib/lib.es2022.d.ts",
    fileExists: exists,
    readFile: read,
    directoryExists: () => true,
    getDirectories: () => [],
    resolveModuleNameLiterals: (literals, from) => literals.map((literal) => ({ resolvedModule: resolve(literal.text, from) })),
  };
  const service = ts.createLanguageService(host);
  const take = (next: string) => {
    if (next !== text) version++;
    text = next;
  };
  return {
    check(next) {
      take(next);
      const found = [...service.getSyntacticDiagnostics(SECTION), ...service.getSemanticDiagnostics(SECTION)];
      return found.map(({ start = 0, length = 0, messageText, category }) => ({
        from: start,
        to: start + length,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
        slight: category !== ts.DiagnosticCategory.Error,
      }));
    },
    hover(next, at) {
      take(next);
      const info = service.getQuickInfoAtPosition(SECTION, at);
      if (!info) return undefined;
      const { start, length } = info.textSpan;
      return {
        from: start,
        to: start + length,
        type: ts.displayPartsToString(info.displayParts),
        comment: ts.displayPartsToString(info.documentation),
      };
    },
    signature(next, at, typed) {
      take(next);
      const triggerReason: ts.SignatureHelpTriggerReason = typed
        ? { kind: "characterTyped", triggerCharacter: typed }
        : { kind: "invoked" };
      const help = service.getSignatureHelpItems(SECTION, at, { triggerReason });
      const item = help?.items[help.selectedItemIndex];
      if (!help || !item) return undefined;
      return {
        from: help.applicableSpan.start,
        before: ts.displayPartsToString(item.prefixDisplayParts),
        between: ts.displayPartsToString(item.separatorDisplayParts),
        after: ts.displayPartsToString(item.suffixDisplayParts),
        parameters: item.parameters.map(({ name, displayParts, documentation }) => ({
          name,
          text: ts.displayPartsToString(displayParts),
          comment: ts.displayPartsToString(documentation),
        })),
        active: item.isVariadic ? Math.min(help.argumentIndex, item.parameters.length - 1) : help.argumentIndex,
        comment: ts.displayPartsToString(item.documentation),
        others: help.items.length - 1,
      };
    },
  };
}
