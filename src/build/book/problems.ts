import { nearest } from "../../listing/nearest.ts";

/** What an author is told: expected, found, file:line, what to do. */
export interface Problem {
  /** path of the file, from the root of the repository */
  file: string;
  /** 1-based */
  line: number;
  column?: number;
  /** what should stand there */
  expected: string;
  /** what stands there */
  found: string;
  /** what to do about it */
  fix: string;
}

/** All problems of a book, thrown together so that one build shows them all. */
export class AuthorError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(`${problems.length === 1 ? "1 problem" : `${problems.length} problems`} in the book\n\n${problems.map(print).join("\n\n")}\n`);
    this.name = "AuthorError";
    this.stack = ""; // the places that matter are in the message
    this.problems = problems;
  }
}

/** One problem as terminals show it; `file:line:column` can be clicked there. */
export function print({ file, line, column, expected, found, fix }: Problem): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  return `${place}\n  expected: ${expected}\n  found:    ${found}\n  do:       ${fix}`;
}

/** `did you mean …?`, or what else to do where nothing is near. */
export function suggest(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(name, [...candidates]);
  return near === undefined ? otherwise : `did you mean "${near}"? Otherwise ${otherwise}`;
}

/** What src/listing says, `expected …, found …; what to do`, taken apart. */
export function fromMessage(message: string, place: Pick<Problem, "file" | "line" | "column">): Problem {
  const [, expected, found, fix] = /^expected (.*?), found:? (.*?)(?:; (.*))?$/s.exec(message) ?? [];
  return { ...place, expected: expected ?? "a listing that compiles", found: found ?? message, fix: fix ?? "correct the listing" };
}
