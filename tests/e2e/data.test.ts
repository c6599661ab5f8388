/** Data on their way to a listing: what a reader sees of a good, a slow and a broken download. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Route } from "playwright-core";
import { launchWith } from "./browser.ts";
import { serveData } from "./data-server.ts";
import { online, served } from "./served.ts";
import { reader, Reader } from "./site.ts";
import type { Site } from "../serve.ts";

const course = served();
let visit: Reader;

/** A reader who asked the browser to save data, and so gets the subset. */
async function saver(slug = "image-classification-dataset", site: Site = course.site): Promise<Reader> {
  visit = await reader(course.browser, site, online);
  await saveData();
  return visit.section(slug);
}

const saveData = () =>
  visit.page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }), configurable: true }),
  );

afterEach(() => visit.page.context().close());

const badge = () => visit.listing("load").locator("[data-badge]").innerText();
const spoil = (answer: (route: Route, bytes: Buffer) => unknown) =>
  visit.page
    .context()
    .route("**/train-0.bin", (route) => answer(route, readFileSync("public/datasets/fashion-mnist/train-0.bin")) as Promise<void>);

describe("a shard", () => {
  const flipped = (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 9999 ? byte ^ 1 : byte)));

  test.each<[string, RegExp, (route: Route, bytes: Buffer) => unknown]>([
    ["that is missing", /服务器上没有数据文件 train-0\.bin.*刷新页面/s, (route) => route.fulfill({ status: 404, body: "" })],
    ["cut short", /train-0\.bin 没有传完.*再运行一次/s, (route, bytes) => route.fulfill({ body: bytes.subarray(0, 5000) })],
    ["damaged", /train-0\.bin 的内容与发布的不一致.*换个网络/s, (route, bytes) => route.fulfill({ body: flipped(bytes) })],
    ["that the server cannot give", /下载数据文件 train-0\.bin 时连接失败.*稍等/s, (route) => route.fulfill({ status: 503, body: "" })],
    ["whose connection breaks", /下载数据文件 train-0\.bin 时连接失败.*稍等/s, (route) => route.abort("connectionreset")],
  ])("%s is told at the line that loads, with what to do, and the next run gets it", async (_, words, answer) => {
    await saver();
    await spoil(answer);
    expect(await visit.run("load")).toBe("failed");
    const says = await visit.text("load");
    expect(says).toMatch(words);
    expect(says).toContain("第 4 行");
    await visit.page.context().unrouteAll();
    expect(await visit.run("load")).toBe("done");
    expect(await visit.text("load")).toContain("训练： 10000 测试： 2000");
  });

  test("already decompressed is as good as any, and the numbers of a subset are marked as such", async () => {
    await saver();
    await spoil((route, bytes) => route.fulfill({ body: gunzipSync(bytes) }));
    expect(await visit.run("load")).toBe("done");
    expect(await visit.text("load")).toContain("第 0 张：标签 9");
    expect(await badge()).toBe("实时 · 子集");
  });
});

test("what was downloaded once is there after a reload, without a request and without a bar", async () => {
  await saver();
  expect(await visit.run("load")).toBe("done");
  expect(await visit.text("load")).toContain("下载 Fashion-MNIST 训练集");
  const requests: string[] = [];
  visit.page.on("request", (request) => requests.push(request.url()));
  await visit.page.reload();
  expect(await visit.run("load")).toBe("done");
  expect(await visit.text("load")).not.toContain("下载");
  expect(requests.filter((url) => url.endsWith(".bin"))).toEqual([]);
});

test("without network, data that are not there yet are told to be missing", async () => {
  await saver();
  await spoil((route) => route.fulfill({ status: 404, body: "" }));
  expect(await visit.run("load")).toBe("failed"); // by now all but the data is there
  await visit.page.context().unrouteAll();
  await visit.page.context().setOffline(true);
  expect(await visit.run("load")).toBe("failed");
  expect(await visit.text("load")).toMatch(/第 4 行：现在没有网络，数据文件 \S+ 也还没有下载过.*连上网后再运行一次/s);
  await visit.page.context().setOffline(false);
  expect(await visit.run("load")).toBe("done");
});

