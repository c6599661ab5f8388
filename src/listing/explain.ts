import type { ListingError } from "./error.ts";
import { pythonic, SENTENCES, type Sentence } from "./explain/sentences.ts";
import type { Fault } from "./fault.ts";

/** A refusal, told to a reader in Chinese. */
export interface Explained {
  /** what is wrong, one sentence */
  title: string;
  /** the likely cause and what to do; empty when there is nothing to add */
  hint: string;
  /** 1-based, within the listing: where to look, which may be the bracket that was never closed */
  line: number;
  column: number;
  /** which explanation was taken: `chinese-punctuation`, `unknown-name`, … */
  kind: string;
  /** where the course teaches it: a path below the chapter, and the words of the link */
  link: { href: string; text: string };
}

/** How listings are read and written. */
const LESSON = { href: "./#reading-the-code", text: "开始之前：读代码" };

/** What a reader is told about a text that cannot be compiled, or about a fault between listings. */
export function explain(problem: ListingError | Fault): Explained {
  const kind = problem.code === "syntax" ? (problem.data as Record<string, string>).cause : problem.code;
  const data: Record<string, string | undefined> = { ...problem.data };
  const special = kind === "unknown-name" || kind === "not-exported" ? pythonic(String(data.name)) : undefined;
  const sentence: Sentence = special ?? SENTENCES[kind] ?? SENTENCES.other;
  return {
    title: fill(sentence.title, data),
    hint: fill(typeof sentence.hint === "function" ? sentence.hint(data) : (sentence.hint ?? ""), data),
    line: problem.code === "syntax" && data.line ? Number(data.line) : problem.line,
    column: problem.code === "syntax" && data.column ? Number(data.column) : problem.column,
    kind: special ? "python-name" : kind,
    link: LESSON,
  };
}

/** Puts the data into a sentence's `{slots}`; other braces are code. */
function fill(text: string, data: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (braces, slot: string) => data[slot] ?? braces);
}
