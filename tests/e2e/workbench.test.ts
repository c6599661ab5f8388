/** The reader's workbench: experiments, edits, sharing, taking away; from the built folder, with the production CSP. */
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { launch } from "./browser.ts";
import { reader, serve, type Reader, type Site } from "./site.ts";

let browser: Browser;
let site: Site;
let visit: Reader;
const slug = "linear-regression-scratch";

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
}, 360_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  visit = await (await reader(browser, site, { permissions: ["clipboard-read", "clipboard-write"] })).section(slug);
});
afterEach(async () => {
  expect(visit.complaints).toEqual([]);
  expect(visit.foreign).toEqual([]);
  await visit.page.context().close();
});

const knob = (name: string) => visit.listing("hyper").locator("label", { hasText: name }).locator("input");
const live = () => visit.page.locator('[data-origin="live"]').count();
const button = (name: string) => visit.page.locator(".workbench").getByRole("button", { name, exact: true });
const says = () => visit.page.locator("[data-say]").innerText();
const clipboard = () => visit.page.evaluate(() => navigator.clipboard.readText());

async function openBench(): Promise<void> {
  await visit.page.locator(".workbench > summary").click();
  await button("掷骰子").waitFor();
}

/** Moves a slider to a position from 0 to 1000, as dragging does. */
async function slide(name: string, position: number): Promise<void> {
  await visit.listing("hyper").scrollIntoViewIfNeeded();
  await knob(name).fill(String(position));
}

/** Lines that were added by the reader, as a comparison shows them. */
const added = (place: Page, scope = "") => place.locator(`${scope} .diff ins`).allInnerTexts();

describe("experiments", () => {
  test("a knob rewrites the constant in the visible code and stands in the address, which brings it back without running", async () => {
    await slide("lr", 900);
    const lr = /lr = ([\d.]+)/.exec(await visit.code("hyper"))![1]!;
    expect(Number(lr)).toBeGreaterThan(0.1);
    await expect.poll(() => visit.page.url()).toContain(`#hyper.lr=${lr}`);

    const other = await reader(browser, site);
    await other.page.goto(visit.page.url());
    await expect.poll(() => other.code("hyper")).toContain(`lr = ${lr};`);
    expect(await other.listing("hyper").getAttribute("data-stale")).toBe("edited");
    expect(await other.page.locator('[data-origin="live"]').count()).toBe(0);
    expect(await other.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("edit:")))).toEqual([]);
    expect(await other.run("train")).toBe("done");
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  test("runs with different constants are laid over each other, with a legend of what differed", async () => {
    expect(await visit.run("loss-curve")).toBe("done");
    const runs = visit.listing("loss-curve").locator("[data-runs]");
    expect(await runs.count()).toBe(0);
    await slide("lr", 200);
    const lr = /lr = ([\d.]+)/.exec(await visit.code("hyper"))![1]!;
    expect(await visit.run("loss-curve")).toBe("done");
    await expect.poll(() => runs.locator("li").allInnerTexts()).toEqual(["lr = 0.03", `lr = ${lr}（这一次）`]);
    expect(await runs.locator("svg path").count()).toBe(2);
    expect(await visit.run("loss-curve")).toBe("done"); // the same again is no other run
    expect(await runs.locator("li").count()).toBe(2);
    await runs.getByRole("button", { name: "清空对比" }).click();
    expect(await runs.count()).toBe(0);
  });

  test("the die rolls another seed, shows it, and the address keeps it", async () => {
    expect(await visit.run("synthetic-data")).toBe("done");
    await openBench();
    await button("掷骰子").click();
    const seed = await visit.page.locator("[data-seed]").innerText();
    await expect.poll(() => visit.page.url()).toMatch(new RegExp(`#seed=${seed}$`));
    await visit.run("train");
    const first = await visit.text("train");
    await visit.page.reload();
    await openBench();
    expect(await visit.page.locator("[data-seed]").innerText()).toBe(seed);
    expect(await live()).toBe(0);
    await visit.press("synthetic-data", "运行");
    await visit.ended("synthetic-data");
    await button("用书里的").click();
    await expect.poll(() => visit.page.url()).not.toContain("#");
    expect(first).toMatch(/epoch 3/);
  });
});

