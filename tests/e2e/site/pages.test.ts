/** Page by page: complete without script, open to everyone, at home on any path, asking nobody else for anything. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../serve.ts";
import { served } from "../served.ts";
import { reader } from "../site.ts";
import { faults, faultsByNight, showAllBlocks } from "./axe.ts";
import { addressOf, pages, sections } from "./files.ts";

const course = served();

/** Opens a page as a new reader and gives the addresses of what was missing. */
async function openWhole(visit: Awaited<ReturnType<typeof reader>>, page: string): Promise<string[]> {
  const missing: string[] = [];
  visit.page.on("response", (response) => response.status() >= 400 && missing.push(response.url()));
  await visit.open(addressOf(page));
  await visit.page.mouse.move(400, 400); // what waits for a hand is fetched too
  await visit.page.waitForLoadState("networkidle");
  return missing;
}

describe.each(pages)("%s", (page) => {
  let visit: Awaited<ReturnType<typeof reader>>;
  beforeAll(async () => {
    visit = await course.reader({ colorScheme: "light", reducedMotion: "reduce" });
  });
  afterAll(() => visit?.context.close());

  test("loads whole, complains of nothing and asks no other origin", async () => {
    const missing = await openWhole(visit, page);
    expect([missing, visit.foreign, visit.complaints]).toEqual([[], [], []]);
  });

  test("axe finds nothing on it, by day and by night", async () => {
    await showAllBlocks(visit.page);
    expect(await faults(visit.page)).toEqual([]);
    const headings = await visit.page.locator("th").allTextContents();
    expect(headings.filter((heading) => heading.trim() === "")).toEqual([]);
    expect(await faultsByNight(visit.page)).toEqual([]);
  });
});

/** At the root of a server, one page of each kind. */
const kinds = pages.filter((page) => /^(index|404|linear-networks\/(linear|softmax)-regression\/index)\.html$/.test(page));

test.each(kinds)("/%s at the root of a server loads whole, complains of nothing and asks no other origin", async (page) => {
  const there = await serve("dist", "/");
  const visit = await reader(course.browser, there);
  const missing = await openWhole(visit, page);
  expect([missing, visit.foreign, visit.complaints]).toEqual([[], [], []]);
  await visit.context.close();
  await there.close();
});

test.each(pages)("%s does not scroll sideways at 320 px", async (page) => {
  const visit = await course.reader({ viewport: { width: 320, height: 640 } });
  await visit.open(addressOf(page));
  await showAllBlocks(visit.page);
  expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await visit.context.close();
});

test("axe finds nothing with the search, the keys, an editor and the answers open, by day and by night", async () => {
  const visit = await course.reader({ colorScheme: "light", reducedMotion: "reduce" });
  const { page } = visit;
  const look = async (...parts: string[]) => {
    expect(await faults(page, ...parts), parts.join()).toEqual([]);
    expect(await faultsByNight(page, ...parts), parts.join()).toEqual([]);
  };
  await visit.section("linear-regression-scratch");
  await visit.press("data", "编辑");
  await visit.listing("data").locator(".cm-content").waitFor();
  await page
    .locator("[data-answer] > summary")
    .evaluateAll((all) => all.forEach((summary) => ((summary.parentElement as HTMLDetailsElement).open = true)));
  await showAllBlocks(page);
  await look('[data-listing="data"]', "[data-exercise]"); // the rest is as the page was before
  await visit.open("about/"); // the dialogs are the same everywhere, and here less is behind them
  await page.getByRole("button", { name: "搜索", exact: true }).click();
  await page.getByRole("searchbox").fill("损失");
  await page.locator("dialog.search li").first().waitFor();
  await look("dialog.search"); // what is behind a dialog cannot be reached
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "快捷键" }).click();
  await page.getByRole("dialog", { name: "快捷键" }).waitFor();
  await look("dialog[open]");
  await visit.context.close();
});

test.each(sections)("%s is read from a folder: text, style and formulas", async (page) => {
  const context = await course.browser.newContext();
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(join("dist", page)).href);
  expect(await tab.locator("h1").evaluate((heading) => getComputedStyle(heading).fontFamily)).toMatch(/Songti|Serif/);
  const formula = tab.locator(".katex-html").first();
  expect(await formula.evaluate((element) => getComputedStyle(element.querySelector(".mord") ?? element).fontFamily)).toContain("KaTeX");
  expect(await tab.evaluate(() => document.fonts.ready.then(() => document.fonts.check("16px KaTeX_Main")))).toBe(true);
  await tab.locator("a[rel=home]").click();
  await tab.waitForURL(/\/dist\/index\.html$/);
  await context.close();
});

test.each(sections)("%s has without script its text, formulas, figures, records and answers", async (page) => {
  const context = await course.browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(course.site.url + addressOf(page));
  await tab.addStyleTag({ content: ".block { content-visibility: visible !important }" }).catch(() => {}); // the policy may refuse; then blocks are laid out when scrolled to
  const count = (selector: string) => tab.locator(selector).count();
  expect(await count(".katex math")).toBeGreaterThan(0);
  expect(await count("[data-listing] pre code")).toBeGreaterThan(3);
  expect(await count("[data-outputs][data-origin=record] > *")).toBeGreaterThan(3);
  expect(await count("button:visible:enabled")).toBe(0);
  const questions = await count("[data-exercise]");
  expect(questions).toBeGreaterThan(0);
  const answers = tab.locator("[data-exercise] details[data-answer]");
  expect(await answers.count()).toBe(questions);
  const text = await answers.first().textContent();
  expect(text!.trim().length).toBeGreaterThan(20);
  await context.close();
});
