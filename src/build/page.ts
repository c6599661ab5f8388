import type { Listing } from "../listing/types.ts";
import type { ChapterNav, Place, SectionData, SectionPlace, SectionProgram, Use } from "../layouts/types.ts";
import { hrefOf } from "./book/references.ts";
import type { Book, ListingRecord, Section } from "./book/types.ts";

/** The seed all records are made with. */
export const SEED = 1;

/** What the page of a section is given. */
export function pageData(book: Book, section: Section): SectionData {
  const siblings = book.sections.filter((s) => s.chapter === section.chapter);
  const at = siblings.indexOf(section);
  const { front } = section;
  return {
    path: section.path,
    ...(front.number !== undefined && { number: front.number }),
    title: front.title,
    description: front.description,
    ...(front.minutes !== undefined && { minutes: front.minutes }),
    requires: front.requires.flatMap((slug) => book.sections.find((s) => s.slug === slug) ?? []).map(placeOf),
    goals: front.goals,
    uses: usesOf(book, section),
    headings: section.headings.map(({ depth, id, number, text }) => ({ depth, id, text, ...(number !== undefined && { number }) })),
    ...(at > 0 && { previous: placeOf(siblings[at - 1]!) }),
    ...(at < siblings.length - 1 && { next: placeOf(siblings[at + 1]!) }),
    chapter: chapterNav(book, section.chapter),
    ...(section.listings.length + section.alone.length > 0 && { program: programOf(section) }),
  };
}

/** A chapter with its sections; the front matter of its opening, or of its first section, names it. */
export function chapterNav(book: Book, chapter: string): ChapterNav {
  const sections = book.sections.filter((s) => s.chapter === chapter);
  const opening = sections.find((s) => s.slug === "index");
  const number = sections.find((s) => s.front.number)?.front.number?.split(".")[0];
  return {
    title: (opening ?? sections[0])?.front.chapter ?? opening?.front.title ?? chapter,
    href: hrefOf(opening ?? sections[0]!),
    ...(number !== undefined && { number }),
    sections: sections.map((section): SectionPlace => ({
      ...placeOf(section),
      slug: section.slug,
      requires: section.front.requires,
      listings: section.listings.length,
      exercises: exercisesOf(section).length,
    })),
  };
}

/** The exercises that can be answered by themselves: those that are no frame of others. */
export function exercisesOf(section: Section): string[] {
  const ids = [...section.anchors.values()].filter((anchor) => anchor.kind === "exercise").map((anchor) => anchor.id);
  return ids.filter((id) => !ids.some((other) => other.startsWith(`${id}.`)));
}

function placeOf(section: Section): Place {
  const { number, title, description, minutes } = section.front;
  return { title, href: hrefOf(section), description, ...(number !== undefined && { number }), ...(minutes !== undefined && { minutes }) };
}

/** What the section imports from `d2l`, in the order it first does. */
function usesOf(book: Book, section: Section): Use[] {
  const imported = section.listings.flatMap((listing) => listing.imports).filter((name) => name.specifier === "d2l");
  return imported.flatMap(({ imported: name }) => {
    const home = book.exports.find((e) => e.name === name);
    return home ? [{ ...placeOf(home.section), name, href: `${hrefOf(home.section)}#${home.listing.id}` }] : [];
  });
}

function programOf(section: Section): SectionProgram {
  const records = section.listings.flatMap((listing) => {
    const record = section.record.listings[listing.id];
    return record ? [{ id: listing.id, assigned: record.assigned, kinds: foundKinds(listing, record) }] : [];
  });
  return {
    path: section.path,
    backend: section.front.backend,
    seed: SEED,
    listings: section.listings.map(lighter),
    alone: section.alone.map((one) => lighter(one.listing)),
    assigned: Object.fromEntries(records.map(({ id, assigned }) => [id, assigned])),
    kinds: Object.fromEntries(records.flatMap(({ id, kinds }) => (Object.keys(kinds).length > 0 ? [[id, kinds]] : []))),
  };
}

/** What the record knows of the names and the text does not say: the rest would only make the page longer. */
function foundKinds({ declares }: Listing, { kinds }: ListingRecord): ListingRecord["kinds"] {
  const isNews = ([name, kind]: [string, string]) => kind !== "object" && declares.some((one) => one.name === name && one.kind === "value");
  return Object.fromEntries(Object.entries(kinds).filter(isNews));
}

/** Places serve faults, and the book's own text, which is type-checked, has none; an edited one is compiled anew. */
function lighter(listing: Listing): Listing {
  return { ...listing, positions: {}, indexed: [] };
}
