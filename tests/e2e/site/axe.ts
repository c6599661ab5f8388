import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds wrong in a page, or in the parts of it that selectors name, with where. Of formulas that look alike one is left. */
export async function faults(page: Page, ...parts: string[]): Promise<string[]> {
  await leaveOneFormulaOfALook(page);
  return found(page, parts);
}

/** What axe finds wrong by night where nothing is wrong by day: the theme changes colours, nothing else. */
export async function faultsByNight(page: Page, ...parts: string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const all = await found(page, parts, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
  return all;
}

async function found(page: Page, parts: string[], only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({
      resultTypes: ["violations"], // to describe the thousands of elements that pass takes as long as to look at them
      rules: { "empty-table-header": { enabled: false } }, // takes a formula for nothing; the tests look at headings themselves
      ...(only && { runOnly: { type: "rule" as const, values: only } }),
    })
    .setLegacyMode(); // in the page itself: there are no frames
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Blocks out of sight have no boxes: has every one laid out. */
export async function showAllBlocks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".block { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/**
 * Leaves of the formulas as they are seen one for each look, its colours on its ground by day and by night: a page has hundreds of
 * formulas of a dozen looks, and their glyphs are half of its elements. For a reader who does not see, all of them stay as MathML.
 */
async function leaveOneFormulaOfALook(page: Page): Promise<void> {
  const day = await looks(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const night = await looks(page);
  await page.emulateMedia({ colorScheme: "light" });
  const both = day.map((look, i) => `${look} ${night[i]}`);
  const isFirst = both.map((look, i) => both.indexOf(look) === i);
  await page.locator(".katex-html").evaluateAll((all, isFirst) => all.forEach((formula, i) => isFirst[i] || formula.remove()), isFirst);
}

/** Of every formula the colours and sizes of its texts, but for the single characters that axe does not judge, and the colours behind it. */
function looks(page: Page): Promise<string[]> {
  return page.locator(".katex-html").evaluateAll((all) =>
    all.map((formula) => {
      const texts = [...formula.querySelectorAll("*")].filter(
        ({ childNodes: [first] }) => first?.nodeType === 3 && first.textContent!.length > 1,
      );
      const inks = new Set(texts.map((part) => getComputedStyle(part)).map(({ color, fontSize }) => `${color} ${fontSize}`));
      const grounds: string[] = [];
      for (let part: Element | null = formula; part; part = part.parentElement) {
        const { backgroundColor, opacity } = getComputedStyle(part);
        if (backgroundColor !== "rgba(0, 0, 0, 0)" || opacity !== "1") grounds.push(`${backgroundColor} ${opacity}`);
      }
      return [...[...inks].sort(), ...grounds].join();
    }),
  );
}