describe("edits", () => {
  test("an edited listing wears a badge, is listed, and is compared with the book's", async () => {
    const badge = visit.listing("hyper").locator(".edited");
    expect(await badge.isVisible()).toBe(false);
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.5"));
    expect(await badge.isVisible()).toBe(true);
    await visit.listing("hyper").getByRole("button", { name: "比较" }).click();
    await expect.poll(() => added(visit.page)).toEqual([expect.stringContaining("lr = 0.5")]);
    await openBench();
    expect(await visit.page.locator("[data-edited-list]").innerText()).toMatch(/3\.2-\d+/);
    await visit.press("hyper", "还原");
    expect(await badge.isVisible()).toBe(false);
    await visit.listing("hyper").getByRole("button", { name: "撤销还原" }).click();
    await expect.poll(() => visit.code("hyper")).toContain("lr = 0.5");
  });

  /** A reader who edited an older wording of `hyper`. */
  async function withOlderEdit(): Promise<void> {
    const prefix = new URL(site.url).pathname;
    await visit.page.evaluate(
      ([key, text]) => localStorage.setItem(key!, text!),
      [`linear-networks${prefix}edit:linear-networks/${slug}:hyper:oldhash`, "const lr = 0.7; // 我的"],
    );
    await visit.page.reload();
    await expect.poll(() => visit.listing("hyper").locator("[data-notice]").textContent()).toMatch(/换了新的文字/);
  }
  const offer = (name: string) => visit.listing("hyper").getByRole("button", { name, exact: true });

  test("when the book's text has changed, the old edit is compared and kept on request", async () => {
    await withOlderEdit();
    expect(await visit.code("hyper")).toContain("lr = 0.03");
    await offer("比较").first().click();
    await expect.poll(() => added(visit.page)).toEqual([expect.stringContaining("lr = 0.7; // 我的")]);
    await offer("保留我的").click();
    await expect.poll(() => visit.code("hyper")).toContain("lr = 0.7");
    await visit.page.reload();
    await expect.poll(() => visit.code("hyper")).toContain("lr = 0.7");
    expect(await visit.listing("hyper").locator("[data-notice]").isVisible()).toBe(false);
  });

  test("the new text is taken on request, which can be undone", async () => {
    await withOlderEdit();
    await offer("采用新版").click();
    await offer("撤销").click();
    await offer("采用新版").click();
    await visit.page.reload();
    await visit.listing("hyper").waitFor();
    expect(await visit.code("hyper")).toContain("lr = 0.03");
    expect(await visit.listing("hyper").locator("[data-notice]").isVisible()).toBe(false);
  });

  test("two tabs do not write over each other", async () => {
    const tab = await visit.page.context().newPage();
    await tab.goto(visit.page.url());
    await visit.edit("hyper", (code) => code.replace("0.03", "0.5"));
    await tab.bringToFront();
    await expect.poll(() => tab.locator('[data-listing="hyper"] [data-notice]').textContent()).toMatch(/另一个标签页/);
    expect(await tab.locator('[data-listing="hyper"] pre').first().textContent()).toContain("0.03");
    await tab.locator('[data-listing="hyper"]').getByRole("button", { name: "换成那一页的" }).click();
    expect(await tab.locator('[data-listing="hyper"] pre').first().textContent()).toContain("0.5");
  });
});

describe("sharing", () => {
  test("a link carries edited listings, inert and marked as another's, until they are accepted", async () => {
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.5"));
    await openBench();
    await button("复制带修改的链接").click();
    await expect.poll(says).toMatch(/已复制链接，里面有 1 份/);
    const link = await clipboard();

    const friend = await reader(browser, site);
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
    const plain = await reader(browser, site);
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
    await openBench();
    await button("报告问题").click();
    await expect.poll(says).toMatch(/已复制/);
    const report = await clipboard();
    for (const part of [slug, "（hyper，", "lr = 0.77", "Mozilla", "版本："]) expect(report).toContain(part);
  });
});

describe("taking away", () => {
  async function download(name: string): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([visit.page.waitForEvent("download"), button(name).click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  }

  test("the section comes as one module for Node, with the reader's edits", async () => {
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.031"));
    await openBench();
    const { name, text } = await download("下载 .ts");
    expect(name).toBe(`${slug}.ts`);
    expect(text.split("\n")[1]).toMatch(/npm install @tensorflow\/tfjs@[\d.]+ && node/);
    expect(text).toContain("lr = 0.031");
    expect(text.match(/^import /gm)).toHaveLength(1);
  });

  test("the PyTorch versions come as a notebook", async () => {
    await openBench();
    const { name, text } = await download("下载 PyTorch 笔记本");
    expect(name).toBe(`${slug}.ipynb`);
    const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string[] }[] };
    const code = cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.source.join(""));
    expect(code.length).toBeGreaterThan(5);
    expect(code.join("\n")).toMatch(/import torch/);
    expect(code.join("\n")).toMatch(/\blr = 0\.03/);
  });
});

