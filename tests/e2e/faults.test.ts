/** What may go wrong around a listing: each fault is said in Chinese at its place, and nothing the reader wrote is lost. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { launch } from "./browser.ts";
import { online, served } from "./served.ts";
import { reader as openReader, type Reader } from "./site.ts";

const course = served();
let visit: Reader;

beforeEach(async () => {
  visit = await course.reader(online);
});
afterEach(async () => {
  await visit.page.context().close();
});

const scratch = () => visit.section("linear-regression-scratch");
const notice = (id: string) => visit.listing(id).locator("[data-notice]").textContent();
const kernel = () => visit.page.locator("[data-kernel]").textContent();
const live = () => visit.page.locator('[data-output][data-origin="live"]').count();

/** An endless loop in `hyper`, under way. */
async function runForEver(): Promise<void> {
  await scratch();
  await visit.edit("hyper", (code) => `${code}\nfor (;;) {}`);
  await visit.press("hyper", "运行");
  await expect.poll(() => visit.state("hyper")).toBe("running");
}

/** The listing that was running is named; its text is there, and it does not run again by itself. */
async function expectItTold(): Promise<void> {
  await expect.poll(() => notice("hyper")).toContain("上次离开时这份清单还没运行完");
  expect(await visit.code("hyper")).toContain("for (;;) {}");
  expect(await live()).toBe(0);
  expect(await visit.state("hyper")).toBe("stale");
}

describe("a page that goes away in the middle of a run", () => {
  test("by a reload says so when it is back, and runs nothing by itself", async () => {
    await runForEver();
    await visit.page.reload();
    await expectItTold();
    await visit.page.reload();
    expect(await notice("hyper")).toBe("");
  });

  test("because the browser killed it, its memory full of objects, says so when it is back, and runs nothing by itself", async () => {
    const browser = await launch(["--js-flags=--max-old-space-size=300"]); // as if the device had little
    onTestFinished(() => browser.close());
    const { page } = (visit = await openReader(browser, course.site, online));
    await scratch();
    await visit.edit("hyper", (code) => `${code}\nconst all = [];\nfor (;;) all.push(Array(1000).fill(0.5));`);
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    await visit.press("hyper", "运行");
    await crashed;
    // the driver takes a crashed page for lost; the browser loads it again as it does for a reader
    await devtools.send("Page.reload");
    const find = `document.querySelector('[data-listing="hyper"]')`;
    const seen = async (expression: string) => (await devtools.send("Runtime.evaluate", { expression })).result.value as unknown;
    await expect.poll(() => seen(`${find}?.querySelector("[data-notice]").textContent`)).toContain("上次离开时这份清单还没运行完");
    expect(await seen(`${find}.querySelector("pre").textContent`)).toContain("for (;;) all.push");
    expect(await seen(`document.querySelectorAll('[data-output][data-origin="live"]').length`)).toBe(0);
  });
});

describe("a release that removed the files an open page still wants", () => {
  const gone = (pattern: RegExp) => visit.page.context().route(pattern, (route) => route.fulfill({ status: 404, body: "gone" }));

  test("is told where 运行 was pressed, and the edit is kept", async () => {
    await scratch();
    await visit.edit("hyper", (code) => code.replace("0.03", "0.02"));
    await gone(/\/_astro\/.*\.js$/);
    await visit.press("hyper", "运行");
    await expect.poll(kernel).toMatch(/网站已经更新.*刷新/);
    expect(await visit.state("hyper")).not.toBe("queued");
    await visit.page.context().unrouteAll();
    await visit.page.reload();
    expect(await visit.code("hyper")).toContain("0.02");
  });

  test.each([
    ["编辑", "editor", () => visit.press("hyper", "编辑")],
    ["复制", "copy", () => visit.press("hyper", "复制")],
    ["检查", "attempting", () => visit.page.locator('[data-exercise="3.2.9-4"] [data-do="check"]').click()],
    ["搜索", "dialog", () => visit.page.locator('[data-open="search"]').first().click()],
  ])("is told when %s does nothing for want of %s", async (_, file, press) => {
    await scratch();
    await gone(new RegExp(`/_astro/${file}\\.[^/]*\\.js$`));
    await press();
    await expect.poll(() => visit.page.locator(".edition").textContent()).toMatch(/没能载入.*网站已经更新.*刷新页面/);
  });
});

describe("on a line over which nothing comes", () => {
  const status = (id: string) => visit.listing(id).locator("[data-status]").textContent();

  test.each([
    ["the kernel", /\/worker-[^/]*\.js$/, "linreg", /^载入内核/],
    ["the page's own code", /\/open\.[^/]*\.js$/, "hyper", /^排队：内核载入中/],
  ])("a run that waits for %s says so and can be stopped, and the next one is done", async (_, file, id, words) => {
    await scratch();
    await visit.page.context().route(file, () => {}); // held until it is unrouted
    await visit.press("hyper", "运行");
    await expect.poll(() => status(id)).toMatch(words);
    await visit.press("hyper", "停止");
    await expect.poll(() => visit.state("hyper")).toBe("idle");
    await visit.page.context().unrouteAll();
    expect(await visit.run("hyper")).toBe("done");
  });
});

