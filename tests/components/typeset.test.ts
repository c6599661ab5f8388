import { expect, test } from "vitest";
import { typeset } from "../../src/layouts/typeset.ts";

const formula = '<span class="katex"><span class="base">x</span></span>';

test("no line begins with the punctuation after a formula, or ends with the bracket before one", () => {
  expect(typeset(`设 ${formula}，则`)).toBe(`设 ${formula}\u2060，则`);
  const [before, after] = [
    '<span class="katex"><math>x</math><span class="katex-base">',
    '<span class="katex-strut"></span>x</span></span>',
  ];
  expect(typeset(`（${before}${after}）`)).toBe(`（${before}\u2060${after}\u2060）`);
});

test("a short code is not broken at its spaces; a long one is, and one without has nowhere to break", () => {
  expect(typeset("<code>[d, 1]</code>")).toBe('<code class="short">[d, 1]</code>');
  for (const code of ["reshape", "tf.randomNormal(shape, mean, std)"]) expect(typeset(`<code>${code}</code>`)).toBe(`<code>${code}</code>`);
});

test("text without formulas at its punctuation stays as it is", () => {
  for (const html of ["甲，乙。", `${formula} 是`, "<b>甲</b>，乙", `<p>（甲）</p>${formula}`]) expect(typeset(html)).toBe(html);
});
