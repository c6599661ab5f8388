import ts from "typescript";
import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { compile } from "../../src/listing/compile.ts";
import { snippets } from "./analyse.snippets.ts";

/** The listings of the book, each by itself: what it needs of the others is unknown to both. */
const listings = loadBook().sections.flatMap(({ listings, alone }) => [...listings, ...alone.map(({ listing }) => listing)]);
const texts = [...snippets, ...listings.map(({ source }) => source.replace("@ts-expect-error", ""))]; // which the checker would obey

/** What TypeScript's checker says of each text, a module of its own without any global. */
const checked = check(texts);

function check(texts: readonly string[]): { unknown: string[]; values: string[]; types: string[] }[] {
  const files = new Map(
    texts.map((text, i) => [`/${i}.ts`, ts.createSourceFile(`/${i}.ts`, `${text}\nexport {};`, ts.ScriptTarget.ESNext, true)]),
  );
  const options: ts.CompilerOptions = {
    noLib: true,
    noEmit: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    types: [],
    strict: true,
  };
  const program = ts.createProgram([...files.keys()], options, {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => files.get(name),
    fileExists: (name) => files.has(name),
  });
  const checker = program.getTypeChecker();
  return [...files.values()].map((file) => {
    const messages = program.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    const missing = messages.flatMap(
      (message) =>
        /^(?:Cannot find (?:name|namespace)|No value exists in scope for the shorthand property) '(.+?)'/.exec(message)?.[1] ?? [],
    );
    const locals = [...((file as unknown as { locals?: Map<string, ts.Symbol> }).locals?.values() ?? [])].filter(
      (symbol) => !(symbol.flags & ts.SymbolFlags.Alias),
    );
    const named = (flags: ts.SymbolFlags) =>
      locals
        .map((symbol) => checker.getExportSymbolOfSymbol(symbol))
        .filter((symbol) => symbol.flags & flags)
        .map((symbol) => symbol.name);
    const values = named(ts.SymbolFlags.Value);
    return {
      unknown: sorted(missing),
      values: sorted(values),
      types: sorted(named(ts.SymbolFlags.Type).filter((name) => !values.includes(name))),
    };
  });
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

test("there are snippets and listings enough", () => {
  expect(snippets.length).toBeGreaterThan(700);
  expect(listings.length).toBeGreaterThan(100);
  expect(checked.reduce((sum, { unknown }) => sum + unknown.length, 0)).toBeGreaterThan(1500);
});

test("analysis finds the same unknown names and declarations as TypeScript's checker", () => {
  const differ = texts.flatMap((text, i) => {
    const [mine, theirs] = [analysed(text), checked[i]].map((one) => JSON.stringify(one));
    return mine === theirs ? [] : [`${text}\n  ours:   ${mine}\n  theirs: ${theirs}`];
  });
  expect(differ).toEqual([]);
});

function analysed(snippet: string): (typeof checked)[number] {
  const { references, typeReferences, assigns, declares } = compile(snippet);
  // TypeScript knows `undefined` by itself
  const unknown = [...references, ...typeReferences, ...assigns.map(({ name }) => name)].filter((name) => name !== "undefined");
  const named = (isType: boolean) => sorted(declares.filter(({ kind }) => (kind === "type") === isType).map(({ name }) => name));
  return { unknown: sorted(unknown), values: named(false), types: named(true) };
}