test.each([
  ["missing", { status: 404, body: "gone" }, /服务器上没有数据文件.*刷新页面/s],
  ["of other bytes", { status: 200, body: "\x1f\x8b and nothing more" }, /数据文件.*(没有传完|与发布的不一致)/s],
])("data that are %s are told at the line that reads them, and read when they are there", async (_, answer, words) => {
  await visit.page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } })); // the small part
  await visit.page.context().route(/\.bin$/, (route) => route.fulfill(answer));
  await visit.section("image-classification-dataset");
  expect(await visit.run("load", 60_000)).toBe("failed");
  expect(await visit.text("load")).toMatch(words);
  expect(await visit.text("load")).toMatch(/第 \d+ 行/);
  await visit.page.context().unrouteAll();
  expect(await visit.run("load", 60_000)).toBe("done");
});

test("wasm that cannot be loaded is replaced by cpu, which is named, and the listing runs", async () => {
  await visit.page.context().route(/\.wasm$/, (route) => route.abort());
  await visit.section("softmax-regression-scratch");
  await visit.edit("init", () => 'console.log("后端", tf.getBackend());');
  await visit.run("init", 60_000);
  expect(await visit.text("init")).toContain("后端 cpu");
  await expect.poll(kernel).toMatch(/cpu；这台设备用不了 wasm/);
});

test("where storage is forbidden the page reads and runs, and an edit is said to last as long as the page", async () => {
  await visit.page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
  });
  await scratch();
  await visit.edit("hyper", (code) => code.replace("0.03", "0.02"));
  await expect.poll(() => notice("hyper")).toContain("浏览器不允许本站存储");
  expect(await visit.run("train")).toBe("done");
  expect(visit.complaints).toEqual([]);
});

test("where storage is full the page runs, and an edit is said to last as long as the page", async () => {
  await scratch();
  await visit.page.evaluate(() => {
    for (let size = 2 ** 22; size > 0; size >>= 1) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`other/${size}/${i}`, "x".repeat(size));
      } catch {
        // no room for one of this size: a smaller one may fit
      }
    }
  });
  await visit.edit("hyper", (code) => code.replace("0.03", "0.02"));
  await expect.poll(() => notice("hyper")).toContain("存储空间满了");
  expect(await visit.run("train")).toBe("done");
});

test("storage that holds nonsense is survived: the page opens, runs and keeps what is written next", async () => {
  await scratch();
  await visit.edit("hyper", (code) => code.replace("0.03", "0.02"));
  expect(await visit.run("train")).toBe("done");
  await visit.page.evaluate(() => {
    const keys = [
      ...Object.keys(localStorage),
      ...["theme", "tier", "keys", "exercise:3.2.9-4", "attempt:3.4.10-3.1", "recall:residual"].map((key) => `linear-networks/a/b/${key}`),
    ];
    for (const key of keys) localStorage.setItem(key, '\u0000{"nonsense');
  });
  await visit.page.reload();
  await expect.poll(() => visit.code("hyper")).toContain("nonsense");
  await visit.press("hyper", "还原");
  await visit.edit("hyper", (code) => code.replace("0.03", "0.01"));
  expect(await visit.run("train")).toBe("done");
  await visit.page.reload();
  await expect.poll(() => visit.code("hyper")).toContain("0.01");
  expect(visit.complaints).toEqual([]);
});

test("tensors without end are refused in Chinese, and the memory is back afterwards", async () => {
  await scratch();
  await visit.edit("hyper", () => "const all = [tf.zeros([3000, 3000])];\nfor (;;) all.push(all[0].clone());");
  expect(await visit.run("hyper")).toBe("failed");
  expect(await visit.text("hyper")).toMatch(/第 2 行.*张量占用的内存超过了 1\.5 GB/s);
  await visit.press("hyper", "还原");
  expect(await visit.run("errors")).toBe("done");
});

test("throwing in the middle of a training loop keeps what was printed and points at the line", async () => {
  await scratch();
  await visit.edit("train", (code) => code.replace("losses.push(trainLoss);", 'if (epoch === 2) throw new Error("练到一半");'));
  expect(await visit.run("train")).toBe("failed");
  expect(await visit.text("train")).toMatch(/epoch 1, loss .*练到一半/s);
  await visit.press("train", "还原");
  expect(await visit.run("errors")).toBe("done");
});

test("a listing that would stop, fake or fool the kernel's messages gets nowhere", async () => {
  await scratch();
  await visit.edit(
    "hyper",
    () =>
      `for (const one of [() => close(), () => self.close(), () => postMessage([{ type: "done", token: 1 }]), () => self.postMessage(1)])
         try { one(); console.log("通了"); } catch (error) { console.log("拦下"); }
       self.onmessage = self.onerror = () => {};
       console.log(await new Promise((go) => setTimeout(go, 5, "还活着")));`,
  );
  expect(await visit.run("hyper")).toBe("done");
  expect(await visit.text("hyper")).toMatch(/^(拦下\s+){4}还活着$/);
});
