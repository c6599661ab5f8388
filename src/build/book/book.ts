import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readSection } from "./section.ts";
import { checkBook } from "./checks.ts";
import { collectExports } from "./exports.ts";
import type { Book, Section, Term } from "./types.ts";

/** Folder of the chapters; `BOOK` names another one, so that tests can bring a book of their own. */
export const bookRoot = (): string => resolve(process.env.BOOK ?? "content");

let cache: { root: string; stamp: string; book: Book } | undefined;

/**
 * The book, parsed once: all sections with what they declare, number and refer to, and all problems found.
 * Read again when a file has changed. Never throws for an author's mistake: those are `problems`.
 */
export function loadBook(root = bookRoot()): Book {
  const files = listFiles(root);
  const stamp = files.map((file) => `${file}:${statSync(file).mtimeMs}`).join("\n");
  if (cache?.root === root && cache.stamp === stamp) return cache.book;

  const problems: Book["problems"] = [];
  const read = files
    .filter((file) => file.endsWith(".mdx") && relative(root, file).includes("/"))
    .flatMap((file) => readSection(root, file, problems) ?? []);
  const sections = inReadingOrder(read);
  const book: Book = { root, sections, exports: [], terms: readTerms(root), problems };
  book.exports = collectExports(sections, problems);
  checkBook(book);
  cache = { root, stamp, book };
  return book;
}

/** The section an `.mdx` is, by its absolute path. */
export function sectionOf(book: Book, path: string): Section | undefined {
  return book.sections.find((section) => resolve(section.file) === path);
}

/** Chapters by their first number, those without any last; in a chapter the opening first, then 3.2 before 3.10. */
function inReadingOrder(sections: Section[]): Section[] {
  const first = (chapter: string) => sections.filter((s) => s.chapter === chapter && s.front.number).sort(byNumber)[0];
  const rank = (section: Section) => first(section.chapter) ?? section;
  return [...sections].sort(
    (a, b) =>
      byNumber(rank(a), rank(b)) ||
      a.chapter.localeCompare(b.chapter) ||
      Number(b.slug === "index") - Number(a.slug === "index") ||
      byNumber(a, b) ||
      a.slug.localeCompare(b.slug),
  );
}

function byNumber(a: Section, b: Section): number {
  const parts = (s: Section) => s.front.number?.split(".").map(Number) ?? [Infinity];
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i] ?? 0, y[i] ?? 0];
    if (p !== q) return p < q ? -1 : 1;
  }
  return 0;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : /\.(mdx|json)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

function readTerms(root: string): Map<string, Term> {
  const file = join(root, "glossary.json");
  const terms = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Term[]) : [];
  return new Map(terms.map((term) => [term.id, term]));
}
