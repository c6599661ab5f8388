import type { Comment, Node } from "@babel/types";
import { boundNames } from "./source/declarations.ts";
import { parse } from "./source/parse.ts";
import type { DeclarationKind, ImportedName, Listing } from "./types.ts";

/** One exported declaration of a section, to be copied into the library `d2l`. */
export interface Export {
  /** id of its listing */
  listing: string;
  name: string;
  /** several when one statement declares them together: `export const a = 1, b = 2` */
  names: string[];
  kind: DeclarationKind;
  /** range in the listing's source, from the comment right above it to its end; overloads and all */
  start: number;
  end: number;
  /** the comment above it without its marks; empty when there is none */
  doc: string;
  /** names it leans on that are no imports: other exports and globals, values and types */
  references: string[];
  /** the section's imports it uses, wherever they stand */
  imports: ImportedName[];
}

/** What a section gives to the library, in order (`export` is `#@save`). */
export function exportsOf(listings: readonly Listing[]): Export[] {
  const inForce = new Map<string, ImportedName>();
  return listings.flatMap((listing) => {
    for (const one of listing.imports) inForce.set(one.local, one);
    return listing.declares.some((one) => one.exported) ? exportsIn(listing, inForce) : [];
  });
}

function exportsIn(listing: Listing, inForce: ReadonlyMap<string, ImportedName>): Export[] {
  const found: Export[] = [];
  for (const node of parse(listing.source).program.body) {
    if (node.type !== "ExportNamedDeclaration" || !node.declaration) continue;
    const names = boundNames(node.declaration);
    const [start, end] = [node.start ?? 0, node.end ?? 0];
    const last = found[found.length - 1];
    if (last?.name === names[0]) {
      last.end = end;
      continue;
    }
    const comments = commentsAbove(node, listing.source);
    const declared = listing.declares.filter((one) => names.includes(one.name));
    const needs = [...new Set(declared.flatMap((one) => one.needs ?? []))].filter((name) => !names.includes(name));
    found.push({
      listing: listing.id,
      name: names[0],
      names,
      kind: declared[0].kind,
      start: comments[0]?.start ?? start,
      end,
      doc: comments.map(textOf).join("\n"),
      references: needs.filter((name) => !inForce.has(name)),
      imports: needs.flatMap((name) => inForce.get(name) ?? []),
    });
  }
  return found;
}

/** The comments that end on the line above a node, or follow one another down to it. */
function commentsAbove(node: Node, source: string): Comment[] {
  const comments = node.leadingComments ?? [];
  let top = node.start ?? 0;
  let first = comments.length;
  while (first > 0 && /^[ \t]*\r?\n?[ \t]*$/.test(source.slice(comments[first - 1].end, top)) && startsLine(comments[first - 1], source))
    top = comments[--first].start ?? 0;
  return comments.slice(first);
}

function startsLine(comment: Comment, source: string): boolean {
  return /(^|\n)[ \t]*$/.test(source.slice(0, comment.start));
}

function textOf({ type, value }: Comment): string {
  return type === "CommentLine"
    ? value.trim()
    : value
        .replace(/^\*/, "")
        .split("\n")
        .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
        .join("\n")
        .trim();
}
