import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import type { Problem } from "./book/problems.ts";
import type { Book } from "./book/types.ts";
import { tangled } from "./resolve.ts";
import { aloneFile, sectionFile } from "./tangle.ts";

/** A file of a program and where its lines are the author's. */
interface Origin {
  file: string;
  /** columns the code stands further right in the `.mdx` */
  indent: number;
}

/**
 * Type-checks the tangled book with the compiler's own words; lines and columns are those of the `.mdx`.
 * Incremental: what has not changed since the last call, in this or an earlier process, is not checked again.
 */
export function checkTypes(book: Book, folder = tangled): Problem[] {
  const origins = originsOf(book, folder);
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve("tsconfig.listings.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  // a book may lie outside of the repository
  const plot = [resolve("node_modules/@observablehq/plot")];
  const paths = { ...config!.options.paths, d2l: [join(folder, "d2l.ts")], "@observablehq/plot": plot };
  const options: ts.CompilerOptions = { ...config!.options, paths, tsBuildInfoFile: join(folder, "tsbuildinfo") };
  const rootNames = [...origins.keys(), resolve("src/kernel/outputs/globals.d.ts")].filter((path) => existsSync(path));
  const host = ts.createIncrementalCompilerHost(options);
  const program = ts.createIncrementalProgram({ rootNames, options, host });
  const diagnostics = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  program.emit();
  return diagnostics.filter((d) => d.category === ts.DiagnosticCategory.Error).map((diagnostic) => problemOf(diagnostic, origins));
}

function originsOf(book: Book, folder: string): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const section of book.sections) {
    if (section.listings.length > 0) origins.set(join(folder, sectionFile(section)), { file: section.file, indent: 0 });
    for (const { fence } of section.alone) {
      if (fence.kind === "answer") origins.set(join(folder, aloneFile(section, fence)), { file: section.file, indent: fence.indent });
    }
  }
  return origins;
}

function problemOf({ file, start = 0, messageText }: ts.Diagnostic, origins: Map<string, Origin>): Problem {
  const found = ts.flattenDiagnosticMessageText(messageText, "\n            ");
  const expected = "code that type-checks";
  const fix = "correct the listing";
  if (file === undefined) return { file: "tsconfig.listings.json", line: 1, expected, found, fix };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const origin = origins.get(file.fileName) ?? { file: relative(process.cwd(), file.fileName), indent: 0 };
  return { file: origin.file, line: line + 1, column: character + 1 + origin.indent, expected, found, fix };
}

function fail(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}
