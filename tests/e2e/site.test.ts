/** The built folder, page by page: complete without script, small, open to everyone, at home on any path, asking nobody else for anything. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { launch } from "./browser.ts";
import { reader, serve, type Site } from "./site.ts";

const files = listFiles("dist");
const pages = files.filter((file) => file.endsWith(".html"));
const sections = pages.filter((page) => /^linear-networks\/.+\/index\.html$/.test(page));
const addressOf = (page: string) => page.replace(/index\.html$/, "");

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
}, 360_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("all seven sections and the opening are there", () => {
  expect(sections).toHaveLength(7);
  expect(existsSync("dist/linear-networks/index.html")).toBe(true);
});

/** All pages below a folder; at the root of a server one of each kind. */
const served = [
  ...pages.map((page) => ({ base: "/a/b/", page })),
  ...pages
    .filter((page) => /^(index|404|linear-networks\/(linear|softmax)-regression\/index)\.html$/.test(page))
    .map((page) => ({ base: "/", page })),
];

test.each(served)("$base$page loads whole, complains of nothing and asks no other origin", async ({ base, page }) => {
  const there = await serve("dist", base);
  const visit = await reader(browser, there);
  const failed: string[] = [];
  visit.page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
  await visit.open(addressOf(page));
  await visit.page.mouse.move(400, 400); // what waits for a hand is fetched too
  await visit.page.waitForLoadState("networkidle");
  expect([failed, visit.foreign, visit.complaints]).toEqual([[], [], []]);
  await visit.context.close();
  await there.close();
});

