import { parseHTML } from "linkedom";
import katex from "katex";
import { expect, test } from "vitest";
import { plainText, texOf, withoutColours } from "../../../components/tex/text.ts";
import { loadBook } from "../../../src/build/book/book.ts";
import type { ReadSection } from "../../../src/build/book/section.ts";
import { katexOptions, splitLabel } from "../../../src/build/text/formulas.ts";
import { walk } from "../../../src/build/text/walk.ts";

const set = (tex: string, displayMode = false) => katex.renderToString(tex, { ...katexOptions(), displayMode });
const page = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

test.each([
  [String.raw`\err{L}(\mathbf w)`, String.raw`L(\mathbf w)`],
  [
    String.raw`\grad{\frac{\partial l}{\partial o_j}} = \prob{\hat y_j} - \data{y_j}`,
    String.raw`\frac{\partial l}{\partial o_j} = \hat y_j - y_j`,
  ],
  [String.raw`\sum_{\data{i}}\err{r^{(i)}}^2`, String.raw`\sum_{i}{r^{(i)}}^2`],
  [String.raw`\param{\err{a}}\}`, String.raw`a\}`],
  [String.raw`\mathbf\param{w}`, String.raw`\mathbf{w}`],
  [String.raw`\err L(\mathbf w)+\frac\err L2`, String.raw`L(\mathbf w)+\frac L2`],
  [String.raw`\gradient x`, String.raw`\gradient x`],
])("%s without the book's colours is %s, and KaTeX without our macros sets it", (coloured, plain) => {
  expect(withoutColours(coloured)).toBe(plain);
  if (!plain.includes("gradient")) expect(() => katex.renderToString(plain, { strict: "error" })).not.toThrow();
});

test("a formula knows the TeX it was set from", () => {
  expect(texOf(page(set(String.raw`\err{x^2}`)))).toBe("x^2");
});

test("a selection with formulas is copied with TeX in place of them, blocks on lines of their own, buttons left out", () => {
  const html = `<p>损失\u2060 ${set("L")} 是\n${set("x_1")}。<button>复制</button></p>${set("a=b", true)}<pre>if (x)\n  y;</pre>`;
  expect(plainText(page(html))).toBe("损失 $L$ 是 $x_1$。\n\n$$\na=b\n$$\n\nif (x)\n  y;");
});

test("every formula of the book can be set elsewhere once its colours are gone", { timeout: 60_000 }, () => {
  const formulas = new Set<string>();
  for (const section of loadBook("content").sections) {
    walk((section as ReadSection).tree, (node) => {
      if (node.type === "math" || node.type === "inlineMath") formulas.add(splitLabel(node.value).tex);
    });
  }
  const failures = [...formulas].flatMap((tex) => {
    try {
      katex.renderToString(withoutColours(tex), { displayMode: true, strict: "error", output: "mathml" });
      return [];
    } catch (error) {
      return [`${tex}: ${(error as Error).message}`];
    }
  });
  expect(formulas.size).toBeGreaterThan(500);
  expect(failures).toEqual([]);
});
