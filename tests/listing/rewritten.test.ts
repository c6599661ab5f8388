import { expect, test } from "vitest";
import { compile } from "../../src/listing/compile.ts";
import { rewritten } from "../../src/listing/rewritten.ts";

const book = "const lr = 0.03; // η\nconst net = linreg;\nfunction step() {\n  return lr;\n}";

test.each([
  ["nothing", book, []],
  ["a number", book.replace("0.03", "0.1"), ["lr"]],
  ["the body of a function", book.replace("return lr", "return 2 * lr"), ["step"]],
  ["a comment only", book.replace("// η", "// 学习率"), ["lr"]],
  ["a line before all", `console.log(1);\n${book}`, []],
  ["a new name", `${book}\nconst more = 1;`, ["more"]],
  ["a statement behind a declaration", book.replace("linreg;", "linreg;\nnet(w);"), ["net"]],
])("an edit that changes %s is told by the names it wrote anew", (_, edited, names) => {
  expect(rewritten(compile(book), compile(edited))).toEqual(names);
});
