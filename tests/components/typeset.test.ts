import { expect, test } from "vitest";
import { typeset } from "../../src/layouts/typeset.ts";

const formula = '<span class="katex"><span class="base">x</span></span>';

test("no line begins with the punctuation after a formula, or ends with the bracket before one", () => {
  expect(typeset(`设 ${formula}，则`)).toBe(`设 ${formula}\u2060，则`);
  expect(typeset(`（${formula}）`)).toBe(`（\u2060${formula}\u2060）`);
});

test("text without formulas at its punctuation stays as it is", () => {
  for (const html of ["甲，乙。", `${formula} 是`, "<b>甲</b>，乙", `<p>（甲）</p>${formula}`]) expect(typeset(html)).toBe(html);
});
