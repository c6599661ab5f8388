/** Section 3.2 in a real Chromium, from the built folder under a sub-path, with the production CSP. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { leave, served } from "./served.ts";
import type { Reader } from "./site.ts";

const course = served();
let visit: Reader;
beforeEach(async () => {
  visit = await (await course.reader()).section("linear-regression-scratch");
});
afterEach(() => leave(visit));

const finalLoss = (text: string) => Number(/epoch 3, loss (\S+)/.exec(text)?.[1]);

test("every listing shows its record before anything runs", async () => {
  const listings = visit.page.locator("[data-listing]");
  expect(await listings.count()).toBeGreaterThanOrEqual(9);
  await expect.poll(() => visit.page.locator('[data-listing="train"] [data-origin="record"]').count()).toBeGreaterThan(0);
  expect(finalLoss(await visit.text("train"))).toBeLessThan(7e-5);
});

test("the last listing runs on a fresh page with just what it needs", async () => {
  expect(await visit.run("errors")).toBe("done");
  expect(finalLoss(await visit.text("train"))).toBeLessThan(7e-5);
  expect(await visit.state("scatter")).toBe("idle");
  expect(await visit.state("first-batch")).toBe("idle");
  expect(await visit.outputs("errors").locator('[data-origin="live"]').count()).toBeGreaterThan(0);
});

test("training a second time prints the same digits", async () => {
  await visit.run("train");
  const first = await visit.text("train");
  await visit.run("train");
  expect(await visit.text("train")).toBe(first);
});

test("a learning rate of 10 shows NaN as it is, and 0.03 converges again", async () => {
  await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 10"));
  await visit.run("train");
  expect(await visit.text("train")).toMatch(/NaN/);
  await visit.edit("hyper", (code) => code.replace("lr = 10", "lr = 0.03"));
  await visit.run("train");
  expect(finalLoss(await visit.text("train"))).toBeLessThan(7e-5);
});

test("an endless loop is stopped while the page answers, and running goes on afterwards", async () => {
  await visit.edit("hyper", (code) => `${code}\nfor (;;) {}`);
  await visit.press("hyper", "运行");
  await expect.poll(() => visit.state("hyper")).toBe("running");
  expect(await visit.page.evaluate(() => 6 * 7)).toBe(42);
  await visit.press("hyper", "停止");
  await expect.poll(() => visit.state("hyper")).toBe("stopped");
  await visit.edit("hyper", (code) => code.replace("\nfor (;;) {}", ""));
  expect(await visit.run("errors")).toBe("done");
});

test("an edit is there after a reload and nothing runs by itself", async () => {
  await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.01"));
  await visit.page.reload();
  await expect.poll(() => visit.code("hyper")).toContain("lr = 0.01");
  expect(await visit.listing("hyper").getAttribute("data-stale")).toBe("edited");
  expect(await visit.page.locator('[data-origin="live"]').count()).toBe(0);
  await visit.press("hyper", "还原");
  await expect.poll(() => visit.code("hyper")).toContain("lr = 0.03");
});
