/** The faces that formulas are set in hold, of KaTeX's, only what the pages use: this sees that they hold all of it. */
import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { leave, served } from "../served.ts";
import { addressOf, sections } from "./files.ts";
import { showAllBlocks } from "./axe.ts";

const course = served();

test.each(sections)("every character of a formula of %s is drawn from a face of KaTeX", async (path) => {
  const visit = await course.reader({ reducedMotion: "reduce" });
  await visit.open(addressOf(path));
  const { page } = visit;
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await showAllBlocks(page);
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  expect(await strange(page, devtools)).toEqual([]);
  await leave(visit);
});

/** The leaves of formulas, but for words of a human language, that have characters of a font that is not ours. */
async function strange(page: Page, devtools: CDPSession): Promise<string[]> {
  await page.evaluate(() => {
    const leaves = [...document.querySelectorAll(".katex-html span:not(:has(*))")];
    for (const leaf of leaves) if (/[^\s\u200b\u2e80-\uffff]/.test(leaf.textContent)) leaf.setAttribute("data-leaf", "");
  });
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "[data-leaf]" });
  expect(nodeIds.length).toBeGreaterThan(20);
  const found = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
      if (fonts.every(({ isCustomFont }) => isCustomFont)) return [];
      return [(await devtools.send("DOM.getOuterHTML", { nodeId })).outerHTML];
    }),
  );
  return [...new Set(found.flat())];
}
