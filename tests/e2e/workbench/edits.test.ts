/** What a reader writes: kept, compared, completed, checked for types. */
import { describe, expect, test } from "vitest";
import { online, served } from "../served.ts";
import { Reader } from "../site.ts";
import { added, button, eachReads, openBench, says, slug } from "./bench.ts";

const course = served();
let visit: Reader;
eachReads(course, (reader) => (visit = reader));

describe("edits", () => {
  test("an edited listing wears a badge, is listed, and is compared with the book's", async () => {
    const badge = visit.listing("hyper").locator(".edited");
    expect(await badge.isVisible()).toBe(false);
    await visit.edit("hyper", (code) => code.replace("lr = 0.03", "lr = 0.5"));
    expect(await badge.isVisible()).toBe(true);
    await visit.listing("hyper").getByRole("button", { name: "比较" }).click();
    await expect.poll(() => added(visit.page)).toEqual([expect.stringContaining("lr = 0.5")]);
    await openBench(visit);
    const list = () => visit.page.locator("[data-edited-list]").innerText();
    expect(await list()).toMatch(/^3\.2-\d+ 超参数$/);
    await visit.press("hyper", "还原");
    expect(await badge.isVisible()).toBe(false);
    await expect.poll(list).toBe("没有"); // it follows while it is open
    await visit.listing("hyper").getByRole("button", { name: "撤销还原" }).click();
    await expect.poll(() => visit.code("hyper")).toContain("lr = 0.5");
  });

  /** A reader who edited an older wording of `hyper`. */
  async function withOlderEdit(): Promise<void> {
    const prefix = new URL(course.site.url).pathname;
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
    await visit.page.bringToFront(); // a tab behind another is hardly ever drawn
    await visit.edit("hyper", (code) => code.replace("0.03", "0.5"));
    await tab.bringToFront();
    await expect.poll(() => tab.locator('[data-listing="hyper"] [data-notice]').textContent()).toMatch(/另一个标签页/);
    expect(await tab.locator('[data-listing="hyper"] pre').first().textContent()).toContain("0.03");
    await tab.locator('[data-listing="hyper"]').getByRole("button", { name: "换成那一页的" }).click();
    await expect.poll(() => tab.locator('[data-listing="hyper"] pre').first().textContent()).toContain("0.5");
  });

  test("what a tab writes over of another's is kept, and offered at the next visit", async () => {
    const tab = new Reader(await visit.page.context().newPage(), course.site);
    await tab.page.goto(visit.page.url());
    await visit.page.bringToFront();
    await visit.edit("init", (code) => `${code} // 这一页`);
    await tab.page.bringToFront();
    await tab.edit("init", (code) => `${code} // 那一页`); // in spite of what it is told
    await tab.page.close();
    await visit.page.bringToFront();
    await visit.page.reload();
    const listing = visit.listing("init");
    await expect.poll(() => listing.locator("[data-notice]").textContent()).toMatch(/另一份修改/);
    expect(await visit.code("init")).toContain("// 那一页");
    await listing.getByRole("button", { name: "换成那份" }).click();
    await expect.poll(() => visit.code("init")).toContain("// 这一页");
    await visit.page.reload();
    await expect.poll(() => visit.code("init")).toContain("// 这一页");
  });

  test("a storage that is full is told at the listing, which runs all the same; with room again the edit is kept", async () => {
    await visit.page.evaluate(() => {
      const fill = (size: number) => {
        for (let i = 0; ; i++)
          try {
            localStorage.setItem(`filler ${size} ${i}`, "x".repeat(size));
          } catch {
            return;
          }
      };
      for (const size of [1_000_000, 10_000, 100, 1]) fill(size);
    });
    await visit.edit("hyper", (code) => code.replace("0.03", "0.5"));
    await expect.poll(() => visit.listing("hyper").locator("[data-notice]").textContent()).toMatch(/满了.*只在本页有效/);
    expect(await visit.run("hyper")).toBe("done");
    await visit.page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key);
    });
    await visit.edit("hyper", (code) => code.replace("0.5", "0.7"));
    await expect.poll(() => visit.page.url()).toContain("lr=0.7"); // a reload that comes sooner asks for the old address
    await visit.page.reload();
    await expect.poll(() => visit.code("hyper")).toContain("0.7");
  });

  test("a corrupted storage is shown as it stands, harms nothing else, and 还原 mends it", async () => {
    await visit.edit("hyper", (code) => code.replace("0.03", "0.5"));
    await visit.page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, "\u0000{\uFFFD");
    });
    await visit.page.reload();
    await expect.poll(() => visit.listing("hyper").getAttribute("data-stale")).toBe("edited");
    expect(await visit.run("hyper")).toBe("failed");
    expect(await visit.run("init")).toBe("done");
    await visit.press("hyper", "还原");
    expect(await visit.run("train")).toBe("done");
  });
});

