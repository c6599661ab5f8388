import type { SearchEntry } from "../../src/layouts/types.ts";

/** Width, case, spaces and the dashes of names count for nothing: `Data-Iter`, `data_iter` and `dataIter` are one. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-‐–—.,，。、：；（）()“”"'`·]/g, "");
}

/**
 * The places whose name is what was asked, begins with it or holds it, best first; of those alike the shorter name first.
 * This finds what a word index of Chinese cannot: half a term, a term its dictionary cuts otherwise, an identifier in another spelling.
 */
export function match(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const asked = fold(query);
  if (asked === "") return [];
  const parts = query.split(/\s+/).map(fold).filter(Boolean);
  return entries
    .map((entry) => ({ entry, ...grade(entry.names.map(fold), asked, parts) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || a.length - b.length)
    .map(({ entry }) => entry);
}

/** 0 the name itself, 1 its beginning, 2 a part of it, 3 all the words asked for in some order, 4 nothing. */
function grade(names: readonly string[], asked: string, parts: readonly string[]): { rank: number; length: number } {
  const rankOf = (name: string) => {
    const at = name.indexOf(asked);
    if (at === -1) return parts.every((part) => name.includes(part)) ? 3 : 4;
    return at > 0 ? 2 : name === asked ? 0 : 1;
  };
  const ranks = names.map((name) => ({ rank: rankOf(name), length: name.length }));
  return ranks.reduce((best, one) => (one.rank < best.rank || (one.rank === best.rank && one.length < best.length) ? one : best), {
    rank: 4,
    length: 0,
  });
}
