import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suggest } from "../book/problems.ts";
import type { Book, Section } from "../book/types.ts";
import { formatValue, pick, type ValueFormat } from "./values.ts";

type Wrong = { expected: string; found: string; fix: string };

/**
 * The text of `<Value of="[slug/]listing.name[.index]" digits format />`, or why there is none. What an experiment saved is quoted by the
 * name of its file: `data/seeds.last.testAcc.low`.
 */
export function valueText(book: Book, from: Section, attributes: Record<string, unknown>): string | Wrong {
  const { of, digits, format } = attributes;
  const value = /^data\//.test(String(of)) ? savedValue(from, String(of)) : recordedValue(book, from, String(of));
  if (typeof value === "object") return value;
  return formatValue(value, typeof digits === "number" ? digits : undefined, format as ValueFormat | undefined);
}

/** A number of `data/<file>.json` beside the section. */
function savedValue(from: Section, of: string): number | string | boolean | Wrong {
  const [, name = "", path = ""] = /^data\/([^/.]+)\.(.+)$/.exec(of) ?? [];
  const found = `<Value of="${of}" />`;
  const file = join(dirname(from.file), "data", `${name}.json`);
  if (!existsSync(file)) {
    return {
      expected: `a file that an experiment saved, ${file}`,
      found,
      fix: "correct the name, or run the experiment of tests/experiments",
    };
  }
  const saved = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  return (
    pick(saved, path) ?? { expected: `a number, string or boolean in ${file}`, found, fix: `use one of ${Object.keys(saved).join(", ")}` }
  );
}

/** A constant that a listing's record holds. */
function recordedValue(book: Book, from: Section, of: string): number | string | boolean | Wrong {
  const [, slug, id = "", path = ""] = /^(?:([^/.]+)\/)?([^/.]+)\.(.+)$/.exec(of) ?? [];
  const section = slug === undefined ? from : book.sections.find((s) => s.slug === slug);
  const record = section?.record.listings[id];
  const value = record && pick(record.values, path);
  if (value !== undefined) return value;
  const found = `<Value of="${of}" />`;
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
