/** After the first visit the course works without network; a new edition announces itself and never mixes with the old. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { served } from "./served.ts";

const folder = mkdtempSync(join(tmpdir(), "course-"));

const course = served(folder);

beforeAll(() => cpSync("dist", folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many files the caches of this site hold. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const counts = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(counts)).reduce((a, b) => a + b, 0);
  });

/** Waits until the idle worker has fetched the whole edition. */
async function settled(page: Page): Promise<void> {
  const edition = await page.evaluate(
    async () => ((await (await fetch("/a/b/sw.js")).text()).match(/"?[\w./-]+"?:\s*["'`][0-9a-f]{64}/g) ?? []).length,
  );
  await expect.poll(() => kept(page), { timeout: 60_000, interval: 200 }).toBeGreaterThanOrEqual(edition);
}

test("without network the section is read, its listings run, and other sections open", async () => {
  const visit = await course.reader();
  await visit.section("linear-regression-scratch");
  await settled(visit.page);
  await visit.context.setOffline(true);
  await visit.page.reload();
  expect(await visit.run("errors")).toBe("done");
  await visit.section("linear-regression");
  expect(await visit.page.locator("h1").innerText()).toContain("线性回归");
  await visit.context.close();
});

test("a new edition announces itself, waits for the reader, and then is the only one kept", async () => {
  const visit = await course.reader();
  await visit.open("about/");
  await settled(visit.page);
  await visit.page.reload();
  const page = join(folder, "about/index.html");
  const worker = join(folder, "sw.js");
  writeFileSync(page, readFileSync(page, "utf8").replace(/<h1[^>]*>/, "$&新版"));
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/(version:\s*["'`])[0-9a-f]{12}/, "$1ffffffffffff"));
  await visit.page.reload();
  const button = visit.page.getByRole("button", { name: "换到新版" });
  await button.waitFor({ timeout: 20_000 });
  expect(await visit.page.locator("h1").innerText()).not.toContain("新版");
  await button.click();
  await expect.poll(() => visit.page.locator("h1").innerText(), { timeout: 20_000 }).toContain("新版");
  expect(await visit.page.evaluate(async () => (await caches.keys()).filter((name) => name.includes("/a/b/")).length)).toBe(1);
  await visit.context.close();
});
