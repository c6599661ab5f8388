/** What a reader gives away and takes away: links, reports, downloads. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { served } from "../served.ts";
import type { Reader } from "../site.ts";
import { added, button, clipboard, eachReads, openBench, says, slug } from "./bench.ts";

const course = served();
let visit: Reader;
eachReads(course, (reader) => (visit = reader));

describe("sharing", () => {
  test("a link carries edited listings, inert and marked as another's, until they are accepted", async () => {
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.5"));
    await openBench(visit);
    await button(visit, "复制带修改的链接").click();
    await expect.poll(() => says(visit)).toMatch(/已复制链接，里面有 1 份/);
    const link = await clipboard(visit);

    const friend = await course.reader();
    await friend.section(slug);
    await friend.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.02 /* 我的 */"));
    await friend.page.goto("about:blank");
    await friend.page.goto(link);
    const box = friend.page.locator("[data-foreign]");
    await expect.poll(() => box.innerText()).toMatch(/别人的代码/);
    expect(await added(friend.page, "[data-foreign]")).toEqual([expect.stringContaining("lr = 0.5")]);
    expect(await friend.code("hyper")).toContain("0.02 /* 我的 */");
    expect(await friend.page.locator('[data-origin="live"]').count()).toBe(0);

    await box.getByRole("button", { name: "采用" }).click();
    await expect.poll(() => friend.code("hyper")).toContain("lr = 0.5");
    expect(await friend.listing("hyper").locator("[data-notice]").innerText()).toMatch(/别人的代码/);
    expect(await friend.page.locator('[data-origin="live"]').count()).toBe(0);
    expect(friend.page.url()).not.toContain("code=");
    await friend.listing("hyper").getByRole("button", { name: "换回原来的" }).click();
    await expect.poll(() => friend.code("hyper")).toContain("0.02 /* 我的 */");
    expect(friend.complaints).toEqual([]);
    await friend.context.close();
  });

  test("a damaged link says so and changes nothing", async () => {
    await visit.open(`linear-networks/${slug}/#code=broken`);
    await visit.page.reload();
    await expect.poll(() => visit.page.locator("[data-foreign]").innerText()).toMatch(/读不出来/);
    expect(await visit.page.locator("[data-edited]").count()).toBe(0);
  });

  test("复制 works where there is no clipboard", async () => {
    const plain = await course.reader();
    await plain.page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await plain.section(slug);
    await plain.page.evaluate(() =>
      document.addEventListener(
        "copy",
        () => ((window as { took?: string }).took = String((document.activeElement as HTMLTextAreaElement).value)),
      ),
    );
    await plain.press("hyper", "复制");
    expect(await plain.page.evaluate(() => (window as { took?: string }).took)).toContain("lr = 0.03");
    await expect.poll(() => plain.listing("hyper").getByRole("button", { name: "已复制" }).count()).toBe(1);
    await plain.context.close();
  });

  test("a report names page, listing, version, edited code and browser", async () => {
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.77"));
    await openBench(visit);
    await button(visit, "报告问题").click();
    await expect.poll(() => says(visit)).toMatch(/已复制/);
    const report = await clipboard(visit);
    for (const part of [slug, "（hyper，", "lr = 0.77", "Mozilla", "版本："]) expect(report).toContain(part);
  });
});

describe("taking away", () => {
  async function download(name: string): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([visit.page.waitForEvent("download"), button(visit, name).click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  }

  test("the section comes as one module for Node, with the reader's edits", async () => {
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.031"));
    await openBench(visit);
    const { name, text } = await download("下载 .ts");
    expect(name).toBe(`${slug}.ts`);
    expect(text.split("\n")[1]).toMatch(/npm install @tensorflow\/tfjs@[\d.]+ && node/);
    expect(text).toContain("lr = 0.031");
    expect(text.match(/^import /gm)).toHaveLength(1);
  });

  /** The code cells of the section's notebook. */
  async function downloadCode(slug: string): Promise<string[]> {
    await openBench(visit);
    const { name, text } = await download("下载 PyTorch 笔记本");
    expect(name).toBe(`${slug}.ipynb`);
    const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string[] }[] };
    return cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.source.join(""));
  }

  test("the PyTorch versions come as a notebook, before them what earlier sections define", async () => {
    const code = await downloadCode(slug);
    expect(code.length).toBeGreaterThan(5);
    expect(code.join("\n")).toMatch(/import torch/);
    expect(code.join("\n")).toMatch(/\blr = 0\.03/);

    await visit.section("linear-regression-concise");
    const [prelude, ...own] = await downloadCode("linear-regression-concise");
    expect(prelude).toMatch(/^def synthetic_data/m);
    expect(own.join("\n")).toMatch(/= synthetic_data\(/);
  });
});
