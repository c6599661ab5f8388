import { join, resolve } from "node:path";
import ts from "typescript";
import type { KnownNames, Name } from "../editor/names.ts";
import { tangled } from "./resolve.ts";

/** characters of a signature that is worth sending */
const LONG = 160;

/** The names listings can use of the libraries, with their signatures, read from the types. */
export function knownNames(folder = tangled): KnownNames {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve("tsconfig.listings.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const files = {
    tfjs: resolve("src/kernel/tf.ts"),
    d2l: join(folder, "d2l.ts"),
    plot: resolve("node_modules/@observablehq/plot/src/index.d.ts"),
  };
  const paths = { ...config!.options.paths, d2l: [files.d2l] };
  const display = resolve("src/kernel/outputs/globals.d.ts");
  const program = ts.createProgram({
    rootNames: [...Object.values(files), display],
    options: { ...config!.options, paths, noEmit: true, incremental: false, tsBuildInfoFile: undefined },
  });
  const checker = program.getTypeChecker();
  const names = (symbols: readonly ts.Symbol[]) =>
    symbols.flatMap((symbol) => nameOf(symbol, checker)).sort(([a], [b]) => (a < b ? -1 : 1));
  const exportsOf = (file: string) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(file)!);
    return symbol ? checker.getExportsOfModule(symbol) : [];
  };
  const tensor = exportsOf(files.tfjs).find(({ name }) => name === "Tensor");
  const members = tensor ? checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(skipAlias(tensor, checker))) : [];
  const shown = checker.resolveName("display", program.getSourceFile(display), ts.SymbolFlags.Value, false);
  return {
    tfjs: names(exportsOf(files.tfjs)),
    plot: names(exportsOf(files.plot)),
    tensor: names(members),
    d2l: names(exportsOf(files.d2l)),
    display: shown ? names(checker.getPropertiesOfType(checker.getTypeOfSymbol(shown))) : [],
  };
}

function skipAlias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Nothing for names of types, private ones and those tfjs keeps to itself. */
function nameOf(symbol: ts.Symbol, checker: ts.TypeChecker): Name[] {
  const { name } = symbol;
  const real = skipAlias(symbol, checker);
  const declaration = real.valueDeclaration;
  if (
    !(real.flags & ts.SymbolFlags.Value) ||
    !/^[a-zA-Z$][\w$]*$/.test(name) ||
    (declaration && ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.NonPublicAccessibilityModifier)
  )
    return [];
  const type = checker.getTypeOfSymbol(real);
  const [signature] = type.getCallSignatures();
  const text = (signature ? checker.signatureToString(signature) : checker.typeToString(type))
    .replace(/import\("[^"]*"\)\./g, "")
    .replace(/\s+/g, " ");
  return [[name, kindOf(real, signature), text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text]];
}

function kindOf({ flags }: ts.Symbol, signature: ts.Signature | undefined): string {
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Module) return "namespace";
  if (flags & ts.SymbolFlags.Method) return "method";
  if (signature) return "function";
  return flags & ts.SymbolFlags.Property ? "property" : "variable";
}
