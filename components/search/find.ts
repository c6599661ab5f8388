import type { SearchEntry } from "../../src/layouts/types.ts";
import { match } from "./match.ts";

/** A place that answers a query. */
export interface Hit {
  href: string;
  title: string;
  /** the section it stands in, or what kind of place it is */
  where: string;
  /** a stretch of text around the words asked for, cut where these begin and end: odd pieces are the words */
  excerpt?: string[];
}

/** What is used of Pagefind's interface. */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}
interface Page {
  url: string;
  meta: { title?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** Places by name that are shown ahead of the text's. */
const NAMED = 5;
const PAGES = 8;
const PER_PAGE = 3;

/** The site's index, opened: what is asked of it is told with `find`. */
export interface Index {
  find(query: string): Promise<Hit[]>;
}

/** Fetches both indexes of the site at `root`: the names of its places (`search.json`), and its text (Pagefind). */
export async function openIndex(root: string): Promise<Index> {
  const [entries, pagefind] = await Promise.all([
    fetch(new URL("search.json", root)).then((response) => response.json() as Promise<SearchEntry[]>),
    import(/* @vite-ignore */ new URL("pagefind/pagefind.js", root).href) as Promise<Pagefind>,
  ]);
  await pagefind.options({ excerptLength: 24 });
  const named = (query: string) =>
    match(entries, query)
      .slice(0, NAMED)
      .map(({ href, title, where }): Hit => ({ href: new URL(href, root).href, title, where }));
  return {
    async find(query) {
      const { results } = await pagefind.search(query);
      const pages = await Promise.all(results.slice(0, PAGES).map((result) => result.data()));
      return once([...named(query), ...pages.flatMap(hitsOf).filter((hit) => answers(hit, query))]);
    },
  };
}

function hitsOf(page: Page): Hit[] {
  const where = spaced(page.meta.title ?? "");
  return page.sub_results.slice(0, PER_PAGE).map(({ title, url, excerpt }) => {
    const name = spaced(title);
    return { href: new URL(url, document.baseURI).href, title: name, where: name === where ? "" : where, excerpt: pieces(excerpt) };
  });
}

/** `3.4softmax 回归` → `3.4 softmax 回归`: on the page a margin stands between the two. */
function spaced(title: string): string {
  return title.replace(/^(\d+(?:\.\d+)*)(?=[^\d.\s])/, "$1 ");
}

/** Where the words are not found, Pagefind takes them apart to single characters: a 化 somewhere answers nothing but 化. */
function answers({ excerpt = [] }: Hit, query: string): boolean {
  const least = Math.min(2, [...query].length);
  return excerpt.some((piece, i) => i % 2 === 1 && [...piece].length >= least);
}

/**
 * `一个<mark>交叉</mark><mark>熵</mark>` → 一个, 交叉熵; the text of an excerpt is escaped HTML, and nothing else of it is believed. Where
 * formulas were left out, the spaces around them are gone too, and it does not begin with the end of a sentence.
 */
export function pieces(excerpt: string): string[] {
  return excerpt
    .replace(/^[\s，。；：、！？）”’.,:;!?)\]}]+/, "")
    .replace(/\s+(?=(?:<\/?mark>)?[，。；：、！？）”’])/g, "")
    .replace(/([，。；：、！？（“‘])\s+/g, "$1")
    .replaceAll("</mark><mark>", "")
    .split(/<\/?mark>/)
    .map((piece) =>
      piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
    );
}

/** Each place once; the excerpt of a later mention is given to the first. */
function once(hits: readonly Hit[]): Hit[] {
  const byHref = new Map<string, Hit>();
  for (const hit of hits) {
    const first = byHref.get(hit.href);
    if (first) first.excerpt ??= hit.excerpt;
    else byHref.set(hit.href, { ...hit });
  }
  return [...byHref.values()];
}
