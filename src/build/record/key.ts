import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { graph, type Graph } from "../../listing/graph.ts";
import type { Listing, Program } from "../../listing/types.ts";
import type { Result } from "../../kernel/protocol.ts";
import type { Book, Export, Section } from "../book/types.ts";
import { SEED } from "../page.ts";

const tfjs = (JSON.parse(readFileSync("node_modules/@tensorflow/tfjs-core/package.json", "utf8")) as { version: string }).version;

/** The graph of a section, with what its listings were measured to assign. */
export function graphOf(section: Section, assigned: (id: string) => Result["assigned"] | undefined): Graph {
  return graph(
    section.listings.map(({ id, code, declares: declarations }) => {
      const { declares, inputs } = section.programs.get(id)!;
      const measured = assigned(id)?.filter(({ listing }) => listing !== id);
      const beside = Object.fromEntries(declarations.flatMap(({ name, beside }) => (beside ? [[name, beside]] : [])));
      return { id, version: code, declares, inputs, beside, ...(measured && { assigns: measured.flatMap(({ names }) => names) }) };
    }),
  );
}

/** By listing, the hash of all that determines what it shows: the code it runs and starts from, the library's, seed, backend, tfjs. */
export function keysOf(book: Book, section: Section, assigned: (id: string) => Result["assigned"] | undefined): Map<string, string> {
  const { nodes } = graphOf(section, assigned);
  const find = (id: string) => section.listings.find((listing) => listing.id === id)!;
  const keys = section.listings.map((listing): [string, string] => {
    const starts = nodes.get(listing.id)!.slice.map(find);
    return [listing.id, keyOf(book, [...starts, listing], section.programs.get(listing.id)!)];
  });
  for (const { listing, program } of section.alone) keys.push([listing.id, keyOf(book, [listing], program)]);
  return new Map(keys);
}

function keyOf(book: Book, listings: Listing[], program: Program): string {
  // without space, which is what erased types leave behind
  const code = listings.map(({ id, code, imports }) => [id, code.replace(/\s+/g, ""), imports.filter((one) => !one.typeOnly)]);
  const library = [...saved(book, listings)].map((e) => e.listing.source.slice(e.saved.start, e.saved.end));
  const all = JSON.stringify([code, library, SEED, program.backend, tfjs]);
  return createHash("sha256").update(all).digest("hex").slice(0, 16);
}

/** The exports these listings import, and those that these lean on. */
function saved(book: Book, listings: Listing[]): Set<Export> {
  const found = new Set<Export>();
  const add = (name: string) => {
    const one = book.exports.find((e) => e.name === name);
    if (one === undefined || found.has(one)) return;
    found.add(one);
    for (const other of one.saved.references) add(other);
    for (const { specifier, imported } of one.saved.imports) if (specifier === "d2l") add(imported);
  };
  for (const { imports } of listings) for (const { specifier, imported } of imports) if (specifier === "d2l") add(imported);
  return found;
}
