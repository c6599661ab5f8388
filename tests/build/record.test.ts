import { describe, expect, test } from "vitest";
import { executeSection } from "../../src/build/record/execute.ts";
import { keysOf } from "../../src/build/record/key.ts";
import { plainOutputs, plainValues } from "../../src/build/record/plain.ts";
import { failures, newRecord, recordText, staleListings } from "../../src/build/record/write.ts";
import type { Book } from "../../src/build/book/types.ts";
import { bookOf, listing } from "./book.ts";

const first = listing("w", "const w = { at: 1 };\nconst other = 2;");
const step = listing("step", "w.at += 1;\nconsole.log(w.at);");
const last = listing("last", "console.log(other, w.at);");
const apart = listing("apart", 'console.log("好");');

/** Records a book and gives its text with the record beside it. */
async function recorded(text: string): Promise<Record<string, string>> {
  const book = bookOf({ "chapter/only.mdx": text });
  const section = book.sections[0];
  return { "chapter/only.mdx": text, "chapter/only.record.json": recordText(newRecord(book, section, await executeSection(section))) };
}

const stale = (book: Book) => staleListings(book, book.sections[0]);

describe("a record", () => {
  test("stands for its text", async () => {
    expect(stale(bookOf(await recorded(first + step + last + apart)))).toEqual([]);
  });

  test("is missing for a listing that was never run", () => {
    expect(stale(bookOf({ "chapter/only.mdx": first + apart }))).toEqual(["w", "apart"]);
  });

  test("goes stale with the listing and with what depends on it, not with the rest", async () => {
    const files = await recorded(first + last + apart);
    expect(stale(bookOf({ ...files, "chapter/only.mdx": files["chapter/only.mdx"].replace("other = 2", "other = 3") }))).toEqual([
      "w",
      "last",
    ]);
  });

  test("does not go stale when types or prose change", async () => {
    const files = await recorded(first + last);
    const text = `新的一段。\n\n${files["chapter/only.mdx"].replace("const other = 2", "const other: number = 2")}`;
    expect(stale(bookOf({ ...files, "chapter/only.mdx": text }))).toEqual([]);
  });

  test("goes stale with the library it uses", async () => {
    const library = (n: number) => listing("lib", `export const n = ${n};`);
    const use = listing("use", 'import { n } from "d2l";\nconst x = 1;');
    const files = { "chapter/a.mdx": library(1), "chapter/b.mdx": use };
    const book = bookOf(files);
    const key = keysOf(book, book.sections[1], () => []).get("use")!;
    const record = recordText({ listings: { use: { key, outputs: [], assigned: [], kinds: {}, values: {} } } });
    const at = (text: string) => bookOf({ "chapter/a.mdx": text, "chapter/b.mdx": use, "chapter/b.record.json": record });
    expect(staleListings(at(library(1)), at(library(1)).sections[1])).toEqual([]);
    expect(staleListings(at(library(2)), at(library(2)).sections[1])).toEqual(["use"]);
  });

  test("keeps, word for word, the entries whose text has not changed", async () => {
    const files = await recorded(first + apart);
    const book = bookOf({ ...files, "chapter/only.record.json": files["chapter/only.record.json"].replace("好", "旧") });
    const section = book.sections[0];
    const executions = await executeSection(section);
    expect(recordText(newRecord(book, section, executions))).toContain("旧");
    expect(recordText(newRecord(book, section, executions, true))).toContain("好");
  });
});

describe("a listing that fails", () => {
  const run = async (text: string) => {
    const { sections } = bookOf({ "chapter/only.mdx": text });
    return failures(sections[0], await executeSection(sections[0]));
  };

  test("is a problem at its line", async () => {
    expect(await run(listing("a", '1;\nthrow new Error("坏");'))).toMatchObject([
      { line: 9, expected: 'listing "a" to run', found: expect.stringContaining("坏") },
    ]);
  });

  test("is none where the fence announces the error", async () => {
    expect(await run(listing("a", 'throw new Error("坏");', 'error="坏"'))).toEqual([]);
  });

  test("is missed where the fence announces one", async () => {
    expect(await run(listing("a", "1;", 'error="坏"'))).toMatchObject([
      { line: 8, expected: 'an error that contains "坏"', found: "no error" },
    ]);
  });
});

test("what JSON has no word for is left out of statistics and quoted as text", () => {
  const tensor = { shape: [1], dtype: "float32", text: "[NaN]", notFinite: 1, min: NaN };
  expect(plainOutputs([{ type: "tensor", tensor }])).toEqual([
    { type: "tensor", tensor: { shape: [1], dtype: "float32", text: "[NaN]", notFinite: 1 } },
  ]);
  expect(plainValues({ a: NaN, b: -Infinity, c: [1, Infinity], d: "x" })).toEqual({ a: "NaN", b: "−∞", c: [1, "∞"], d: "x" });
});
