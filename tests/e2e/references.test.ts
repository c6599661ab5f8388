/** A reference shows what it points to, by mouse, keyboard and touch; formulas leave the page as TeX. */
import { readdirSync, readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { served } from "./served.ts";
import type { Reader } from "./site.ts";

const course = served();
let visit: Reader;
let page: Page;

beforeAll(async () => {
  visit = await course.reader();
  page = visit.page;
  await visit.section("linear-regression-scratch");
});

const card = () => page.locator(".card");
const reference = (href: string, on = page) => on.locator(`article a.reference[href$="${href}"]:visible`).first();

async function shows(link: Locator, ask: (link: Locator) => Promise<void>, text: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.mouse.move(2, 2);
  await expect.poll(() => card().count()).toBe(0);
  await link.scrollIntoViewIfNeeded();
  // what listens is fetched with the reader's first sign
  await expect
    .poll(
      async () => {
        await page.mouse.move(2, 2);
        await ask(link);
        return card()
          .textContent({ timeout: 1000 })
          .catch(() => "");
      },
      { interval: 200 },
    )
    .toContain(text);
}

test.each([
  ["an equation of another section", "linear-regression/#eq-loss", "\\frac1n\\sum_{i=1}^n"],
  ["an equation of this page", "#eq-step", "(3.2.2)"],
  ["a listing", "#data-iter", "function* dataIter"],
  ["a whole section", "image-classification-dataset/", "认识 Fashion-MNIST"],
])("a reference to %s shows it when the pointer rests on it", async (_, href, text) => {
  await shows(reference(href), (link) => link.hover(), text);
});

test("a card can be hovered, holds nothing to press, and is not read out where the place itself will be", async () => {
  await shows(reference("#data-iter"), (link) => link.hover(), "dataIter");
  await card().hover();
  expect(await card().getAttribute("aria-hidden")).toBe("true");
  expect(await card().locator("a, button, input, [tabindex], [id]").count()).toBe(0);
});

test("with the keyboard the focus opens it and Esc closes it; a definition describes its word", async () => {
  await page.keyboard.press("Tab"); // from now on the focus is to be seen
  const term = page.locator("article a.term").first();
  await shows(term, (link) => link.focus(), (await term.getAttribute("data-definition"))!);
  expect(await term.getAttribute("aria-describedby")).toBe(await card().getAttribute("id"));
  await page.keyboard.press("Escape");
  expect(await card().count()).toBe(0);
  expect(await term.getAttribute("aria-describedby")).toBeNull();
});

test("a question and a figure are shown too", async () => {
  await visit.section("linear-regression");
  await shows(reference("linear-regression-concise/#3.3.9-2"), (link) => link.hover(), "练习 2");
  await shows(reference("#fig-projection"), (link) => link.hover(), "图 3.1.4");
  expect(await card().locator("svg").count()).toBe(1);
});

test("the first tap shows, the second goes", async () => {
  const phone = await course.reader({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  await phone.section("linear-regression-scratch");
  const link = reference("linear-regression/#eq-loss", phone.page);
  await link.scrollIntoViewIfNeeded();
  await phone.page.waitForLoadState("networkidle");
  await link.dispatchEvent("touchstart"); // wakes what is fetched late
  await phone.page.waitForLoadState("networkidle");
  await link.tap();
  await expect.poll(() => phone.page.locator(".card").count()).toBe(1);
  expect(await phone.page.locator(".card").evaluate((element) => element.getBoundingClientRect().right <= innerWidth)).toBe(true);
  await link.tap();
  await expect.poll(() => phone.page.url()).toMatch(/linear-regression\/#eq-loss$/);
  await phone.page.context().close();
});

test("a selection with formulas is copied as TeX, without the book's colours", async () => {
  await visit.section("linear-regression");
  await page.mouse.move(300, 300);
  const copied = await page.evaluate(async () => {
    const equation = document.querySelector("#eq-loss")!;
    const isBefore = (element: Element) => (element.compareDocumentPosition(equation) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const range = document.createRange();
    range.setStartBefore([...document.querySelectorAll(".block p")].filter(isBefore).at(-1)!);
    range.setEndAfter(equation);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
    // the listener arrives a moment after the first sign
    for (let tries = 0; tries < 100; tries++) {
      const data = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
      if (data.getData("text/plain")) return data.getData("text/plain");
      await new Promise((next) => setTimeout(next, 50));
    }
    return "";
  });
  expect(copied).toContain("整个训练集的损失是各样本的平均：\n\n$$\nL(\\mathbf w,b)=\\frac1n");
});

test("a display formula offers its TeX to pointer and keyboard", async () => {
  const formula = page.locator("#eq-loss .katex-display");
  await formula.scrollIntoViewIfNeeded();
  await formula.hover();
  const button = page.getByRole("button", { name: "复制 TeX" });
  await button.waitFor();
  await page.evaluate(() => {
    document.addEventListener("copy", () => (document.body.dataset.copied = String(getSelection())), { once: true, capture: true });
  });
  await button.click();
  await page.getByRole("button", { name: "已复制" }).waitFor();
  await page.locator("#eq-sgd > .number").focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("复制 TeX");
  expect(visit.complaints).toEqual([]);
});

const pages = () =>
  readdirSync("dist/linear-networks", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => readFileSync(`dist/linear-networks/${file}`, "utf8"));

test("every formula of every section has its MathML, with the TeX in it", () => {
  const counts = pages().map((html) =>
    ['<span class="katex">', "<math ", '<annotation encoding="application/x-tex">'].map((mark) => html.split(mark).length - 1),
  );
  expect(counts.length).toBe(8);
  for (const [formulas, mathml, tex] of counts) expect([mathml, tex]).toEqual([formulas, formulas]);
  expect(counts.reduce((sum, [formulas]) => sum + formulas!, 0)).toBeGreaterThan(500);
});

test("no space stands between Chinese and Chinese behind a reference or an emphasised sentence", () => {
  const gap = /(?:class="reference"[^>]*>[^<]*\p{Script=Han}<\/a>|[，。；：！？）”]<\/strong>) \p{Script=Han}/gu;
  expect(pages().flatMap((html) => html.match(gap) ?? [])).toEqual([]);
});
