import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { dirname as dir, relative as from } from "node:path/posix";
import type { Book, Export, Fence, Section } from "./book/types.ts";
import { tangled } from "./resolve.ts";

/** Path of a section's program below `.tangled`. */
export function sectionFile({ chapter, slug }: Section): string {
  return `${chapter}/${slug}.ts`;
}

/** Path of an exercise's listing below `.tangled`. */
export function aloneFile({ chapter, slug }: Section, fence: Fence): string {
  return `${chapter}/${slug}/${fence.id}.ts`;
}

/**
 * Writes the programs of the book to `.tangled`: each section as one module whose lines are those of the `.mdx`, each answer
 * as a module, and the library `d2l`. A file that would not change is not touched; one that is no longer made goes.
 */
export function tangle(book: Book, folder = tangled): void {
  const files = tangledFiles(book);
  for (const [path, text] of files) {
    const target = join(folder, path);
    if (existsSync(target) && readFileSync(target, "utf8") === text) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  for (const path of listFiles(folder)) if (path.endsWith(".ts") && !files.has(path)) rmSync(join(folder, path));
}

/** All files of `.tangled`, by path. */
export function tangledFiles(book: Book): Map<string, string> {
  const files = new Map<string, string>();
  for (const section of book.sections) {
    if (section.listings.length > 0) files.set(sectionFile(section), atLines(section.listings));
    for (const { fence, listing } of section.alone) {
      if (fence.kind === "answer") files.set(aloneFile(section, fence), atLines([listing]));
    }
  }
  for (const saved of book.exports) if (!files.has(moduleFile(saved))) files.set(moduleFile(saved), moduleText(book, saved));
  files.set("d2l.ts", barrel(book));
  files.set("d2l/names.ts", names(book));
  return files;
}

/** Sources at their lines, everything between them blank. */
function atLines(listings: { source: string; line: number }[]): string {
  const lines: string[] = [];
  for (const { source, line } of listings) source.split("\n").forEach((text, i) => (lines[line - 1 + i] = text));
  return Array.from(lines, (line) => line ?? "").join("\n") + "\n";
}

/** The module of `d2l` that holds an export: one for each listing that exports. */
function moduleFile({ section, listing }: Export): string {
  return `d2l/${section.slug}/${listing.id}.ts`;
}

/** The exported declarations of a listing with the imports they use. */
function moduleText(book: Book, { section, listing }: Export): string {
  const path = moduleFile({ section, listing } as Export);
  const here = book.exports.filter((e) => e.section === section && e.listing === listing);
  const declarations = [...new Set(here.map((e) => e.saved))];
  const imports = new Set<string>();
  for (const { references, imports: used } of declarations) {
    for (const one of used) imports.add(importLine(book, path, one));
    for (const name of references) {
      const home = book.exports.find((e) => e.name === name);
      if (home && moduleFile(home) !== path)
        imports.add(importLine(book, path, { specifier: "d2l", imported: name, local: name, typeOnly: home.typeOnly }));
    }
  }
  const texts = declarations.map(({ start, end }) => listing.source.slice(start, end));
  return `${[[...imports].join("\n"), ...texts].filter(Boolean).join("\n\n")}\n`;
}

function importLine(book: Book, path: string, name: { specifier: string; imported: string; local: string; typeOnly: boolean }): string {
  const { specifier, imported, local, typeOnly } = name;
  const home = specifier === "d2l" ? book.exports.find((e) => e.name === imported) : undefined;
  const source = JSON.stringify(home ? relativeImport(path, moduleFile(home)) : specifier);
  const what =
    imported === "*"
      ? `* as ${local}`
      : imported === local
        ? `{ ${local} }`
        : imported === "default"
          ? local
          : `{ ${imported} as ${local} }`;
  return `import ${typeOnly || home?.typeOnly ? "type " : ""}${what} from ${source};`;
}

function relativeImport(path: string, target: string): string {
  const way = from(dir(path), target);
  return way.startsWith(".") ? way : `./${way}`;
}

/** `d2l` as sections import it: every export, types included. */
function barrel(book: Book): string {
  const lines = book.exports.map((e) => `export ${e.typeOnly ? "type " : ""}{ ${e.name} } from "./${moduleFile(e)}";`);
  return `${lines.join("\n")}\nexport {};\n`;
}

/** By name, how to get the module that holds it: so a listing loads of the library what it imports. */
function names(book: Book): string {
  const values = book.exports.filter((e) => !e.typeOnly);
  const entries = values.map((e) => `  ${e.name}: () => import("../${moduleFile(e)}"),\n`);
  return `export const d2l: Record<string, () => Promise<Record<string, unknown>>> = {\n${entries.join("")}};\n`;
}

function listFiles(folder: string, root = folder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path, root) : [relative(root, path)];
  });
}
