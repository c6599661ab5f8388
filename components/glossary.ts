import entries from "../content/glossary.json" with { type: "json" };

/** A term of the book, or a few that are only told together. */
export interface Term {
  id: string;
  /** the word; another one in use stands behind it in brackets: 训练集（训练数据集）; terms told together: 硬类别 / 软类别 */
  zh: string;
  /** the same in English, in the same order, others in use behind: hard assignment / soft assignment; label / target */
  en: string;
  definition: string;
  /** number of the section that defines it */
  section?: string;
}

export const glossary: readonly Term[] = entries;

/** Looks a term up at build. */
export function findTerm(id: string): Term {
  const term = glossary.find((entry) => entry.id === id);
  if (!term) throw new Error(`expected: the id of a term in content/glossary.json; found: "${id}"; add the term there or correct the id`);
  return term;
}

/** The word without what stands in brackets behind it. */
export function shortName(term: Term): string {
  return term.zh.replace(/（.*$/, "");
}

/** Chinese and English in pairs: 硬类别 – hard assignment, 软类别 – soft assignment. */
export function namesOf(term: Term): { zh: string; en: string }[] {
  const english = term.en.split(" / ");
  return shortName(term)
    .split(" / ")
    .map((zh, i) => ({ zh, en: english[i] ?? "" }));
}

/** The English for a word of the text: of every name it holds, else of the first; none that the word says itself. */
export function englishFor(term: Term, word: string): string[] {
  const names = namesOf(term);
  const held = names.filter(({ zh }) => word.includes(zh));
  const english = (held.length > 0 ? held : names.slice(0, 1)).map(({ en }) => en);
  return english.filter((en) => en !== "" && !word.toLowerCase().includes(en.toLowerCase()));
}
