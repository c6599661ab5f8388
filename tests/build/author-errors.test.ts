/** What an author is told: where, what was expected, what was found, what to do. */
import { describe, expect, test } from "vitest";
import { checkValues } from "../../src/build/book/checks.ts";
import { AuthorError, type Problem } from "../../src/build/book/problems.ts";
import { problemsOf } from "../../src/build/sound.ts";
import { tangle } from "../../src/build/tangle.ts";
import { checkTypes } from "../../src/build/types.ts";
import { bookOf, bookWith, listing, temporaryFolder } from "./book.ts";

const residual = [{ id: "residual", zh: "残差", en: "residual", definition: "标签减预测" }];

/** [what is wrong, the section's text, line, part of expected, part of found, part of what to do] */
// prettier-ignore
const cases: [string, string, number, string, string, string][] = [
  ["a broken formula", "好\n\n$$\n\\frac{1\n$$", 9, "KaTeX", "end of input", "correct the formula"],
  ["Chinese outside of \\text in a formula", "$误差$", 7, "KaTeX", "误", "correct the formula"],
  ["a label in a formula within a line", "$x \\label{eq-x}$", 7, "\\label in a display formula", "eq-x", "$$"],
  ["a link to an id that is not there", "## 1.1.1 题 {/* id: heading */}\n\n[](#headnig)", 9, "an id of", '"#headnig"', 'did you mean "heading"'],
  ["a link to a section that is not there", "[见](onyl)", 7, "the slug of a section", '"onyl"', 'did you mean "only"'],
  ["a numbered heading without id", "## 1.1.1 题", 7, "a stable id", "1.1.1 题", "{/* id: my-heading */}"],
  ["the same id twice", "## 题 {/* id: one */}\n\n" + listing("one", "1;"), 10, "ids that differ", 'the id "one"', "another id"],
  ["a TypeScript fence without id", "```ts\n1;\n```", 7, "an id on a TypeScript fence", "```ts", "```text"],
  ["an unknown option of a fence", listing("a", "1;", "tolerence=0.1"), 7, "tolerance", "tolerence=0.1", "```ts #some-id"],
  ["syntax TypeScript does not know", listing("a", "\nconst = 1;"), 9, "TypeScript", "Unexpected token", "correct"],
  ["two listings of one id", listing("a", "1;") + "\n" + listing("a", "2;"), 12, "ids that differ", 'the id "a" of the listing on line 8', "another id"],
  ["a name declared in two listings", listing("a", "const x = 1;") + "\n" + listing("b", "\nconst x = 2;"), 13, "a new name", "x, which listing 1.1-1 (#a)", "rename"],
  ["an unknown name", listing("a", "const values = [1];\nconsole.log(valeus);"), 9, "a name declared above", "valeus", "did you mean values?"],
  ["an import of what d2l does not hold", listing("a", 'import { nothing } from "d2l";'), 8, "a name that d2l exports", "nothing", "correct"],
  ["an export that leans on a private name", listing("a", "const secret = 1;\nexport const open = () => secret;"), 9, "export open to lean on", "the private secret", "export secret"],
  ["an unknown term", '<Term of="residaul" />', 7, "glossary.json", '"residaul"', 'did you mean "residual"'],
  ["a term defined twice", '<Def of="residual" />\n\n<Def of="residual" />', 9, "one <Def", "another", "<Term>"],
  ["a figure nobody drew", '<Figure id="fig-x" draw="nobody">图注</Figure>', 7, "components/figures", 'draw="nobody"', "write components/figures/nobody.ts"],
  ["a figure without id", '<Figure draw="houses">图注</Figure>', 7, "an id on a figure", "none", "give the figure an id"],
  ["a heading numbered for another section", "## 2.1.1 题 {/* id: heading */}", 7, "begins with 1.1.", "2.1.1", "renumber"],
  ["an unknown component", "<Asid>x</Asid>", 7, "a component of components/index.ts", "<Asid>", 'did you mean "Aside"'],
  ["a PyTorch tab of no listing", listing("train", "1;") + '\n<PyTorch of="trian">x</PyTorch>', 11, "a listing of this section", "trian", 'did you mean "train"'],
  ["text that is no MDX", "a {", 7, "valid MDX", "Unexpected end of file", "\\{"],
];

