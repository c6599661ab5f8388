import { expect, test } from "vitest";
import { readProgram } from "../../../components/section/program.ts";
import { loadBook } from "../../../src/build/book/book.ts";
import { pageData } from "../../../src/build/page.ts";
import { dataOf } from "../../../src/layouts/data.ts";
import { withoutText } from "../../../src/listing/printed.ts";

const book = loadBook();
const programs = book.sections.flatMap((section) => pageData(book, section).program ?? []);

test.each(programs)("the data of $path and the texts it shows make its program", (program) => {
  const shown = new Map([...program.listings, ...program.alone].map(({ id, source }) => [id, { original: source }]));
  const data = dataOf(program);
  expect(readProgram(data, shown)).toEqual(program);
  expect(data.length).toBeLessThan(JSON.stringify(program).length * 0.75);
  expect(data).not.toContain("<");
});

test("code that is more than its source with blanks is refused", () => {
  const [listing] = programs[0]!.listings;
  expect(() => withoutText({ ...listing!, code: `x${listing!.code.slice(1)}` })).toThrow(/expected code that is its source with blanks/);
});
