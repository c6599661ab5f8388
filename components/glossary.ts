import entries from "../content/glossary.json" with { type: "json" };

/** A term of the book. */
export interface Term {
  id: string;
  /** the word; another one in use stands behind it in brackets: 训练集（训练数据集） */
  zh: string;
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
