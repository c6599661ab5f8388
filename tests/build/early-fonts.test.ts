import { expect, test } from "vitest";
import { withEarlyFonts } from "../../src/build/site/early-fonts.ts";

const preload = (file: string) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="../_astro/${file}">`;
const MATH = preload("KaTeX_Math-Italic.a1.woff2");
const FILES = ["_astro/KaTeX_Math-Italic.a1.woff2", "_astro/KaTeX_Main-Bold.b2.woff2", "_astro/KaTeX_AMS-Regular.c3.woff2"];
const block = (text: string) => `<section class="block">${text}</section>`;
const bold = '<span class="mord mathbf">w</span>';

test("the faces of what stands before the first block are fetched at once", () => {
  const page = `${MATH}<p>${bold}</p><p><span class="mord mathbb">R</span></p>${block("")}`;
  expect(withEarlyFonts(page, FILES)).toBe(
    page.replace(MATH, MATH + preload("KaTeX_Main-Bold.b2.woff2") + preload("KaTeX_AMS-Regular.c3.woff2")),
  );
});

test("those of blocks are not, nor any of a page without formulas", () => {
  const later = `${MATH}${block(bold)}`;
  expect(withEarlyFonts(later, FILES)).toBe(later);
  expect(withEarlyFonts(bold, FILES)).toBe(bold);
});

test("a face that was not built is named", () => {
  expect(() => withEarlyFonts(`${MATH}<span class="mord boldsymbol">x</span>`, FILES)).toThrow(/KaTeX_Math-BoldItalic.*boldsymbol/);
});
