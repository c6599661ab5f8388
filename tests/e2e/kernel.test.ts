/** What a reader of other notebooks suffered from is impossible here: the kernel, seen from the page. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { online, served } from "./served.ts";
import type { Reader } from "./site.ts";

const course = served();
let visit: Reader;

const open = async () => void (visit = await (await course.reader(online)).section("linear-regression-scratch"));
const close = () => visit.page.context().close();

function eachOnAFreshPage(): void {
  beforeEach(open);
  afterEach(close);
}

/** For tests that replace the code of one listing: to open a page takes longer than to run it. */
function allOnOnePage(): void {
  beforeAll(open);
  afterAll(close);
}

/** Replaces the code of the listing `hyper`, which nothing but training needs, runs it and tells what it shows. */
async function runs(code: string): Promise<{ state: string | null; text: string }> {
  await visit.edit("hyper", () => code);
  await expect.poll(() => stale("hyper")).toBe("edited"); // and no longer done or failed from a run before
  const state = await visit.run("hyper", 60_000);
  return { state, text: await visit.text("hyper") };
}

const stale = (id: string) => visit.listing(id).getAttribute("data-stale");

describe("staleness", () => {
  eachOnAFreshPage();

  test("an edit marks the listing and names its dependents as upstream-stale, and runs nothing", async () => {
    await visit.run("errors");
    await visit.edit("hyper", (code) => code.replace("0.03", "0.02"));
    await expect.poll(() => stale("hyper")).toBe("edited");
    await expect.poll(() => stale("train")).toBe("upstream");
    expect(await visit.state("train")).toBe("stale");
    await visit.run("errors");
    expect(await visit.state("train")).toBe("done");
  });

  test("restarting the kernel keeps the outputs and marks them", async () => {
    await visit.run("errors");
    const shown = await visit.text("train");
    await visit.page.getByRole("button", { name: "重启内核" }).click();
    await expect.poll(() => stale("train")).toBe("restarted");
    expect(await visit.text("train")).toBe(shown);
    expect(await visit.run("errors")).toBe("done");
  });

  test("a listing whose variables were trained is marked as used", async () => {
    await visit.run("train");
    await expect.poll(() => stale("init")).toBe("used");
  });

  test("全部运行 runs every listing of the book's text to its end", async () => {
    await visit.page.getByRole("button", { name: "全部运行" }).click();
    const ids = await visit.page
      .locator("[data-listing]")
      .evaluateAll((all) => all.filter((e) => !e.closest("[data-exercise]")).map((e) => e.getAttribute("data-listing")!));
    for (const id of ids) expect([id, await visit.ended(id, 60_000)]).toEqual([id, "done"]);
  });

  test("a failing prerequisite stops the chain and is pointed at", async () => {
    await visit.edit("init", (code) => `${code}\nthrow new Error("here");`);
    await visit.press("errors", "运行");
    expect(await visit.ended("init")).toBe("failed");
    await expect.poll(() => visit.state("errors")).not.toBe("queued");
    expect(await visit.state("errors")).not.toBe("done");
    expect(await visit.outputs("init").locator('[data-output="error"]').count()).toBe(1);
  });
});

describe("stop", () => {
  eachOnAFreshPage();

  test("keeps what was shown, and the next run replays what it needs", async () => {
    await visit.edit("hyper", (code) => `${code}\nconsole.log("开始");\nfor (;;) {}`);
    await visit.press("hyper", "运行");
    await expect.poll(() => visit.text("hyper")).toContain("开始");
    await visit.press("hyper", "停止");
    await expect.poll(() => visit.state("hyper")).toBe("stopped");
    expect(await visit.text("hyper")).toContain("开始");
    expect(await visit.run("linreg")).toBe("done");
  });
});

describe("outputs", () => {
  allOnOnePage();

  test("a million printed lines leave the page smooth and are counted", async () => {
    const { state, text } = await runs("for (let i = 0; i < 1e6; i++) console.log(i);");
    expect(state).toBe("done");
    expect(text).toMatch(/999999/);
    expect(await visit.outputs("hyper").locator("*").count()).toBeLessThan(5000);
  });

  test.each([
    ["console.log({ a: [1, 2, { b: 3 }] });", "text"],
    ["display(tf.range(0, 6).reshape([2, 3]));", "tensor"],
    ["display.table([{ 轮: 1, 损失: 0.5 }]);", "table"],
    ["display.images(tf.zeros([4, 8, 8]), { columns: 4 });", "image"],
    ["display(Plot.dot([[1, 2]]).plot());", "plot"],
    ["const bar = display.progress('读取', 10); bar.update(10);", "progress"],
    ["throw new Error('x');", "error"],
  ])("%s shows an output of its kind", async (code, kind) => {
    await runs(code);
    expect(await visit.outputs("hyper").locator(`[data-output="${kind}"][data-origin="live"]`).count()).toBe(1);
  });
});

