/** The student: attempts judged, hints, answers, progress, and everything carried away and back. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { leave, online, served } from "./served.ts";
import { faults, faultsByNight } from "./site/axe.ts";
import type { Reader } from "./site.ts";

const course = served();
let visit: Reader;
beforeEach(async () => {
  visit = await (await course.reader(online)).section("linear-regression-scratch");
});
afterEach(() => leave(visit));

/** The machine may be busy. */
const PATIENTLY = { timeout: 15_000 };

const exercise = (id: string): Locator => visit.page.locator(`[data-exercise="${id}"]`);
const button = (id: string, name: string) => exercise(id).getByRole("button", { name, exact: true });
const progress = (id: string) => exercise(id).getAttribute("data-progress");

/** Presses 检查 and waits for the verdict. */
async function checks(id: string, timeout = 30_000): Promise<{ verdict: string | null; says: string }> {
  await button(id, "检查").click();
  const verdict = exercise(id).locator("[data-verdict]");
  await verdict.waitFor({ timeout });
  return { verdict: await verdict.getAttribute("data-verdict"), says: await verdict.innerText() };
}

const WRONG = "return yHat.sub(y).square().div(2);";
const RIGHT = "return yHat.sub(y.reshape(yHat.shape)).square().div(2);";

test("a function is refused for its blank, for its mistake by name, and accepted when it is right", async () => {
  expect(await progress("3.2.9-5")).toBe("new");
  const blank = await checks("3.2.9-5");
  expect(blank.verdict).toBe("error");
  expect(blank.says).toContain("空");
  expect(await exercise("3.2.9-5").locator("[data-standing]").innerText()).toBe("未做");
  await visit.edit("attempt-3-2-9-5", (code) => code.replace("return ____;", WRONG));
  const wrong = await checks("3.2.9-5");
  expect(wrong.verdict).toBe("fail");
  expect(wrong.says).toContain("广播");
  expect(await progress("3.2.9-5")).toBe("tried");
  await visit.edit("attempt-3-2-9-5", (code) => code.replace(WRONG, RIGHT));
  expect((await checks("3.2.9-5")).verdict).toBe("pass");
  expect(await progress("3.2.9-5")).toBe("passed");
});

test("a syntax error is explained at its line, and a failing call too", async () => {
  await visit.edit("attempt-3-2-9-5", (code) => code.replace("return ____;", "return yHat.sub(y;"));
  const syntax = await checks("3.2.9-5");
  expect(syntax.verdict).toBe("error");
  expect(syntax.says).toMatch(/第 \d+ 行/);
  await visit.edit("attempt-3-2-9-5", (code) => code.replace("return yHat.sub(y;", "return yHat.matMul(y);"));
  const failing = await checks("3.2.9-5");
  expect(failing.verdict).toBe("error");
  expect(failing.says).toMatch(/[\u4e00-\u9fff]/);
});

test("an endless attempt is stopped, and neither the page nor the reader's kernel is touched", async () => {
  expect(await visit.run("init")).toBe("done");
  await visit.edit("attempt-3-2-9-7", (code) => code.replace("____", "for (;;) {}"));
  await button("3.2.9-7", "检查").click();
  expect(await visit.page.evaluate(() => 6 * 7)).toBe(42);
  await expect.poll(() => exercise("3.2.9-7").locator("[data-verdict]").count(), { timeout: 30_000 }).toBe(1);
  const verdict = exercise("3.2.9-7").locator("[data-verdict]");
  expect(await verdict.getAttribute("data-verdict")).toBe("error");
  expect(await verdict.innerText()).toContain("循环");
  expect(await visit.state("init")).toBe("done");
});

