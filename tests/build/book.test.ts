import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { findTarget } from "../../src/build/book/references.ts";
import { chapterNav, exercisesOf, pageData } from "../../src/build/page.ts";
import { bookOf, bookWith, listing } from "./book.ts";

const front = (number: string | undefined, more = "") =>
  `---\n${number ? `number: "${number}"\n` : ""}title: 题 ${number ?? ""}\ndescription: 话\n${more}---\n`;

const small = () =>
  bookOf({
    "b/ten.mdx": front("2.10", "requires: [two]\n") + listing("use", 'import { twice } from "d2l";\ntwice(1);'),
    "b/two.mdx": front("2.2") + listing("make", "export const twice = (x: number) => 2 * x;"),
    "b/index.mdx": front(undefined, "chapter: 第二章的名字\n"),
    "a/one.mdx": front("1.1"),
    "about/deploy.mdx": front(undefined),
  });

test("sections stand in the order of their numbers, openings first, unnumbered chapters last", () => {
  expect(small().sections.map(({ path }) => path)).toEqual(["a/one", "b", "b/two", "b/ten", "about/deploy"]);
});

test("a page is told its neighbours, what it requires, and what of d2l it uses", () => {
  const book = small();
  const page = pageData(book, book.sections[3]);
  expect(page).toMatchObject({
    path: "b/ten",
    previous: { number: "2.2", href: "/b/two/" },
    requires: [{ number: "2.2", href: "/b/two/" }],
    uses: [{ name: "twice", number: "2.2", href: "/b/two/#make" }],
    chapter: { number: "2", title: "第二章的名字", href: "/b/" },
    program: { path: "b/ten", backend: "cpu" },
  });
  expect(page.next).toBeUndefined();
  expect(chapterNav(book, "b").sections.map(({ slug }) => slug)).toEqual(["index", "two", "ten"]);
});

test("formulas with a label, figures and listings are numbered through the section, and links say so", () => {
  const book = bookWith(
    `## 1.1.1 甲 {/* id: first */}\n\n### 乙 {/* id: second */}\n\n$$x$$\n\n$$\na \\label{eq-a}\n$$\n\n$$\nb \\label{eq-b}\n$$\n\n` +
      `<Figure id="fig-a" draw="houses">图</Figure>\n\n${listing("one", "1;")}\n${listing("two", "2;")}\n<Exercise id="1.1.2-1">问</Exercise>`,
  );
  const text = (url: string) => (findTarget(book, book.sections[0], url) as { text: string }).text;
  expect(book.problems).toEqual([]);
  expect(["#first", "#second", "#eq-a", "#eq-b", "#fig-a", "#one", "#two", "#1.1.2-1", "only"].map(text)).toEqual([
    "1.1.1 节",
    "“乙”",
    "(1.1.1)",
    "(1.1.2)",
    "图 1.1.1",
    "清单 1.1-1",
    "清单 1.1-2",
    "练习 1.1.2-1",
    "1.1 节",
  ]);
});

test("an exercise with sub-questions is counted by them", () => {
  const book = bookWith(
    '<Exercise id="1.1.2-1">\n\n<Exercise id="1.1.2-1.1">问</Exercise>\n\n<Exercise id="1.1.2-1.2">问</Exercise>\n\n</Exercise>\n\n<Exercise id="1.1.2-11">问</Exercise>',
  );
  expect(exercisesOf(book.sections[0])).toEqual(["1.1.2-1.1", "1.1.2-1.2", "1.1.2-11"]);
});

test("the book is read once, and again when a file has changed", () => {
  const book = bookWith("旧");
  const { root } = book;
  expect(loadBook(root)).toBe(book);
  const [{ file }] = book.sections;
  writeFileSync(file, readFileSync(file, "utf8").replace("题", "新题"));
  utimesSync(file, 1e9, 1e9);
  expect(loadBook(root).sections[0].front.title).toBe("新题");
});
