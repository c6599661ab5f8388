/** What a run shows, as a reader meets it: values to unfold, displays that live, tensors, doubts, errors with a way on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { online, served } from "./served.ts";
import type { Reader } from "./site.ts";

const course = served();
let visit: Reader;
beforeAll(async () => void (visit = await (await course.reader(online)).section("linear-regression-scratch")));
afterAll(() => visit.page.context().close());

const HOST = "hyper"; // nothing but training needs it
const outputs = () => visit.outputs(HOST);
const notice = (id: string) => visit.listing(id).locator("[data-notice]");

async function starts(code: string): Promise<void> {
  await visit.edit(HOST, () => code);
  await expect.poll(() => visit.listing(HOST).getAttribute("data-stale")).toBe("edited");
  await visit.press(HOST, "运行");
}

async function shows(code: string): Promise<string> {
  await starts(code);
  await visit.ended(HOST);
  return visit.text(HOST);
}

test("a value that is longer than its line unfolds, and so do those inside it", async () => {
  await shows("console.log({ losses: Array.from({ length: 30 }, (_, i) => ({ epoch: i, loss: 1 / (i + 1), note: 'x'.repeat(60) })) });");
  const value = outputs().locator("details.out-object").first();
  expect(await value.locator("li").first().isVisible()).toBe(false);
  await value.locator("summary").first().click();
  await value.locator("details summary").first().click();
  await expect.poll(() => value.innerText()).toMatch(/losses: .*\n0: .*epoch: 0/s);
});

/** An endless listing shows something while it goes on, and is stopped. */
async function showsWhileRunning(code: string, words: RegExp): Promise<void> {
  await starts(code);
  await expect.poll(() => outputs().innerText()).toMatch(words);
  expect(await visit.state(HOST)).toBe("running");
  expect(await outputs().locator("[data-output]").count()).toBe(1);
  await visit.press(HOST, "停止");
  expect(await visit.ended(HOST)).toBe("stopped");
}

const pause = "await new Promise((r) => setTimeout(r, 20));";

test("a display is updated where it stands while its loop goes on, and ends with what came last", async () => {
  await showsWhileRunning(
    `const shown = display('轮 0');\nfor (let i = 1; ; i++) {\n  ${pause}\n  shown.update(\`轮 \${i}\`);\n}`,
    /轮 [1-9]/,
  );
  expect(await shows("const shown = display('轮 0');\nfor (let i = 1; i <= 40; i++) shown.update(`轮 ${i}`);")).toBe("轮 40");
  expect(await outputs().locator("[data-output]").count()).toBe(1);
});

test("progress tells how fast it goes on, and at the end that it has ended", async () => {
  await showsWhileRunning(
    `const bar = display.progress('读取', 1e9);\nfor (let i = 1; ; i++) {\n  ${pause}\n  bar.update(i);\n}`,
    /每秒 \d/,
  );
  expect(await shows("const bar = display.progress('读取', 40);\nbar.update(40);")).toMatch(/读取.*40 \/ 40 · 完成/s);
});

test("a tensor shows its numbers, shape, type and statistics, and its heat map on demand", async () => {
  expect(await shows("display(tf.range(0, 64).reshape([8, 8]));")).toMatch(/\[8, 8\] float32.*最小 0 .*均值 31\.5 .*最大 63/s);
  await outputs().getByText("热图").click();
  const map = outputs().getByRole("img", { name: /^热图/ });
  await expect.poll(() => map.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
});

test.each([
  ["an entry asked of a tensor", "const X = features;\nconst row = X[500];", /第 2 行：.*X\[…\].*gather/s],
  ["a forgotten await", "const load = async () => 1;\nconst x = load();", /x 还是 Promise.*await/s],
  [
    "a seed given twice",
    'const X = tf.randomNormal([1000, 2], 0, 1, "float32", 1);\nconst noise = tf.randomNormal([1000, 1], 0, 0.01, "float32", 1);',
    /第 2 行：种子 1 在第 1 行已经用过.*换一粒/s,
  ],
  ["a number for the seed of a dataset", "const order = await tf.data.array([1, 2, 3]).shuffle(3, 7).toArray();", /第 1 行：.*"7"/s],
  ["numbers sorted as text", "const order = [10, 9, 1].sort();", /order 里的数是按文字排的.*a - b/s],
  [
    "a column and a row that make a square",
    "const y = labels.reshape([-1]);\ntf.tidy(() => void labels.sub(y));",
    /第 2 行：.*\[1000, 1000\].*reshape/s,
  ],
])("%s is pointed out although nothing threw", async (_, code, words) => {
  await shows(code);
  expect(await visit.state(HOST)).toBe("done");
  await expect.poll(() => notice(HOST).innerText()).toMatch(words);
});

/** Where the link in a place leads, from the root of the site. */
async function leadsTo(place: Locator): Promise<string> {
  const href = await place.getByRole("link").evaluate((link) => (link as HTMLAnchorElement).href);
  return href.slice(course.site.url.length);
}

test("what is pointed out leads to where it is taught", async () => {
  await shows("const loss = Math.log(-1);\nconsole.log(loss);");
  await expect.poll(() => leadsTo(notice(HOST))).toBe("linear-networks/linear-regression/#stochastic-gradient-descent");
});

test("what does not compile leads to where it is taught", async () => {
  await shows("const x = ;");
  expect(await leadsTo(outputs().locator('[data-output="error"]'))).toBe("linear-networks/#reading-the-code");
});

test("what failed says so at its line, teaches where, and keeps the original words one click away", async () => {
  const text = await shows("const a = 1;\ntf.ones([2, 3]).matMul(tf.ones([2, 3]));");
  expect(text).toMatch(/第 2 行/);
  const error = outputs().locator('[data-output="error"]');
  const lesson = (await error.getByRole("link").getAttribute("href"))!;
  const page = await visit.page.request.get(new URL(lesson, visit.page.url()).href);
  expect([page.status(), await page.text()]).toEqual([200, expect.stringContaining(`id="${lesson.split("#")[1]}"`)]);
  await error.getByText("原始信息").click();
  expect(await error.innerText()).toContain("inner shapes");
});

test.each([
  [
    "a misspelt import",
    'const a = 1;\nimport { linRegg } from "d2l";\nconsole.log(a, linRegg);',
    /第 2 行.*d2l 里没有 linRegg.*是不是想写 linreg/s,
  ],
  ["an array that was not awaited", "const a = 1;\nconst [mean] = features.mean().data();", /第 2 行.*Promise.*await t\.data\(\)/s],
])("%s says so at its line, and what was meant", async (_, code, words) => {
  expect(await shows(code)).toMatch(words);
});

test("a list of an earlier listing that is changed in place is used up, and made anew before the next run", async () => {
  await visit.edit("init", (code) => `${code}\nconst seen: number[] = [];`);
  expect(await shows("seen.push(1);\nconsole.log(seen.length);")).toBe("1");
  await expect.poll(() => visit.listing("init").getAttribute("data-stale")).toBe("used");
  await visit.run(HOST);
  expect(await visit.text(HOST)).toBe("1");
});
