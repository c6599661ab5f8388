import type { Book, ListingRecord, Section, SectionRecord } from "../book/types.ts";
import type { Problem } from "../book/problems.ts";
import type { Execution } from "./execute.ts";
import { keysOf } from "./key.ts";

/** Listings whose record is missing or no longer stands for their text. */
export function staleListings(book: Book, section: Section): string[] {
  const { listings } = section.record;
  const keys = keysOf(book, section, (id) => listings[id]?.assigned);
  const recorded = [...section.listings, ...section.alone.filter(({ fence }) => fence.kind === "answer").map((one) => one.listing)];
  return recorded.map(({ id }) => id).filter((id) => listings[id]?.key !== keys.get(id));
}

/** The record after a run: entries whose key has not changed stay as they were, word for word. */
export function newRecord(book: Book, section: Section, executions: Map<string, Execution>, anew = false): SectionRecord {
  const keys = keysOf(book, section, (id) => executions.get(id)?.assigned);
  const entries = [...executions].map(([id, { outputs, assigned, kinds, values }]): [string, ListingRecord] => {
    const before = section.record.listings[id];
    const key = keys.get(id)!;
    return [id, before?.key === key && !anew ? before : { key, outputs, assigned, kinds, values }];
  });
  return { listings: Object.fromEntries(entries) };
}

/** Listings that failed and should not have, or the other way round. */
export function failures(section: Section, executions: Map<string, Execution>): Problem[] {
  const listings = [...section.listings, ...section.alone.map((one) => one.listing)];
  return listings.flatMap(({ id, line, error: expected }): Problem[] => {
    const execution = executions.get(id);
    if (execution === undefined) return [];
    const { error } = execution;
    const told = error && [error.title, error.original, error.hint].filter(Boolean).join(" ");
    if (expected === undefined ? told === undefined : told?.includes(expected)) return [];
    const place = { file: section.file, line: line + (error?.line ?? 1) - 1 };
    const fix = 'correct the listing, or say error="…" on its fence if it is meant to fail';
    return [
      {
        ...place,
        expected: expected === undefined ? `listing "${id}" to run` : `an error that contains "${expected}"`,
        found: told ?? "no error",
        fix,
      },
    ];
  });
}

/** A record as text: one output a line, so that a diff shows which changed. */
export function recordText({ listings }: SectionRecord): string {
  const entry = ([id, { key, outputs, assigned, kinds, values }]: [string, ListingRecord]) =>
    [
      `    ${JSON.stringify(id)}: {`,
      `      "key": ${JSON.stringify(key)},`,
      outputs.length === 0
        ? `      "outputs": [],`
        : `      "outputs": [\n${outputs.map((o) => `        ${JSON.stringify(o)}`).join(",\n")}\n      ],`,
      `      "assigned": ${JSON.stringify(assigned)},`,
      `      "kinds": ${JSON.stringify(kinds)},`,
      `      "values": ${JSON.stringify(values)}`,
      "    }",
    ].join("\n");
  return `{\n  "listings": {\n${Object.entries(listings).map(entry).join(",\n")}\n  }\n}\n`;
}
