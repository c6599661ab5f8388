/** What a reader tries: other constants, another seed, another backend, fewer data. */
import { describe, expect, test } from "vitest";
import { online, served } from "../served.ts";
import type { Reader } from "../site.ts";
import { button, eachReads, live, openBench, says, slide } from "./bench.ts";

const course = served();
let visit: Reader;
eachReads(course, (reader) => (visit = reader));

describe("experiments", () => {
  test("a knob rewrites the constant in the visible code and stands in the address, which brings it back without running", async () => {
    await slide(visit, "lr", 900);
    const lr = /lr = ([\d.]+)/.exec(await visit.code("hyper"))![1]!;
    expect(Number(lr)).toBeGreaterThan(0.1);
    await expect.poll(() => visit.page.url()).toContain(`#hyper.lr=${lr}`);
    await visit.press("hyper", "还原");
    await expect.poll(() => visit.page.url()).not.toContain("#");
    await visit.listing("hyper").getByRole("button", { name: "撤销还原" }).click();
    await expect.poll(() => visit.page.url()).toContain(`#hyper.lr=${lr}`);

    const other = await course.reader();
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
    await slide(visit, "lr", 200);
    const lr = /lr = ([\d.]+)/.exec(await visit.code("hyper"))![1]!;
    expect(await visit.run("loss-curve")).toBe("done");
    await expect.poll(() => runs.locator("li").allInnerTexts()).toEqual(["lr = 0.03", `lr = ${lr}（这一次）`]);
    expect(await runs.locator("svg path").count()).toBe(2);
    expect(await visit.run("loss-curve")).toBe("done"); // the same again is no other run
    expect(await runs.locator("li").count()).toBe(2);
    await runs.getByRole("button", { name: "清空对比" }).click();
    expect(await runs.count()).toBe(0);
  });

  test("runs of two seeds are laid over each other, and the address brings the second back to the digit", async () => {
    expect(await visit.run("loss-curve")).toBe("done");
    await openBench(visit);
    await button(visit, "掷骰子").click();
    await expect.poll(() => says(visit)).toMatch(/内核已重启/); // what had run was drawn from the old seed
    expect(await visit.listing("init").getAttribute("data-stale")).toBe("restarted");
    const seed = await visit.page.locator("[data-seed]").innerText();
    expect(await visit.run("loss-curve")).toBe("done");
    const runs = visit.listing("loss-curve").locator("[data-runs]");
    await expect.poll(() => runs.locator("li").allInnerTexts()).toEqual(["种子 = 1", `种子 = ${seed}（这一次）`]);
    const curves = () => runs.locator("svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
    const [first, second] = await curves();
    expect(second).not.toBe(first);
    const losses = await visit.text("train");

    const other = await course.reader(online);
    await other.page.goto(visit.page.url());
    expect(await live(other)).toBe(0);
    expect(await other.run("train")).toBe("done");
    expect(await other.text("train")).toBe(losses);
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  test("the die rolls another seed, shows it, and the address keeps it", async () => {
    expect(await visit.run("synthetic-data")).toBe("done");
    await openBench(visit);
    await button(visit, "掷骰子").click();
    const seed = await visit.page.locator("[data-seed]").innerText();
    await expect.poll(() => visit.page.url()).toMatch(new RegExp(`#seed=${seed}$`));
    await visit.page.reload();
    await expect.poll(() => visit.page.locator(".workbench > summary").innerText()).toBe(`工作台 · 种子 ${seed}`);
    await openBench(visit);
    expect(await visit.page.locator("[data-seed]").innerText()).toBe(seed);
    expect(await live(visit)).toBe(0);
    await button(visit, "用书里的").click();
    await expect.poll(() => visit.page.url()).not.toContain("#");
    expect(await visit.page.locator(".workbench > summary").innerText()).toBe("工作台");
  });
});

test("another backend restarts the kernel, says so, and gives the same digits but for rounding", async () => {
  await visit.run("train");
  await openBench(visit);
  const menu = visit.page.getByRole("combobox", { name: "后端" });
  await menu.selectOption("wasm");
  await expect.poll(() => says(visit)).toMatch(/现在用 wasm。内核已重启/);
  expect(await visit.page.locator("[data-backend-active]").innerText()).toBe("正在用 wasm");
  await expect.poll(() => visit.listing("train").getAttribute("data-stale")).toBe("restarted");
  expect(await visit.run("train")).toBe("done");
  expect(await visit.text("train")).toMatch(/epoch 3, loss/);
});

test("a backend the device lacks falls back and is named", async () => {
  await visit.page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { value: {}, configurable: true }));
  await visit.page.reload();
  await openBench(visit);
  await visit.page.getByRole("combobox", { name: "后端" }).selectOption("webgpu");
  await expect.poll(() => says(visit), { timeout: 30_000 }).toMatch(/用不了 webgpu，退回到 wasm/);
});

test("the quick tier loads the subset, and what it gives is marked", async () => {
  await visit.section("image-classification-dataset");
  await openBench(visit);
  await visit.page.getByRole("combobox", { name: "数据" }).selectOption("quick");
  await expect.poll(() => says(visit)).toMatch(/10 000 张训练图/);
  const id = (await visit.page.locator("[data-listing]").first().getAttribute("data-listing"))!;
  expect(await visit.run(id, 60_000)).toBe("done");
  await expect.poll(() => visit.listing(id).locator("[data-badge]").innerText()).toMatch(/子集/);
});

test("a reader who only reads and runs is sent nothing of all this", async () => {
  const requests: string[] = [];
  visit.page.on("request", (request) => requests.push(request.url()));
  await visit.page.reload();
  await visit.run("train");
  expect(requests.filter((url) => /(workbench|takeaway|\/view\.|editor|types|compile)/.test(url))).toEqual([]);
});