test("nothing in the folder names another place to load from", () => {
  const loads = pages.flatMap((page) =>
    [...html(page).matchAll(/<(?:script|link|img|iframe|source)\b[^>]*\s(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(
      ([tag]) => `${page}: ${tag}`,
    ),
  );
  expect(loads.filter((load) => !load.includes('rel="canonical"'))).toEqual([]);
});

test.each(sections)("%s is read from a folder: text, style and formulas", async (page) => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(join("dist", page)).href);
  expect(await tab.locator("h1").evaluate((heading) => getComputedStyle(heading).fontFamily)).toMatch(/Songti|Serif/);
  const formula = tab.locator(".katex-html").first();
  expect(await formula.evaluate((element) => getComputedStyle(element.querySelector(".mord") ?? element).fontFamily)).toContain("KaTeX");
  expect(await tab.evaluate(() => document.fonts.ready.then(() => document.fonts.check("16px KaTeX_Main")))).toBe(true);
  await tab.locator("a[rel=home]").click();
  expect(tab.url()).toMatch(/\/dist\/index\.html$/);
  await context.close();
});

describe("everyone", () => {
  test.each(pages)("axe finds nothing on %s, by day and by night", async (page) => {
    const visit = await reader(browser, site, { colorScheme: "light", reducedMotion: "reduce" });
    await visit.open(addressOf(page));
    await showAllBlocks(visit.page);
    expect(await faults(new AxeBuilder({ page: visit.page }))).toEqual([]);
    const headings = await visit.page.locator("th").allTextContents();
    expect(headings.filter((heading) => heading.trim() === "")).toEqual([]);
    await visit.page.emulateMedia({ colorScheme: "dark" });
    // the theme changes colours, nothing else
    expect(await faults(new AxeBuilder({ page: visit.page }).withRules(["color-contrast"]))).toEqual([]);
    await visit.context.close();
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing with the search, the keys, an editor and the answers open, %s",
    async (theme) => {
      const visit = await reader(browser, site, { colorScheme: theme, reducedMotion: "reduce" });
      const analyse = async (what: string) => {
        expect(await faults(new AxeBuilder({ page: visit.page })), what).toEqual([]);
      };
      await visit.section("linear-regression-scratch");
      await visit.press("data", "编辑");
      await visit.listing("data").locator(".cm-content").waitFor();
      await visit.page
        .locator("[data-answer] > summary")
        .evaluateAll((all) => all.forEach((summary) => ((summary.parentElement as HTMLDetailsElement).open = true)));
      await showAllBlocks(visit.page);
      await analyse("editor and answers");
      await visit.page.getByRole("button", { name: "搜索", exact: true }).click();
      await visit.page.getByRole("searchbox").fill("损失");
      await visit.page.locator("dialog.search li").first().waitFor();
      await analyse("search");
      await visit.page.keyboard.press("Escape");
      await visit.page.getByRole("button", { name: "快捷键" }).click();
      await visit.page.getByRole("dialog", { name: "快捷键" }).waitFor();
      await analyse("keys");
      await visit.context.close();
    },
  );

  test.each(pages)("%s does not scroll sideways at 320 px", async (page) => {
    const visit = await reader(browser, site, { viewport: { width: 320, height: 640 } });
    await visit.open(addressOf(page));
    await showAllBlocks(visit.page);
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await visit.context.close();
  });
});

describe("without script", () => {
  test.each(sections)("%s has its text, formulas, figures, records and answers", async (page) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(site.url + addressOf(page));
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
});

describe("weight", () => {
  test.each(sections)("the HTML of %s is at most 150 KiB, gzipped", (page) => {
    expect(gzipSync(readFileSync(join("dist", page))).length).toBeLessThanOrEqual(150 * 1024);
  });

  test.each(pages)("%s fetches at most 15 KiB of script, gzipped, before anybody touches it", (page) => {
    const scripts = [...html(page).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => join(dirname(page), src!));
    const all = closure(scripts);
    const bytes = [...all].map((file) => gzipSync(readFileSync(join("dist", file))).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(15 * 1024);
  });

  test("no file is over 25 MiB, which is what free hosts take", () => {
    expect(files.filter((file) => statSync(join("dist", file)).size > 25 * 2 ** 20)).toEqual([]);
  });

  test("the course without the data set is what 部署 says: under 3 MB gzipped, under 10 MB plain; the data under 31 MB", () => {
    const isData = (file: string) => file.startsWith("datasets/");
    const isTypes = (file: string) => file === "types.json" || file.includes("type-service-"); // fetched when switched on
    const [data, types, course] = [files.filter(isData), files.filter(isTypes), files.filter((file) => !isData(file) && !isTypes(file))];
    const sum = (of: string[], weigh: (bytes: Buffer) => number) =>
      of.reduce((total, file) => total + weigh(readFileSync(join("dist", file))), 0);
    expect(sum(course, (bytes) => gzipSync(bytes).length)).toBeLessThan(3e6);
    expect(sum(course, (bytes) => bytes.length)).toBeLessThan(10e6);
    expect(sum(data, (bytes) => bytes.length)).toBeLessThan(31e6);
    expect(sum(types, (bytes) => gzipSync(bytes).length)).toBeLessThan(1.5e6);
  });
});

/** Built-ins younger than the oldest browsers of ours (Chrome 109, Firefox 115, Safari 16.4), as they look when called. */
const tooNew = [
  ".toSorted(", ".toReversed(", ".toSpliced(", "Promise.withResolvers", "Promise.try(", "Object.groupBy", "Map.groupBy", "Array.fromAsync(", "Iterator.from(",
  ".symmetricDifference(", ".isSubsetOf(", ".isSupersetOf(", ".isDisjointFrom(", "RegExp.escape", "URL.parse(", "URL.canParse(", ".isWellFormed(", ".transferToFixedLength(",
  "Error.isError", "Float16Array(", "Math.sumPrecise", ".showPopover(", "setHTMLUnsafe", ".checkVisibility({", "scheduler.yield",
]; // prettier-ignore

test("no script calls a built-in that Chrome 109, Firefox 115 or Safari 16.4 lacks, unless it asks first", () => {
  const found = files
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => {
      const code = readFileSync(join("dist", file), "utf8");
      return tooNew.filter((name) => code.includes(name) && !asksFirst(code, name)).map((name) => `${file}: ${name}`);
    });
  expect(found).toEqual([]);
});

/** `URL.canParse?.(` or `typeof URL.canParse` somewhere in the file: the code knows that it may be absent */
function asksFirst(code: string, name: string): boolean {
  const bare = name.replace(/[({]+$/, "").replace(/^\./, "");
  return code.includes(`typeof ${bare}`) || code.includes(`${bare}?.(`);
}

test("a wrong address, however deep, leads to a page that says which one was meant", async () => {
  const visit = await reader(browser, site);
  await visit.open("linear-networks/softmax-regresion/what/");
  await visit.page.waitForURL(/404\.html/);
  await visit.page.locator("[data-meant] a").waitFor();
  await visit.open("linear-networks/softmax-regresion/");
  await visit.page.waitForURL(/404\.html\?.*regresion/);
  const meant = visit.page.locator("[data-meant] a");
  await meant.waitFor();
  expect(await meant.innerText()).toContain("softmax");
  await meant.click();
  await visit.page.waitForURL(/linear-networks\/softmax-regression\/$/);
  await visit.context.close();
});

test("? shows the keys, and they can be switched off", async () => {
  const visit = await reader(browser, site);
  await visit.section("linear-regression");
  const { page } = visit;
  const keys = page.getByRole("dialog", { name: "快捷键" });
  await page.keyboard.press("?");
  await keys.waitFor();
  await keys.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("]");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k"); // a key with Ctrl stays
  await page.getByRole("dialog", { name: "搜索" }).waitFor();
  expect(await keys.isVisible()).toBe(false);
  expect(page.url()).toContain("linear-networks/linear-regression/");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "快捷键" }).click();
  await keys.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("]");
  await page.waitForURL(/linear-regression-scratch/);
  await visit.context.close();
});

test("headings, equations and listings give away their addresses", async () => {
  const visit = await reader(browser, site);
  await visit.section("linear-regression");
  const own = (selector: string) =>
    visit.page
      .locator(selector)
      .evaluateAll((links) =>
        links.map((link) => [link.closest("[id]")?.id, decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))]),
      );
  for (const selector of [
    ".block > :is(h2, h3) > a.anchor",
    ".equation > a.number",
    "course-listing > .title > a.number",
    "figcaption > a.number",
  ]) {
    const links = await own(selector);
    expect(links.length, selector).toBeGreaterThan(1);
    expect(
      links.filter(([id, hash]) => id !== hash),
      selector,
    ).toEqual([]);
  }
  await visit.context.close();
});

test("讲课模式 hides the navigation and reveals a derivation step by step; Esc ends it", async () => {
  const visit = await reader(browser, site, { reducedMotion: "reduce" });
  await visit.section("softmax-regression");
  const { page } = visit;
  const derivation = page.locator(".derivation").first();
  await derivation.scrollIntoViewIfNeeded();
  const hidden = () => derivation.locator(":scope > .to-come").count();
  await page.keyboard.press("p");
  await expect.poll(hidden).toBeGreaterThan(0);
  expect(await page.locator(".site-bar").isVisible()).toBe(false);
  await derivation.scrollIntoViewIfNeeded();
  const before = await hidden();
  await page.keyboard.press("ArrowRight");
  expect(await hidden()).toBeLessThan(before);
  await page.keyboard.press("ArrowLeft");
  expect(await hidden()).toBe(before);
  await page.keyboard.press("Escape");
  expect(await hidden()).toBe(0);
  expect(await page.locator(".site-bar").isVisible()).toBe(true);
  await visit.context.close();
});

test("?embed= shows one listing alone, and it runs", async () => {
  const visit = await reader(browser, site);
  await visit.open("linear-networks/linear-regression-scratch/?embed=errors");
  await visit.page.locator("html[data-embed]").waitFor();
  expect(await visit.page.locator("h1").isVisible()).toBe(false);
  expect(await visit.page.locator("course-listing:visible").count()).toBe(1);
  expect(await visit.run("errors")).toBe("done");
  await visit.context.close();
});

/** What axe found, with where. A heading that is a formula seems empty to it, which does not read MathML: those are looked at here. */
async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.disableRules(["empty-table-header"]).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

function html(page: string): string {
  return readFileSync(join("dist", page), "utf8");
}

/** Scripts with all they import statically. */
function closure(files: Iterable<string>, seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join("dist", file), "utf8");
    closure(
      [...code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["'](\.[^"']+)["']/g)].map(([, path]) =>
        join(dirname(file), path!),
      ),
      seen,
    );
  }
  return seen;
}

/** Blocks out of sight have no boxes: scrolls through the page so that every one has been laid out. */
async function showAllBlocks(page: import("playwright-core").Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".block { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

function listFiles(folder: string, below = ""): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}
