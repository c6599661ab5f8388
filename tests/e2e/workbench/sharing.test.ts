/** What a reader gives away and takes away: links, reports, downloads. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { online, served } from "../served.ts";
import { addressOf, sections } from "../site/files.ts";
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
    const mark = () => friend.listing("hyper").locator(".edited").textContent();
    expect(await mark()).toBe("别人的代码");
    await friend.page.reload(); // it stays another's, and one's own is not forgotten
    await expect.poll(() => friend.listing("hyper").locator("[data-notice]").textContent()).toMatch(/别人的代码/);
    expect(await mark()).toBe("别人的代码");
    expect(await friend.code("hyper")).toContain("lr = 0.5");
    await friend.listing("hyper").getByRole("button", { name: "换回我的" }).click();
    await expect.poll(() => friend.code("hyper")).toContain("0.02 /* 我的 */");
    expect(await mark()).toBe("已改");
    expect(friend.complaints).toEqual([]);
    await friend.context.close();
  });

  test("of several listings in a link some are refused, or all the rest taken at once", async () => {
    for (const id of ["hyper", "init", "linreg"]) await visit.edit(id, (code) => `${code} // 老师的`);
    await openBench(visit);
    await button(visit, "复制带修改的链接").click();
    await expect.poll(() => says(visit)).toMatch(/里面有 3 份/);
    const friend = await course.reader(online);
    await friend.page.goto(await clipboard(visit));
    const box = friend.page.locator("[data-foreign]");
    await box
      .getByRole("button", { name: /：不要$/ })
      .first()
      .click();
    await box.getByRole("button", { name: "都采用" }).click();
    await expect.poll(() => friend.page.locator("[data-foreign-code]").count()).toBe(2);
    expect(await box.count()).toBe(0);
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
    await plain.pressUntil(plain.listing("hyper").getByRole("button", { name: "复制", exact: true }), "已复制");
    expect(await plain.page.evaluate(() => (window as { took?: string }).took)).toContain("lr = 0.03");
    await plain.context.close();
  });

  test("a report names page, listing, version, edited code and browser", async () => {
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.77"));
    await openBench(visit);
    await button(visit, "报告问题").click();
    await expect.poll(() => says(visit)).toMatch(/已复制/);
    const report = await clipboard(visit);
    for (const part of [slug, "（hyper，", "lr = 0.77", "Mozilla"]) expect(report).toContain(part);
    const version = (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
    expect(report).toContain(`版本：${version}`);
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

  test.each(sections)(
    "the module of %s runs under Node to its end, next to nothing but TensorFlow.js",
    { timeout: 240_000 },
    async (page) => {
      await visit.page.evaluate((key) => localStorage.setItem(key, "quick"), `linear-networks${new URL(course.site.url).pathname}tier`);
      await visit.open(addressOf(page));
      await openBench(visit);
      const { name, text } = await download("下载 .ts");
      const { stdout } = await runUnderNode(name, `${text}\nconsole.log("到头了");\n`);
      expect(stdout).toMatch(/到头了\n$/);
    },
  );

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

/** Runs a module in a folder that has TensorFlow.js and nothing of this repository. */
async function runUnderNode(name: string, text: string): Promise<{ stdout: string }> {
  const folder = mkdtempSync(join(tmpdir(), "taken-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("node_modules/@tensorflow"), join(folder, "node_modules/@tensorflow"));
    writeFileSync(join(folder, name), text);
    return await promisify(execFile)(process.execPath, [name], { cwd: folder, maxBuffer: 1e8 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
