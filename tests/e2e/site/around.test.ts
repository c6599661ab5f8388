/** The site around the sections: wrong addresses, keys, addresses of parts, modes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { intercept, serve } from "../../serve.ts";
import { leave, online, served } from "../served.ts";
import { reader } from "../site.ts";

const course = served();

test("a wrong address, however deep, leads to a page that says which one was meant", async () => {
  const visit = await course.reader();
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
  const visit = await course.reader();
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
  const visit = await course.reader();
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
  const visit = await course.reader({ reducedMotion: "reduce" });
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
  const visit = await course.reader();
  await visit.open("linear-networks/linear-regression-scratch/?embed=errors");
  await visit.page.locator("html[data-embed]").waitFor();
  expect(await visit.page.locator("h1").isVisible()).toBe(false);
  expect(await visit.page.locator("course-listing:visible").count()).toBe(1);
  expect(await visit.run("errors")).toBe("done");
  await visit.context.close();
});

test("a link of the contents leads to its heading, which stays there while the blocks above it are measured", async () => {
  const visit = await course.reader(online);
  await visit.section("softmax-regression");
  const { page } = visit;
  await page.locator("nav.at-side a[href='#parameter-cost']").click();
  const top = () => page.locator("#parameter-cost").evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(40);
  const landed = await top();
  const guessed = () =>
    page.locator(".block").evaluateAll((blocks) => blocks.filter((block) => block.getBoundingClientRect().height === 640).length);
  await expect.poll(guessed, { timeout: 30_000 }).toBe(0);
  expect(Math.abs((await top()) - landed)).toBeLessThanOrEqual(2);
  await leave(visit);
});

test("the least that 部署 asks of a host's own policy lets listings run; with the hash of the first script nothing is refused", async () => {
  const [, least = ""] = /```text\n(script-src .*)\n```/.exec(readFileSync("content/about/deployment.mdx", "utf8")) ?? [];
  const [, whole = ""] = /Content-Security-Policy: (.*)/.exec(readFileSync("dist/_headers", "utf8")) ?? [];
  for (const policy of [least, whole]) {
    const site = await serve();
    intercept(site, (_, response) => {
      response.setHeader("content-security-policy", policy);
      return false;
    });
    const visit = await reader(course.browser, site, online);
    await visit.section("linear-regression-scratch");
    expect(await visit.run("data")).toBe("done");
    expect(await visit.page.locator("html").getAttribute("class")).toBe("js");
    if (policy === least) expect(visit.complaints.splice(0)).toEqual([expect.stringContaining("inline script")]);
    await leave(visit);
    await site.close();
  }
});