describe("the editor", () => {
  const editor = () => visit.listing("init").locator(".cm-editor");
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => visit.page.keyboard.press(key)), Promise.resolve());

  /** Puts a text into the editor of `init`, with the cursor at its beginning. */
  async function writes(text: string): Promise<void> {
    await visit.edit("init", () => text);
    await press("ControlOrMeta+Home");
  }

  test("finds and replaces, with words in Chinese; Esc closes the search and stays", async () => {
    await writes("const a = w;\nconst b = w;");
    await press("ControlOrMeta+f");
    await editor().getByRole("textbox", { name: "查找" }).fill("= w");
    await editor().getByRole("textbox", { name: "替换为" }).fill("= x");
    await editor().getByRole("button", { name: "全部替换" }).click();
    expect(await visit.code("init")).toBe("const a = x;\nconst b = x;");
    await press("Escape");
    expect(await editor().locator(".cm-search").count()).toBe(0);
    expect(
      await editor()
        .locator(".cm-content")
        .evaluate((content) => (content.getRootNode() as ShadowRoot).activeElement === content),
    ).toBe(true);
  });

  test("has several cursors, by Alt and click and by the next occurrence", async () => {
    await writes("lr;\nlr;\nx;");
    await press("ControlOrMeta+d", "ControlOrMeta+d");
    await visit.page.keyboard.type("eta");
    expect(await visit.code("init")).toBe("eta;\neta;\nx;");
    await press("Escape", "ControlOrMeta+Home");
    await editor()
      .locator(".cm-line")
      .nth(2)
      .click({ modifiers: ["ControlOrMeta"], position: { x: 2, y: 5 } });
    await visit.page.keyboard.type("// ");
    expect(await visit.code("init")).toMatch(/^\S*\/\/ .*\n.*\n\S*\/\/ /);
  });

  test("makes a comment of a line and takes it back", async () => {
    await writes("const a = 1;");
    await press("ControlOrMeta+/");
    expect(await visit.code("init")).toBe("// const a = 1;");
    await press("ControlOrMeta+/");
    expect(await visit.code("init")).toBe("const a = 1;");
  });

  test("shows the bracket that belongs to the one at the cursor", async () => {
    await writes("f(g(1));");
    await press("ArrowRight", "ArrowRight");
    expect(await editor().locator(".cm-matchingBracket").allInnerTexts()).toEqual(["(", ")"]);
  });

  test("indents by Tab, and after Esc lets Tab go on through the page", async () => {
    await writes("const a = 1;");
    await press("Tab");
    expect(await visit.code("init")).toBe("  const a = 1;");
    await press("Escape");
    const focused = () => visit.page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(await focused()).toBe("运行");
    await press("Tab");
    expect(await focused()).toBe("编辑");
    expect(await visit.code("init")).toBe("  const a = 1;");
  });
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

  test("switched on, hovering tells types, calls tell their parameters, and mistakes are underlined in Chinese", async () => {
    await visit.press("init", "编辑");
    await editor().waitFor();
    await openBench(visit);
    await button(visit, "类型检查").click();
    await expect.poll(() => says(visit), { timeout: 60_000 }).toMatch(/类型检查已开/);
    await visit.edit("init", (code) => `${code}\nconst wrong: number = features;`);
    const squiggle = visit.listing("init").locator(".cm-lintRange-error");
    await expect.poll(() => squiggle.first().innerText(), { timeout: 30_000 }).toBe("wrong");
    await visit.page.keyboard.type("\ntf.matMul(features, ");
    const call = visit.listing("init").locator(".cm-signature");
    await expect.poll(() => call.innerText()).toMatch(/^matMul\(.*b: .*Second matrix/s);
    expect(await call.locator("b").innerText()).toMatch(/^b: /);
    await visit.page.keyboard.press("Escape"); // takes the popup away, not the reader
    expect(await call.count()).toBe(0);
    expect(await editor().evaluate((content) => (content.getRootNode() as ShadowRoot).activeElement === content)).toBe(true);
    // checked anew after the last key: what is shown of a mistake goes when it is found again
    await expect.poll(() => squiggle.allInnerTexts(), { timeout: 30_000 }).toEqual(["wrong", "matMul"]);
    await visit.page.mouse.move(0, 0);
    await squiggle.first().hover();
    await expect.poll(() => visit.listing("init").locator(".cm-diagnostic").first().innerText()).toMatch(/不能将类型/);
    await expect.poll(async () => (await visit.listing("init").locator(".cm-type").allInnerTexts()).join()).toMatch(/const wrong: number/);
    await button(visit, "类型检查").click();
    await expect.poll(() => says(visit)).toMatch(/已关/);
    expect(await squiggle.count()).toBe(0);
  });
});

test("on a phone an input method loses no letter, opens nothing and runs nothing before it is done", async () => {
  const phone = await course.reader({ ...online, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await phone.section(slug);
  const ime = await phone.context.newCDPSession(phone.page);
  const hyper = phone.listing("hyper");
  await hyper.getByRole("button", { name: "编辑", exact: true }).tap();
  const editor = hyper.locator(".cm-content");
  await editor.waitFor();
  for (const [name, value] of [
    ["autocapitalize", "off"],
    ["autocorrect", "off"],
    ["spellcheck", "false"],
  ])
    expect(await editor.getAttribute(name!)).toBe(value);
  await phone.page.keyboard.press("ControlOrMeta+End");
  await phone.page.keyboard.type(" // ");
  for (const text of ["x", "xu", "xue", "xuexi", "xuexilv"])
    await ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, modifiers: 8 });
  expect(await phone.state("hyper")).not.toMatch(/queued|running|done/);
  expect(await hyper.locator(".cm-tooltip").count()).toBe(0);
  await ime.send("Input.insertText", { text: "学习率" });
  await phone.page.keyboard.type("\nconst ");
  // candidates come and go, one is taken back, another committed
  await ime.send("Input.imeSetComposition", { text: "bushu", selectionStart: 5, selectionEnd: 5 });
  await ime.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await ime.send("Input.imeSetComposition", { text: "bushu", selectionStart: 5, selectionEnd: 5 });
  await ime.send("Input.insertText", { text: "步数" });
  await phone.page.keyboard.type(" = 3;");
  const written = /; \/\/ 学习率\n+const 步数 = 3;$/;
  await expect.poll(() => phone.code("hyper")).toMatch(written);
  await phone.page.reload();
  await expect.poll(() => phone.code("hyper")).toMatch(written);
  expect(await phone.run("hyper")).toBe("done");
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});
