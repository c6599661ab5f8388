import { existsSync, readFileSync } from "node:fs";
import type { Nodes } from "mdast";
import { checkSection } from "../../listing/section.ts";
import type { Listing } from "../../listing/types.ts";
import { globals } from "./globals.ts";
import { attributesOf, isElement } from "../text/jsx.ts";
import { fromMessage, suggest, type Problem } from "./problems.ts";
import { valueText } from "../record/quote.ts";
import { findTarget, isReference } from "./references.ts";
import type { ReadSection } from "./section.ts";
import type { Book, Section } from "./types.ts";
import { lineOf, walk } from "../text/walk.ts";

/** Checks what needs the whole book: links, terms, figures, required sections. Problems go to `book.problems`. */
export function checkBook(book: Book): void {
  const paths = new Map<string, Section>();
  for (const section of book.sections) {
    const twin = paths.get(section.front.number ?? section.path);
    if (twin) report(book, section, 1, "numbers that differ", `${section.front.number}, as in ${twin.file}`, "renumber one of them");
    paths.set(section.front.number ?? section.path, section);
    checkRequires(book, section);
    checkListings(book, section);
    walk((section as ReadSection).tree, (node) => checkNode(book, section, node));
  }
  checkDefinitions(book);
}

type Check = { expected: string; found: string; fix: string };

function checkNode(book: Book, section: Section, node: Nodes): void {
  const wrong = problemOf(book, section, node);
  if (wrong) report(book, section, lineOf(node), wrong.expected, wrong.found, wrong.fix);
}

function problemOf(book: Book, section: Section, node: Nodes): Check | undefined {
  if (node.type === "link" && isReference(node.url)) {
    const target = findTarget(book, section, node.url);
    return "href" in target ? undefined : target;
  }
  if (!isElement(node)) return undefined;
  if (/^[A-Z]/.test(node.name ?? "") && !components().includes(node.name!)) {
    return {
      expected: "a component of components/index.ts",
      found: `<${node.name}>`,
      fix: suggest(node.name!, components(), "write it and add it there"),
    };
  }
  const { of, draw } = attributesOf(node);
  if ((node.name === "Term" || node.name === "Def") && !book.terms.has(String(of))) {
    return {
      expected: "the id of a term of glossary.json",
      found: `"${String(of)}"`,
      fix: suggest(String(of), book.terms.keys(), "add it to glossary.json"),
    };
  }
  if (node.name === "Figure" && draw !== undefined && !existsSync(`components/figures/${String(draw)}.ts`)) {
    const fix = `write components/figures/${String(draw)}.ts, or correct the name`;
    return { expected: "a module of components/figures", found: `draw="${String(draw)}"`, fix };
  }
  if (node.name === "PyTorch" && !section.listings.some((l) => l.id === of)) {
    const fix = suggest(
      String(of),
      section.listings.map((l) => l.id),
      "name the listing right before it",
    );
    return { expected: "the id of a listing of this section", found: `<PyTorch of="${String(of)}">`, fix };
  }
  return undefined;
}

/** What is wrong between listings: a section sees the library of earlier sections, an exercise its own section's too. */
function checkListings(book: Book, section: Section): void {
  const saved = (upTo: number) => new Set(book.exports.filter((e) => book.sections.indexOf(e.section) < upTo).map((e) => e.name));
  const at = book.sections.indexOf(section);
  const importable = { "@tensorflow/tfjs": "any", "@observablehq/plot": "any", datasets: "any" } as const;
  const programs: [Listing[], ReadonlySet<string>][] = [[section.listings, saved(at)]];
  for (const { fence, listing } of section.alone) if (fence.kind === "answer") programs.push([[listing], saved(at + 1)]);
  for (const [listings, d2l] of programs) {
    for (const { id, code, line, column, message } of checkSection(listings, { ...importable, d2l }, globals)) {
      if (code === "duplicate-id") continue; // all ids of the section, not only those of listings, were compared when it was read
      const start = listings.find((listing) => listing.id === id)!.line;
      book.problems.push(fromMessage(message, { file: section.file, line: start + line - 1, column }));
    }
  }
}

/** What a section may write, by name. */
function components(): string[] {
  const [, list = ""] = /export const components = \{([^}]*)\}/.exec(readFileSync("components/index.ts", "utf8")) ?? [];
  return list.match(/\b[A-Z]\w*(?=\s*[,}]|\s*$)/g) ?? [];
}

function checkRequires(book: Book, section: Section): void {
  const slugs = book.sections.map((s) => s.slug);
  for (const slug of section.front.requires.filter((s) => !slugs.includes(s))) {
    report(book, section, 1, "slugs of sections in `requires`", `"${slug}"`, suggest(slug, slugs, `use one of ${slugs.join(", ")}`));
  }
}

function checkDefinitions(book: Book): void {
  const first = new Map<string, Section>();
  for (const section of book.sections) {
    for (const [id, line] of section.defines) {
      const other = first.get(id);
      if (other) {
        const found = `another in ${other.file}:${other.defines.get(id)}`;
        report(book, section, line, `one <Def of="${id}" /> in the book`, found, "write <Term> at all places but the defining one");
      } else first.set(id, section);
    }
  }
}

function report(book: Book, section: Section, line: number, expected: string, found: string, fix: string): void {
  book.problems.push({ file: section.file, line, expected, found, fix });
}

/** `<Value>`s that no record answers. Apart from the rest: recording must be possible while they are missing. */
export function checkValues(book: Book): Problem[] {
  const problems: Problem[] = [];
  for (const section of book.sections) {
    walk((section as ReadSection).tree, (node) => {
      if (!isElement(node, "Value")) return;
      const text = valueText(book, section, attributesOf(node));
      if (typeof text !== "string") problems.push({ file: section.file, line: lineOf(node), ...text });
    });
  }
  return problems;
}