describe("errors teach", () => {
  allOnOnePage();

  test.each([
    ["tf.ones([2, 3]).matMul(tf.ones([2, 3]));", 1, /形状/],
    ["const a = 1;\n\ntf.ones([2, 2]).matMul(tf.tensor1d([1, 2]));", 3, /矩阵|matMul|秩|维/],
    ["const t = tf.ones([2]);\nt.dispose();\nt.add(1);", 3, /释放/],
    ["const v = tf.variable(tf.ones([2]));\ntf.variableGrads(() => v.mul(2));", 2, /标量|一个数/],
    ["const t = tf.ones([2]);\nconsole.log(t * 2);", 2, /张量/],
    ["const t = tf.ones([2]);\nconst sum = t + 1;", 2, /张量.*add/s],
    ["trueB = 3;", 1, /trueB/],
    ["const x = ;", 1, /不认识/],
    ["console.log(nosuchname);", 1, /nosuchname/],
    ["const f = () => f();\nf();", undefined, /递归/],
    ["throw 42;", undefined, /42/],
    ["await fetch('https://example.com/');", undefined, /网络|请求|来源|站点/],
    ["tf.oneHot(tf.tensor1d([0.5, 1]), 3);", 1, /整数|int32/],
    ["const t = tf.ones([30]);\nconst x = t[10];", 2, /gather\(10\)/],
    ["const load = async () => tf.ones([2]);\ntf.ones([2]).add(load());", 2, /await/],
    ["const positive = tf.grad((x) => x.greater(0).toFloat().sum());\npositive(tf.ones([2]));", 2, /没有梯度/],
  ] as const)("%j is explained in Chinese at its line", async (code, line, words) => {
    const { state } = await runs(code);
    expect(state).toBe("failed");
    const error = visit.outputs("hyper").locator('[data-output="error"]');
    expect(await error.innerText()).toMatch(words);
    if (line) expect(await error.innerText()).toMatch(new RegExp(`第 ?${line} ?行`));
  });
});

describe("isolation", () => {
  allOnOnePage();

  test.each([
    "caches",
    "indexedDB",
    "Worker",
    "SharedWorker",
    "BroadcastChannel",
    "WebSocket",
    "EventSource",
    "XMLHttpRequest",
    "close",
    "postMessage",
  ])("a listing finds no %s", async (name) => {
    const { text } = await runs(
      `console.log(typeof globalThis[${JSON.stringify(name)}], typeof Object.getPrototypeOf(globalThis)[${JSON.stringify(name)}]);`,
    );
    expect(text).toBe("undefined undefined");
  });

  test("replacing an intrinsic restarts the kernel and says so", async () => {
    await visit.edit("hyper", () => "Array.prototype.map = () => [];");
    await visit.press("hyper", "运行");
    await expect.poll(() => stale("hyper"), { timeout: 10_000 }).toBe("restarted");
    expect(await visit.page.locator("body").innerText()).toMatch(/Array\.prototype\.map.*重启/s);
    expect(await visit.run("linreg")).toBe("done");
  });

  test("a listing cannot import from another origin or evaluate text", async () => {
    expect((await runs("await import('https://example.com/x.js');")).state).toBe("failed");
    expect((await runs("new Function('return 1')();")).state).toBe("failed");
  });
});

describe("shapes and memory in sight", () => {
  allOnOnePage();

  test("the panel lists the section's live tensors by name", async () => {
    await visit.run("errors");
    await visit.page.getByText("内核里的张量").first().click();
    const panel = visit.page.locator(".tensors");
    await expect.poll(() => panel.innerText()).toMatch(/features\s+\[1000, 2\]\s+float32/);
    expect(await panel.innerText()).toMatch(/\bw\s+\[2, 1\]/);
  });

  test("tensors that nothing holds are told with the remedy", async () => {
    await runs("for (let i = 0; i < 30; i++) tf.ones([512, 512]);");
    await expect.poll(() => visit.listing("hyper").locator("[data-notice]").innerText()).toMatch(/30 个没有名字的张量.*tf\.tidy/s);
  });

  test("the first NaN is pointed out although nothing threw", async () => {
    await runs("console.log(Math.log(-1));");
    await expect.poll(() => visit.listing("hyper").locator("[data-notice]").innerText()).toMatch(/NaN/);
  });
});