describe("a book", () => {
  test.each(cases)("with %s is refused with place and advice", (_, text, line, expected, found, fix) => {
    const { problems } = bookWith(text, residual);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      file: expect.stringMatching(/chapter\/only\.mdx$/),
      line,
      expected: expect.stringContaining(expected),
      found: expect.stringContaining(found),
      fix: expect.stringContaining(fix),
    });
  });

  test("without any of these has no problems", () => {
    const text = `## 1.1.1 题 {/* id: heading */}\n\n<Def of="residual" /> $\\err{r}$ [](#heading) [](#a)\n\n${listing("a", "export const x = 1;")}`;
    expect(bookWith(text, residual).problems).toEqual([]);
  });

  test("with wrong front matter is told which field", () => {
    const { problems } = bookOf({ "chapter/only.mdx": "---\ntitle: 题\ndescription: 话\nbackend: gpu\nminuets: 3\n---\n" });
    expect(problems.map(({ expected }) => expected).join()).toContain("backend");
    expect(problems.map(({ found }) => found).join()).toContain("minuets");
  });

  test("may not give two sections one number", () => {
    const front = '---\nnumber: "1.1"\ntitle: 题\ndescription: 话\n---\n';
    const { problems } = bookOf({ "chapter/a.mdx": front, "chapter/b.mdx": front });
    expect(problems).toMatchObject([{ expected: "numbers that differ", found: expect.stringContaining("a.mdx") }]);
  });

  test("may not export a name twice", () => {
    const { problems } = bookOf({
      "chapter/a.mdx": listing("a", "export const x = 1;"),
      "chapter/b.mdx": listing("b", "1;\nexport const x = 2;"),
    });
    expect(problems).toMatchObject([{ file: expect.stringMatching(/b\.mdx$/), line: 9, expected: "a name that is new to d2l" }]);
  });

  test("may import from d2l only what earlier sections export", () => {
    const { problems } = bookOf({
      "chapter/a.mdx": listing("a", 'import { later } from "d2l";\nlater;'),
      "chapter/b.mdx": listing("b", "export const later = 1;"),
    });
    expect(problems).toMatchObject([{ file: expect.stringMatching(/a\.mdx$/), line: 8, found: expect.stringContaining("later") }]);
  });

  test("is told of a quoted number that no record holds", () => {
    const book = bookWith(`${listing("a", "const x = 1;")}\n一共 <Value of="a.x" />。`);
    expect(book.problems).toEqual([]);
    expect(checkValues(book)).toMatchObject([{ line: 11, expected: 'a record of listing "a"', fix: "run: npm run record only" }]);
  });

  test("is told of the values a record does hold", () => {
    const record = { listings: { a: { key: "", outputs: [], assigned: [], values: { loss: 1 } } } };
    const text = `${listing("a", "const loss = 1;")}\n<Value of="a.los" />`;
    const book = bookOf({ "chapter/only.mdx": text, "chapter/only.record.json": JSON.stringify(record) });
    expect(checkValues(book)).toMatchObject([
      { line: 11, expected: expect.stringContaining("(loss)"), fix: expect.stringContaining('"loss"') },
    ]);
  });
});

test("a type error is told at the line and column of the .mdx", () => {
  const book = bookOf({
    "chapter/a.mdx": listing("a", "export const twice = (x: number): number => 2 * x;"),
    "chapter/b.mdx": listing("b", 'import { twice } from "d2l";\n\nconsole.log(twice("2"));'),
    "chapter/c.mdx": '<Exercise id="1.3-1">\n\n<Answer>\n\n  ```ts\n  const x: string = 1;\n  ```\n\n</Answer>\n\n</Exercise>',
  });
  const folder = temporaryFolder();
  tangle(book, folder);
  expect(checkTypes(book, folder)).toMatchObject([
    {
      file: expect.stringMatching(/b\.mdx$/),
      line: 10,
      column: 19,
      found: expect.stringContaining("not assignable to parameter of type 'number'"),
    },
    { file: expect.stringMatching(/c\.mdx$/), line: 12, column: 9, found: expect.stringContaining("not assignable to type 'string'") },
  ] satisfies Partial<Record<keyof Problem, unknown>>[]);
}, 60_000);

test("what the book says of a line the compiler does not say again, and all stands in the order of the text", () => {
  const book = bookOf({
    "chapter/a.mdx":
      listing("a", "const secret = 1;\nexport const open = (n: number) => secret + n;\nconsole.log(opne);") +
      listing("b", "const text: string = 1;\n") +
      "\n[](#nowhere)",
  });
  const folder = temporaryFolder();
  tangle(book, folder);
  expect(problemsOf(book, folder).map(({ line, found }) => [line, found])).toEqual([
    [9, "the private secret"],
    [10, "opne"],
    [13, "Type 'number' is not assignable to type 'string'."],
    [17, '"#nowhere"'],
  ]);
}, 60_000);

test("an author error lists all problems, each with its place", () => {
  const problem = { expected: "a", found: "b", fix: "c" };
  const error = new AuthorError([
    { file: "x.mdx", line: 1, ...problem },
    { file: "y.mdx", line: 2, column: 3, ...problem },
  ]);
  expect(error.message).toBe(`2 problems in the book

x.mdx:1
  expected: a
  found:    b
  do:       c

y.mdx:2:3
  expected: a
  found:    b
  do:       c
`);
});
