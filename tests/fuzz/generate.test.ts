import { describe, expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { compile } from "../../src/listing/compile.ts";
import { chanceOf } from "./chance.ts";
import { generate, type Source } from "./generate.ts";
import { kinds } from "./kinds.ts";
import { clumsy } from "./kinds/clumsy.ts";

const book: Source[] = loadBook().sections.flatMap(({ slug, listings }) =>
  listings.map(({ id, source }) => ({ id: `${slug}/${id}`, source })),
);
const everything = book.map(({ source }) => source).join("\n");

describe("a case", () => {
  test("is the same whenever its seed and number are", () => {
    for (const number of [0, 7, 999]) expect(generate(book, 17, number)).toEqual(generate(book, 17, number));
  });

  test("is another one with another seed or number", () => {
    const codes = [generate(book, 1, 1), generate(book, 1, 2), generate(book, 2, 1)].map(({ code }) => code);
    expect(new Set(codes).size).toBe(3);
  });

  test("does not depend on those before it", () => {
    const alone = generate(book, 3, 500);
    for (let number = 0; number < 500; number++) generate(book, 3, number);
    expect(generate(book, 3, 500)).toEqual(alone);
  });
});

describe("the kinds", () => {
  test("are at least fifty, each with a name of its own", () => {
    expect(kinds.length).toBeGreaterThanOrEqual(50);
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  });

  test("all occur in the first round", () => {
    const drawn = kinds.map((_, number) => generate(book, 5, number).kind.name);
    expect(new Set(drawn)).toEqual(new Set(kinds.map(({ name }) => name)));
  });

  test.each(kinds.map((kind) => [kind.name, kind] as const))("%s changes what the book says", (_, kind) => {
    const edits = Array.from({ length: 30 }, (_, number) => kind.edit(everything, chanceOf(1, `${number}`)));
    expect(edits.some((code) => code !== everything)).toBe(true);
  });

  test.each(kinds.filter((kind) => !clumsy.includes(kind) && kind.ends !== "perhaps").map((kind) => [kind.name, kind] as const))(
    "%s adds code that mostly reaches the kernel",
    (_, kind) => {
      const compiles = Array.from({ length: 60 }, (_, number) => isReadable(kind.edit("const one = 1;", chanceOf(2, `${number}`))));
      expect(compiles.filter(Boolean).length).toBeGreaterThan(30);
    },
  );

  test("survive an empty listing", () => {
    for (const kind of kinds) expect(typeof kind.edit("", chanceOf(1, kind.name))).toBe("string");
  });
});

function isReadable(code: string): boolean {
  try {
    compile(code);
    return true;
  } catch {
    return false;
  }
}