test("another backend restarts the kernel, says so, and gives the same digits but for rounding", async () => {
  await visit.run("train");
  await openBench();
  const menu = visit.page.getByRole("combobox", { name: "后端" });
  await menu.selectOption("wasm");
  await expect.poll(says).toMatch(/现在用 wasm。内核已重启/);
  expect(await visit.page.locator("[data-backend-active]").innerText()).toBe("正在用 wasm");
  await expect.poll(() => visit.listing("train").getAttribute("data-stale")).toBe("restarted");
  expect(await visit.run("train")).toBe("done");
  expect(await visit.text("train")).toMatch(/epoch 3, loss/);
});

test("a backend the device lacks falls back and is named", async () => {
  await visit.page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { value: {}, configurable: true }));
  await visit.page.reload();
  await openBench();
  await visit.page.getByRole("combobox", { name: "后端" }).selectOption("webgpu");
  await expect.poll(says, { timeout: 30_000 }).toMatch(/用不了 webgpu，退回到 wasm/);
});

test("the quick tier loads the subset, and what it gives is marked", async () => {
  await visit.section("image-classification-dataset");
  await openBench();
  await visit.page.getByRole("combobox", { name: "数据" }).selectOption("quick");
  await expect.poll(says).toMatch(/10 000 张训练图/);
  const id = (await visit.page.locator("[data-listing]").first().getAttribute("data-listing"))!;
  expect(await visit.run(id, 60_000)).toBe("done");
  await expect.poll(() => visit.listing(id).locator("[data-badge]").innerText()).toMatch(/子集/);
});

describe("types", () => {
  const editor = () => visit.listing("init").locator(".cm-content");

  test("names of the libraries and of the section are offered while typing; Esc closes the list, then leaves", async () => {
    await visit.press("init", "编辑");
    await editor().waitFor();
    await visit.page.keyboard.press("ControlOrMeta+End");
    await visit.page.keyboard.type("\ntf.matM");
    const options = visit.listing("init").locator(".cm-tooltip-autocomplete li");
    await expect.poll(() => options.first().innerText()).toMatch(/^matMul/);
    await options.first().click();
    await visit.page.keyboard.type("; featu");
    await expect.poll(() => options.first().innerText()).toMatch(/^features/);
    await visit.page.keyboard.press("Escape");
    expect(await options.count()).toBe(0);
    expect(await visit.code("init")).toMatch(/tf\.matMul; featu$/);
    await visit.page.keyboard.press("Escape");
    expect(await visit.page.evaluate(() => document.activeElement?.textContent)).toBe("运行");
  });

  test("switched on, hovering tells types and mistakes are underlined in Chinese", async () => {
    await visit.press("init", "编辑");
    await editor().waitFor();
    await openBench();
    await button("类型检查").click();
    await expect.poll(says, { timeout: 60_000 }).toMatch(/类型检查已开/);
    await visit.edit("init", (code) => `${code}\nconst wrong: number = features;`);
    const squiggle = visit.listing("init").locator(".cm-lintRange-error");
    await expect.poll(() => squiggle.first().innerText(), { timeout: 30_000 }).toBe("wrong");
    await squiggle.first().hover();
    await expect.poll(() => visit.listing("init").locator(".cm-diagnostic").first().innerText()).toMatch(/不能将类型/);
    await expect.poll(async () => (await visit.listing("init").locator(".cm-type").allInnerTexts()).join()).toMatch(/const wrong: number/);
    await button("类型检查").click();
    await expect.poll(says).toMatch(/已关/);
    expect(await squiggle.count()).toBe(0);
  });
});

test("a reader who only reads and runs is sent nothing of all this", async () => {
  const requests: string[] = [];
  visit.page.on("request", (request) => requests.push(request.url()));
  await visit.page.reload();
  await visit.run("train");
  expect(requests.filter((url) => /(workbench|takeaway|view\.|editor|compile)/.test(url))).toEqual([]);
});
