/** Data on their way to a listing: what a reader sees of a good, a slow and a broken download. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Route } from "playwright-core";
import { online, served } from "./served.ts";
import { reader, type Reader } from "./site.ts";
import type { Site } from "../serve.ts";

const course = served();
let visit: Reader;

/** A reader who asked the browser to save data, and so gets the subset. */
async function saver(site: Site = course.site): Promise<Reader> {
  visit = await reader(course.browser, site, online);
  await visit.page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }), configurable: true }),
  );
  return visit.section("image-classification-dataset");
}

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
  /** The site, its data at a megabyte a second. */
  beforeAll(async () => {
    const server = createServer((request, response) => {
      httpRequest(new URL(request.url!, course.site.url), async (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        if (!request.url!.endsWith(".bin")) return answer.pipe(response);
        for await (const part of answer as AsyncIterable<Buffer>) {
          if (response.destroyed) return;
          response.write(part);
          await new Promise((resolve) => setTimeout(resolve, part.length / 1000));
        }
        response.end();
      }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(course.site.url).pathname}`;
    slow = { url, server, close: () => new Promise((resolve) => server.close(() => resolve())) };
  });
  afterAll(async () => {
    slow.server.closeAllConnections();
    await slow.close();
  });

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
