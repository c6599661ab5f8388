import type { SearchEntry } from "../layouts/types.ts";
import { hrefOf } from "./book/references.ts";
import type { Book, Section } from "./book/types.ts";

/** Every place of the book that has a name: sections, headings, terms where they are defined, library functions, listings. */
export function searchEntries(book: Book): SearchEntry[] {
  const sections = book.sections.filter(({ chapter }) => chapter !== "home");
  const all = [...sections.flatMap(termsOf), ...sections.flatMap(headingsOf), ...sections.flatMap((section) => listingsOf(section))];
  return all.map((entry) => ({ ...entry, names: [...new Set(entry.names.filter(Boolean))] }));

  function termsOf(section: Section): SearchEntry[] {
    return [...section.defines.keys()].flatMap((id) => {
      const term = book.terms.get(id);
      if (!term) return [];
      return {
        names: [...synonyms(term.zh), ...synonyms(term.en)],
        title: `${term.zh} ${term.en}`,
        where: whereOf(section),
        href: hrefTo(section, `def-${id}`),
      };
    });
  }

  function listingsOf(section: Section): SearchEntry[] {
    return section.listings.map(({ id, number, title, declares }) => {
      const names = declares.map(({ name }) => name);
      return {
        names: [title ?? "", ...names],
        title: `清单 ${number} ${title ?? names.join("、")}`,
        where: whereOf(section),
        href: hrefTo(section, id),
      };
    });
  }
}

/** `精度（准确率）`, `sample / data point / example`: each name by itself, and the whole. */
function synonyms(name: string): string[] {
  return [name, ...name.split(/[（）、，,/()]/).map((part) => part.trim())].filter(Boolean);
}

function headingsOf(section: Section): SearchEntry[] {
  const { title } = section.front;
  const whole: SearchEntry = {
    names: [title, whereOf(section)],
    title: whereOf(section),
    where: section.front.description,
    href: hrefTo(section),
  };
  // every section has its 小结 and its 练习: their numbers tell them apart
  const headings = section.headings.map(({ id, number, text }): SearchEntry => {
    const full = [number, text].filter(Boolean).join(" ");
    return { names: [text, full], title: full, where: whereOf(section), href: hrefTo(section, id) };
  });
  return [whole, ...headings];
}

function whereOf({ front }: Section): string {
  return [front.number, front.title].filter(Boolean).join(" ");
}

function hrefTo(section: Section, id?: string): string {
  return hrefOf(section).slice(1) + (id === undefined ? "" : `#${encodeURIComponent(id)}`);
}
