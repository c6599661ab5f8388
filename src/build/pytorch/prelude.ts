import type { Book, Section } from "../book/types.ts";
import { boundIn, definitionsIn, mentionedIn, type Definition } from "./python.ts";
import { tabsOf, type Tab } from "./tabs.ts";

/** What the PyTorch tabs of a section use of earlier sections, as one piece of Python; empty when they use nothing. */
export function preludeOf(book: Book, section: Section): string {
  const earlier = book.sections.slice(0, book.sections.indexOf(section));
  return prelude(
    earlier.flatMap((other) => libraryOf(book, other)),
    tabsOf(section),
  );
}

/** What a section gives to the Python `d2l`: functions and classes in the tabs of what it exports, and all its imports for them to use. */
function libraryOf(book: Book, section: Section): Definition[] {
  const saved = new Set(book.exports.filter((one) => one.section === section).map((one) => one.listing.id));
  return tabsOf(section).flatMap(({ id, code }) => definitionsIn(code).filter(({ isImport }) => isImport || saved.has(id)));
}

/** Of a library in reading order what these tabs lean on, imports first. A name means its latest definition. */
export function prelude(library: readonly Definition[], tabs: readonly Tab[]): string {
  const latest = new Map(library.flatMap((one) => one.names.map((name) => [name, one] as const)));
  const wanted = new Set<Definition>();
  const add = (name: string) => {
    const one = latest.get(name);
    if (!one || wanted.has(one)) return;
    wanted.add(one);
    if (!one.isImport) mentionedIn(one.code).forEach(add);
  };
  const own = new Set<string>();
  for (const { code } of tabs) {
    boundIn(code).forEach((name) => own.add(name));
    for (const name of mentionedIn(code)) if (!own.has(name)) add(name);
  }
  const codes = (isImport: boolean) => library.filter((one) => wanted.has(one) && one.isImport === isImport).map(({ code }) => code);
  return [codes(true).join("\n"), ...codes(false)].filter(Boolean).join("\n\n");
}