test("a check under way is stopped by its own button, which keeps the focus, and nothing is held against the reader", async () => {
  await visit.edit("attempt-3-2-9-7", (code) => code.replace("____", "for (;;) {}"));
  const says = exercise("3.2.9-7").locator("[data-says]");
  await button("3.2.9-7", "检查").focus();
  await visit.page.keyboard.press("Enter");
  await button("3.2.9-7", "停止检查").waitFor();
  await visit.page.keyboard.press("Enter");
  await button("3.2.9-7", "检查").waitFor();
  expect(await says.innerText()).toBe("已停止检查。");
  expect(await says.getAttribute("role")).toBe("status");
  expect(await visit.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("检查");
  expect(await exercise("3.2.9-7").locator("[data-verdict]").count()).toBe(0);
  expect(await progress("3.2.9-7")).toBe("new");
});

test("an attempt that replaces a prototype is told so, and not taken for a loop", async () => {
  await visit.edit("attempt-3-2-9-7", (code) => code.replace("____", "Array.prototype.map = () => [] as never;"));
  const { verdict, says } = await checks("3.2.9-7");
  expect(verdict).toBe("error");
  expect(says).toContain("Array.prototype.map");
  expect(says).not.toContain("循环");
});

test("a choice is made, judged and kept by keyboard alone", async () => {
  await exercise("3.2.9-1").locator('input[value="stuck"]').focus();
  await visit.page.keyboard.press("Space");
  await visit.page.keyboard.press("Enter");
  await expect.poll(() => exercise("3.2.9-1").locator("[data-verdict]").getAttribute("data-verdict"), PATIENTLY).toBe("fail");
  await exercise("3.2.9-1").locator('input[value="stuck"]').focus();
  await visit.page.keyboard.press("ArrowDown");
  await visit.page.keyboard.press("ArrowDown");
  await visit.page.keyboard.press("Enter");
  await expect.poll(() => exercise("3.2.9-1").locator("[data-verdict]").getAttribute("data-verdict"), PATIENTLY).toBe("pass");
  await visit.page.reload();
  await expect.poll(() => exercise("3.2.9-1").locator('input[value="works"]').isChecked(), PATIENTLY).toBe(true);
  expect(await progress("3.2.9-1")).toBe("passed");
});

test("code is written, left with Esc and Tab, and checked by keyboard alone", async () => {
  const { keyboard } = visit.page;
  const code = (await visit.code("attempt-3-2-9-5")).replace("return ____;", RIGHT);
  await visit.listing("attempt-3-2-9-5").getByRole("button", { name: "编辑", exact: true }).focus();
  await keyboard.press("Enter");
  const focused = visit.listing("attempt-3-2-9-5").locator(".cm-focused");
  await focused.waitFor();
  await keyboard.press("ControlOrMeta+a");
  await keyboard.insertText(code);
  for (let presses = 0; presses < 3 && (await focused.count()) > 0; presses++) await keyboard.press("Escape"); // the first may close completions
  const isAtCheck = () => button("3.2.9-5", "检查").evaluate((check) => check === document.activeElement);
  for (let presses = 0; presses < 10 && !(await isAtCheck()); presses++) await keyboard.press("Tab");
  await keyboard.press("Enter");
  await exercise("3.2.9-5").locator('[data-verdict="pass"]').waitFor({ timeout: 30_000 });
  expect(await visit.code("attempt-3-2-9-5")).toBe(code); // Tab wrote nothing
});

test("steps are put in order by their buttons, and stay so", async () => {
  await visit.section("softmax-regression");
  const list = exercise("3.4.10-3.1").locator(".steps > li");
  const order = () => list.evaluateAll((steps) => steps.map((step) => (step as HTMLElement).dataset.step));
  const [first, second] = await order();
  await list.nth(1).getByRole("button", { name: "上移" }).focus();
  await visit.page.keyboard.press("Enter");
  await expect.poll(async () => (await order()).slice(0, 2), PATIENTLY).toEqual([second, first]);
  expect(await visit.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("上移");
  await visit.page.reload();
  await expect.poll(async () => (await order()).slice(0, 2), PATIENTLY).toEqual([second, first]);
});

test("a number is read in the ways people write it", async () => {
  const field = exercise("3.2.9-4").locator("[data-entry]");
  await field.fill("６１．６");
  await field.press("Enter");
  await expect.poll(() => exercise("3.2.9-4").locator("[data-verdict]").getAttribute("data-verdict"), PATIENTLY).toBe("fail");
  await field.fill("２３５");
  expect((await checks("3.2.9-4")).verdict).toBe("pass");
});

test("axe finds nothing at attempts of every kind, with what is said of them", async () => {
  const parts = (...ids: string[]) => ids.map((id) => `[data-exercise="${id}"] course-attempt`);
  await exercise("3.2.9-1").locator('input[value="stuck"]').check();
  await exercise("3.2.9-4").locator("[data-entry]").fill("235");
  const ids = ["3.2.9-1", "3.2.9-4", "3.2.9-5"];
  for (const id of ids) await checks(id); // wrong, right, not filled in
  expect(await faults(visit.page, ...parts(...ids))).toEqual([]);
  expect(await faultsByNight(visit.page, ...parts(...ids))).toEqual([]);
  await visit.section("softmax-regression");
  await checks("3.4.10-3.1");
  expect(await faults(visit.page, ...parts("3.4.10-3.1"))).toEqual([]);
});

test("hints come one at a time, the answer opens and closes, and the question remembers it", async () => {
  const hints = exercise("3.2.9-3").locator("[data-hint]");
  const shown = () => hints.evaluateAll((all) => all.filter((hint) => (hint as HTMLElement).checkVisibility()).length);
  await exercise("3.2.9-3").scrollIntoViewIfNeeded();
  expect(await shown()).toBe(0);
  for (const count of [1, 2, 3]) {
    await button("3.2.9-3", "提示").click();
    await expect.poll(shown, PATIENTLY).toBe(count);
  }
  expect(await button("3.2.9-3", "提示").isDisabled()).toBe(true);
  const answer = exercise("3.2.9-3").locator("[data-answer]");
  expect(await answer.evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
  await answer.locator("> summary").click();
  await expect.poll(() => progress("3.2.9-3"), PATIENTLY).toBe("seen");
  expect(await exercise("3.2.9-3").locator("[data-standing]").innerText()).toBe("看过答案");
  await answer.locator("> summary").click();
  await visit.page.reload();
  expect(await progress("3.2.9-3")).toBe("seen");
});

test("the chapter's contents count what was passed", async () => {
  await exercise("3.2.9-4").locator("[data-entry]").fill("235");
  await checks("3.2.9-4");
  const ring = visit.page.locator('.at-side section-progress[number="3.2"]');
  await expect.poll(() => ring.innerText(), PATIENTLY).toContain("1/7");
  await visit.section("linear-regression-concise");
  await expect.poll(() => ring.innerText(), PATIENTLY).toContain("1/7");
});

test("everything is exported, cleared after asking, and imported again; a foreign file is refused", async () => {
  await visit.edit("attempt-3-2-9-5", (code) => code.replace("return ____;", RIGHT));
  await checks("3.2.9-5");
  await visit.open("about/data/");
  const says = visit.page.locator("course-data > [data-says]");
  const [download] = await Promise.all([
    visit.page.waitForEvent("download"),
    visit.page.getByRole("button", { name: "导出", exact: true }).click(),
  ]);
  const file = readFileSync((await download.path())!, "utf8");
  expect(JSON.parse(file)).toMatchObject({ format: "linear-networks", version: 1 });

  await visit.page.getByRole("button", { name: "清空本机" }).click();
  await visit.page.getByRole("button", { name: "不清空" }).click();
  expect(await visit.page.locator("[data-inventory]").innerText()).toContain("1 份改过的代码");
  await visit.page.getByRole("button", { name: "清空本机" }).click();
  await visit.page.getByRole("button", { name: "清空", exact: true }).click();
  await expect.poll(() => visit.page.locator("[data-inventory]").innerText(), PATIENTLY).toContain("0 份改过的代码");

  const choose = (name: string, text: string) =>
    visit.page.locator("[data-import]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await choose("other.json", '{"format":"cooking"}');
  await expect.poll(() => says.innerText(), PATIENTLY).toContain("不是本课程");
  await choose("mine.json", file);
  await expect.poll(() => says.innerText(), PATIENTLY).toContain("已导入");
  await visit.section("linear-regression-scratch");
  expect(await visit.code("attempt-3-2-9-5")).toContain(RIGHT);
  expect(await progress("3.2.9-5")).toBe("passed");
});

test("what a later release wrote is left alone and told; an edit whose listing is gone can still be read", async () => {
  const keep = (entries: Record<string, string>) =>
    visit.page.evaluate((all) => {
      for (const [key, text] of Object.entries(all)) localStorage.setItem(`linear-networks/a/b/${key}`, text);
    }, entries);
  await keep({ "edit:linear-networks/linear-regression-scratch:gone:1abc": "const lost = 1;", "exercise:3.2.9-4": "passed" });
  await visit.open("about/data/");
  expect(await visit.page.locator("[data-orphans]").innerText()).toContain("const lost = 1;");
  await visit.page.getByRole("button", { name: "清空本机" }).click();
  const [download] = await Promise.all([
    visit.page.waitForEvent("download"),
    visit.page.getByRole("button", { name: "先导出一份" }).click(),
  ]);
  expect(await visit.page.locator("dialog[open] [data-says]").innerText()).toContain(download.suggestedFilename());
  await visit.page.getByRole("button", { name: "不清空" }).click();

  await keep({ format: "2" });
  await visit.open("about/data/");
  expect(await visit.page.locator(".set-aside").innerText()).toContain("更新版本");
  expect(await visit.page.locator("[data-inventory]").innerText()).toContain("0 道练习");
  await visit.section("linear-regression-scratch");
  await visit.page.mouse.move(5, 5);
  await visit.page.locator(".head .set-aside").waitFor();
  await exercise("3.2.9-4").locator("[data-entry]").fill("61.6");
  await checks("3.2.9-4");
  const kept = await visit.page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
  expect(kept["linear-networks/a/b/exercise:3.2.9-4"]).toBe("passed");
  expect(kept["linear-networks/a/b/1:exercise:3.2.9-4"]).toBe("tried");
});

test("recalling a word is one tap, and a missed one is listed to come back to", async () => {
  const question = visit.page.locator('course-recall[data-at="end"] [data-term]').first();
  const term = await question.getAttribute("data-term");
  await question.locator(`[data-option]:not([data-option="${term}"])`).first().click();
  await expect.poll(() => question.locator("[data-says]").innerText(), PATIENTLY).toContain("不是");
  await question.locator(`[data-option="${term}"]`).click();
  await expect.poll(() => question.locator("[data-says]").innerText(), PATIENTLY).toContain("对");
  expect(await visit.page.locator(`[data-review] a[href$="#${term}"]`).count()).toBe(1);
});

test("on paper the answers stand at the end, and afterwards where they were", async () => {
  const places = () =>
    visit.page
      .locator("[data-answer]")
      .evaluateAll((all) => all.map((one) => one.closest(".appendix") !== null && (one as HTMLDetailsElement).open));
  await visit.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(new Set(await places())).toEqual(new Set([true]));
  await visit.page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(new Set(await places())).toEqual(new Set([false]));
  expect(await exercise("3.2.9-5").locator("[data-answer]").count()).toBe(1);
  expect(await progress("3.2.9-5")).toBe("new");
});

test("a worksheet has the questions and nothing else", async () => {
  await visit.open("linear-networks/linear-regression-scratch/?print=worksheet");
  await visit.page.emulateMedia({ media: "print" });
  await visit.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const visible = (selector: string) =>
    visit.page.locator(selector).evaluateAll((all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length);
  expect(await visible("[data-exercise]")).toBe(7);
  expect(await visible("[data-answer], [data-hint]")).toBe(0);
  expect(await visible('[data-listing="train"], .facts, course-recall')).toBe(0); // nor the section itself
  await visit.open("linear-networks/softmax-regression/?print=worksheet");
  expect(await visit.page.locator("article").innerText()).not.toContain("先自己写"); // nor what is said of hints and answers
  const isCut = (number: Element) => number.getBoundingClientRect().left < number.closest(".block")!.getBoundingClientRect().left;
  const numbers = await visit.page.locator(".exercise.sub .number").elementHandles();
  expect(await Promise.all(numbers.map((number) => number.evaluate(isCut)))).toEqual(numbers.map(() => false));
});

test("without JavaScript there are the question, the choices, the hints and the answer", async () => {
  const plain = await (await course.reader({ javaScriptEnabled: false })).section("linear-regression-scratch");
  const one = plain.page.locator('[data-exercise="3.2.9-1"]');
  await one.scrollIntoViewIfNeeded();
  expect(await one.locator(".choice").count()).toBe(4);
  expect(await one.locator("[data-hint] > summary").first().isVisible()).toBe(true);
  expect(await one.getByRole("button").count()).toBe(0);
  await one.locator("[data-answer] > summary").click();
  expect(await one.locator("[data-answer] > .flow").isVisible()).toBe(true);
  await plain.page.context().close();
});
