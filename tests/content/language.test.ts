/** English in the Chinese text says that it is English: screen readers and fonts need to know. */
import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import type { ReadSection } from "../../src/build/book/section.ts";
import { lineOf, walk } from "../../src/build/text/walk.ts";

/** A name behind its Chinese word: （channel）, （partition function）; not （SIMD）, not （Gauss）. */
const ENGLISH = /（[a-z][a-z -]+[a-z]）/g;

test("an English term in brackets stands in `lang`", () => {
  const bare = loadBook().sections.flatMap((section) => {
    const found: string[] = [];
    walk((section as ReadSection).tree, (node) => {
      if (node.type === "text") found.push(...(node.value.match(ENGLISH) ?? []).map((term) => `${section.file}:${lineOf(node)} ${term}`));
    });
    return found;
  });
  expect(bare).toEqual([]);
});