describe("over a slow line", () => {
  let slow: Site;
  /** a megabyte a second */
  beforeAll(async () => {
    slow = await serveData(async (response, bytes) => {
      for (let at = 0; at < bytes.length && !response.destroyed; at += 50_000) {
        response.write(bytes.subarray(at, at + 50_000));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      response.end();
    });
  });
  afterAll(() => slow.close());

  test("bytes and rate are shown, the subset is offered, and taking it ends the wait", async () => {
    visit = await reader(course.browser, slow, online);
    await visit.section("image-classification-dataset");
    await visit.press("load", "运行");
    const shown = () => visit.outputs("load").innerText();
    await expect.poll(shown).toMatch(/下载 Fashion-MNIST 训练集\s+\d\.\d MB \/ 26\.3 MB · 每秒 \d\.\d MB/);
    const notice = visit.listing("load").locator("[data-notice]");
    await expect.poll(() => notice.textContent()).toMatch(/全部数据 30\.7 MB.*“快速”：5\.3 MB.*批量取 32、学习率取 0\.05/);
    await notice.getByRole("button", { name: "改用快速" }).click();
    await expect.poll(() => visit.state("load")).toBe("stopped");
    expect(await visit.run("load", 60_000)).toBe("done");
    expect(await visit.text("load")).toContain("训练： 10000 测试： 2000");
    expect(await badge()).toBe("实时 · 子集");
  });
});

describe("a server that falls silent", () => {
  let stalled: Site;
  afterEach(() => stalled.close());

  const half = (response: ServerResponse, bytes: Buffer) => response.write(bytes.subarray(0, bytes.length / 2));

  test("in the middle of a file is asked again, and training goes on as if nothing had been", async () => {
    const asked: string[] = [];
    stalled = await serveData((response, bytes, shard, time) => {
      asked.push(shard);
      return shard === "train-1.bin" && time === 1 ? half(response, bytes) : response.end(bytes);
    });
    await saver("softmax-regression-scratch", stalled);
    expect(await visit.run("train", 60_000)).toBe("done");
    expect(await visit.text("train")).toMatch(/训练精度 0\.8\d+/);
    expect(asked.sort()).toEqual(["test-0.bin", "train-0.bin", "train-1.bin", "train-1.bin"]);
  });

  test.each([
    ["before it has said a word", () => {}, /3\.5 MB \/ 4\.4 MB/],
    ["in the middle of a file, each time", half, /3\.9 MB \/ 4\.4 MB/],
  ])("%s is waited for in sight, then told at the line that loads, and the next run gets the data", async (_, silence, sight) => {
    let isWell = false;
    stalled = await serveData((response, bytes, shard) =>
      isWell || shard !== "train-0.bin" ? response.end(bytes) : silence(response, bytes),
    );
    await saver("image-classification-dataset", stalled);
    await visit.press("load", "运行");
    await expect.poll(() => visit.outputs("load").innerText()).toMatch(sight);
    expect(await visit.ended("load")).toBe("failed");
    expect(await visit.text("load")).toMatch(/第 4 行：下载数据文件 train-0\.bin 时太久没有收到数据.*再运行一次.*“快速”/s);
    isWell = true;
    expect(await visit.run("load")).toBe("done");
    expect(await visit.text("load")).toContain("训练： 10000 测试： 2000");
  });
});

describe("where downloads cannot be kept, the data come anyway, and come again after a reload:", () => {
  /** The shards asked for by a run of `load` on a fresh page, twice. */
  async function loads(): Promise<number[]> {
    const counts: number[] = [];
    let asked = 0;
    visit.page.on("request", (request) => void (asked += Number(request.url().endsWith(".bin"))));
    for (let i = 0; i < 2; i++, asked = 0) {
      await visit.section("image-classification-dataset");
      expect(await visit.run("load")).toBe("done");
      expect(await visit.text("load")).toContain("训练： 10000 测试： 2000");
      counts.push(asked);
    }
    expect(visit.complaints).toEqual([]);
    return counts;
  }

  test("the disk is full", async () => {
    await saver("image-classification-dataset");
    const devtools = await visit.page.context().newCDPSession(visit.page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(course.site.url).origin, quotaSize: 100_000 });
    expect(await loads()).toEqual([3, 3]);
  });

  test("the reader has forbidden all sites to store anything", async () => {
    const profile = mkdtempSync(join(tmpdir(), "forbidding-"));
    mkdirSync(join(profile, "Default"));
    writeFileSync(join(profile, "Default", "Preferences"), '{"profile":{"default_content_setting_values":{"cookies":2}}}');
    const context = await launchWith(profile);
    visit = new Reader(await context.newPage(), course.site);
    await saveData();
    expect(await loads()).toEqual([3, 3]);
    const open = await visit.page.evaluate(() =>
      caches.open("any").then(
        () => "opened",
        ({ name }) => name as string,
      ),
    );
    expect(open).toBe("SecurityError");
    await context.close();
    rmSync(profile, { recursive: true });
  });
});
