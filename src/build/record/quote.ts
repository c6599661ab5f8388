import { suggest } from "../book/problems.ts";
import type { Book, Section } from "../book/types.ts";
import { formatValue, pick, type ValueFormat } from "./values.ts";

/** The text of `<Value of="[slug/]listing.name[.index]" digits format />`, or why there is none. */
export function valueText(
  book: Book,
  from: Section,
  { of, digits, format }: Record<string, unknown>,
): string | { expected: string; found: string; fix: string } {
  const [, slug, id = "", path = ""] = /^(?:([^/.]+)\/)?([^/.]+)\.(.+)$/.exec(String(of)) ?? [];
  const section = slug === undefined ? from : book.sections.find((s) => s.slug === slug);
  const record = section?.record.listings[id];
  const value = record && pick(record.values, path);
  if (value !== undefined) {
    return formatValue(value, typeof digits === "number" ? digits : undefined, format as ValueFormat | undefined);
  }
  const found = `<Value of="${String(of)}" />`;
  if (path === "") return { expected: "a value as listing.name", found, fix: 'write of="listing.name" or of="slug/listing.name"' };
  if (section === undefined) {
    return {
      expected: "the slug of a section",
      found,
      fix: suggest(
        slug!,
        book.sections.map((s) => s.slug),
        "correct the slug",
      ),
    };
  }
  const ids = [...section.listings, ...section.alone.map((a) => a.listing)].map((l) => l.id);
  if (!ids.includes(id)) return { expected: `a listing of ${section.file}`, found, fix: suggest(id, ids, "correct the id of the listing") };
  if (record === undefined) return { expected: `a record of listing "${id}"`, found, fix: `run: npm run record ${section.slug}` };
  const names = Object.keys(record.values);
  const fix = suggest(
    path,
    names,
    `declare it at the top level of the listing as a number, string or short list and run: npm run record ${section.slug}`,
  );
  return { expected: `a recorded value of listing "${id}" (${names.join(", ") || "it has none"})`, found, fix };
}
