/** The same pages for other eyes and hands: enlarged, in the system's colours, without motion, in a frame; and nothing jumps. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { leave, online, served } from "../served.ts";
import { showAllBlocks } from "./axe.ts";

const course = served();
const kinds = ["", "linear-networks/linear-regression/", "linear-networks/softmax-regression-scratch/", "glossary/", "about/performance/"];

test("at 200 % nothing scrolls sideways, and every control is within the window and large enough to be hit", async () => {
  const visit = await course.reader({ ...online, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  for (const page of kinds) {
    await visit.open(page);
    await showAllBlocks(visit.page);
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth), page).toBeLessThanOrEqual(640);
    expect(await visit.page.locator("button:visible, summary:visible, input:visible").evaluateAll(outside), page).toEqual([]);
  }
  // one page stands for all: to look at the largest takes axe ten seconds
  await visit.section("linear-regression-concise");
  await showAllBlocks(visit.page);
  const only = { runOnly: { type: "rule" as const, values: ["target-size"] }, resultTypes: ["violations" as const] };
  const { violations } = await new AxeBuilder({ page: visit.page }).options(only).setLegacyMode().analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html))).toEqual([]);
  await leave(visit);
});

/** Those of the elements that stand, in part, beside the window. */
function outside(elements: (HTMLElement | SVGElement)[]): string[] {
  const beside = elements.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < 0 || right > innerWidth);
  });
  return beside.map((element) => element.outerHTML.slice(0, 120));
}

test("in the system's colours the focus is seen, a state is a word, and a figure brings its ground along", async () => {
  const visit = await course.reader({ ...online, forcedColors: "active", colorScheme: "dark" });
  await visit.section("linear-regression");
  const { page } = visit;
  await page.keyboard.press("Tab"); // the skip link
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return [outlineStyle, parseFloat(outlineWidth) >= 2];
    });
    expect(ring).toEqual(["solid", true]);
  }
  const first = (await page.locator("[data-listing]").first().getAttribute("data-listing"))!;
  await visit.run(first);
  expect((await visit.listing(first).locator(".state").innerText()).trim()).not.toBe("");
  const figure = page.locator("course-figure svg").first();
  await figure.scrollIntoViewIfNeeded();
  expect(await contrast(figure.locator("text").first())).toBeGreaterThan(4.5);
  // the ground the browser lays behind forced text would cover letters under a hat
  expect(
    await page
      .locator(".katex")
      .first()
      .evaluate((formula) => getComputedStyle(formula).forcedColorAdjust),
  ).toBe("none");
  await leave(visit);
});

/** Contrast of a text of a figure with what the figure stands on. */
function contrast(text: ReturnType<Page["locator"]>): Promise<number> {
  return text.evaluate((element) => {
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground: Element = element;
    const isClear = (colour: string) => colour === "transparent" || /, 0\)$/.test(colour);
    while (ground.parentElement && isClear(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    const [dark = 0, bright = 0] = [light(getComputedStyle(element).fill), light(getComputedStyle(ground).backgroundColor)].sort(
      (a, b) => a - b,
    );
    return (bright + 0.05) / (dark + 0.05);
  });
}

test("who wants no motion gets none while a listing runs; others see a line move", async () => {
  const moving = async (reducedMotion: "reduce" | "no-preference") => {
    const visit = await course.reader({ ...online, reducedMotion });
    await visit.open("");
    await visit.edit("fit", (code) => `${code}\nfor (;;) {}`);
    await visit.press("fit", "运行");
    await expect.poll(() => visit.state("fit")).toBe("running");
    const count = await visit.page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
    await leave(visit);
    return count;
  };
  expect(await moving("reduce")).toBe(0);
  expect(await moving("no-preference")).toBeGreaterThan(0);
});

test("nothing jumps when outputs come or the editor opens", async () => {
  const visit = await course.reader(online);
  await visit.section("linear-regression-scratch");
  const { page } = visit;
  await showAllBlocks(page); // a block that is laid out as the scrolling brings it into sight counts as a shift
  await visit.listing("data").scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const shifts: number[] = [];
    // those that follow a hand's press count too
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift" });
    Object.assign(window, { shifts });
  });
  await visit.run("data");
  await visit.press("data", "编辑");
  await visit.listing("data").locator(".cm-content").waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(0.01);
  await leave(visit);
});

test("nothing jumps as what is kept is counted, nor with the first move of a figure", async () => {
  const visit = await course.reader({ ...online, viewport: { width: 412, height: 823 } });
  const { page } = visit;
  await page.addInitScript(() => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { shifts });
  });
  await visit.open("about/data/");
  await page.getByText("0 份改过的代码").waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);

  await visit.section("softmax-regression");
  const figure = page.locator("#fig-entropy");
  await figure.scrollIntoViewIfNeeded();
  const captionAt = () =>
    figure.evaluate((one) => one.querySelector("figcaption")!.getBoundingClientRect().top - one.getBoundingClientRect().top);
  const before = await captionAt();
  await figure.getByRole("slider", { name: "真实概率" }).press("ArrowRight");
  await figure.getByRole("button", { name: "还原" }).waitFor();
  expect(await captionAt()).toBe(before);
  await leave(visit);
});

test("a learning platform's frame shows one listing, which runs, or one figure, which can be moved, and nothing of the frame scrolls sideways", async () => {
  const platform = createServer((_, response) => {
    const frame = (path: string) => `<iframe src="${course.site.url}linear-networks/${path}" width="360" height="480"></iframe>`;
    response.setHeader("content-type", "text/html");
    response.end(
      frame("linear-regression-scratch/?embed=train") +
        frame("linear-regression/?embed=fig-residuals") +
        frame("linear-regression/?embed=nothing"),
    );
  });
  await new Promise<void>((resolve) => platform.listen(0, "127.0.0.1", resolve));
  const visit = await course.reader(online);
  await visit.page.goto(`http://localhost:${(platform.address() as AddressInfo).port}/`);
  const [listing, figure, missing] = visit.page.frames().slice(1);
  await listing!.locator('[data-listing="train"]').getByRole("button", { name: "运行", exact: true }).click();
  await expect.poll(() => listing!.locator('[data-listing="train"]').getAttribute("data-state"), { timeout: 30_000 }).toBe("done");
  expect(await listing!.locator("course-listing:visible").count()).toBe(1);
  expect(await figure!.locator("course-figure:visible").count()).toBe(1);
  expect(await figure!.locator("h1, h2, course-listing").filter({ visible: true }).count()).toBe(0);
  for (const frame of [listing!, figure!])
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await missing!.getByText("没有编号为 nothing 的").waitFor();
  await visit.context.close();
  platform.closeAllConnections();
  platform.close();
});

test("the page for a wrong address is readable without script however deep it is shown, and says the way home", async () => {
  const visit = await course.reader({ ...online, javaScriptEnabled: false });
  await visit.open("no/such/page/");
  const { page } = visit;
  const width = await page.locator("main").evaluate((main) => main.getBoundingClientRect().width);
  expect(width).toBeLessThan(720);
  expect(await page.getByText("删去末尾的几段").isVisible()).toBe(true);
  expect(await page.locator("button:visible").count()).toBe(0);
  await visit.context.close();
});

test("opened from a folder a section says why nothing runs, and how it would", async () => {
  const visit = await course.reader();
  await visit.page.goto(pathToFileURL("dist/linear-networks/linear-regression/index.html").href);
  expect(await visit.page.locator(".head .file-note").innerText()).toContain("python3 -m http.server");
  expect(await visit.page.locator("[data-run-all]:visible").count()).toBe(0);
  await visit.context.close();
});
