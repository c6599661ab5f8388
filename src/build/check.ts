/** `npm run check`, first part: the book. Links, names, formulas, types, quoted numbers; all problems at once. */
import { loadBook } from "./book/book.ts";
import { AuthorError } from "./book/problems.ts";
import { assertSound } from "./sound.ts";
import { tangle } from "./tangle.ts";

const book = loadBook();
tangle(book);
try {
  assertSound(book);
  const count = (what: "listings" | "alone") => book.sections.reduce((sum, section) => sum + section[what].length, 0);
  console.log(
    `the book is sound: ${book.sections.length} sections, ${count("listings")} listings, ${count("alone")} in exercises, ${book.exports.length} exports`,
  );
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
