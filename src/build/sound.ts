import { checkValues } from "./book/checks.ts";
import { AuthorError, type Problem } from "./book/problems.ts";
import type { Book } from "./book/types.ts";
import { checkTypes } from "./types.ts";

/** Throws all problems of the book at once. */
export function assertSound(book: Book, folder?: string): void {
  const problems = problemsOf(book, folder);
  if (problems.length > 0) throw new AuthorError(problems);
}

/**
 * What is wrong with the tangled book, file by file and line by line: what its text, the numbers it quotes and its types say.
 *
 * @param folder where it was tangled
 */
export function problemsOf(book: Book, folder?: string): Problem[] {
  const said = [...book.problems, ...checkValues(book)];
  const lines = new Set(said.map(({ file, line }) => `${file}:${line}`));
  const files = new Set(book.sections.map(({ file }) => file));
  // of a line that is already spoken of, and of the library cut from such lines, the compiler has nothing to add
  const types = checkTypes(book, folder).filter(
    ({ file, line }) => !lines.has(`${file}:${line}`) && (said.length === 0 || files.has(file)),
  );
  return [...said, ...types].sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}
