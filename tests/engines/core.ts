/** The core of what a page promises, written once and held by every engine. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Driver } from "./drivers/driver.ts";
import { visit, type Visit } from "./visit.ts";

const SCRATCH = "linear-regression-scratch";

/** @param host the name the browser knows this machine by; `more` adds tests of an engine's own */
export function core(engine: string, open: () => Promise<Driver>, host?: string, more?: (at: () => Visit) => void): void {
  describe(engine, () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(await open(), host);
      await at.section(SCRATCH); // one page for all, since opening takes longest
    });
    afterAll(() => at?.close());
    afterEach(async ({ task }) => {
      at.spoil();
      if (task.result?.state === "fail")
        await at.section(SCRATCH); // it may be in disorder
      else expect(await at.complaints()).toEqual([]);
    });

    test("the last listing runs on a fresh page with just what it needs, and prints what the record says", async () => {
      const record = { train: await at.page.text("train"), errors: await at.page.text("errors") };
      expect(await at.page.run("errors")).toBe("done");
      expect([await at.page.state("scatter"), await at.page.state("first-batch")]).toEqual(["idle", "idle"]);
      expect([await at.page.origin("errors"), await at.page.origin("train")]).toEqual(["live", "live"]);
      expectAlike(await at.page.text("train"), record.train);
      expectAlike(await at.page.text("errors"), record.errors);
    });

    test("training a second time prints the same digits", async () => {
      await at.page.run("train");
      const first = await at.page.text("train");
      await at.page.run("train");
      expect(await at.page.text("train")).toBe(first);
    });

    test("全部运行 runs every listing of the section to its end", async () => {
      const all = await at.page.all();
      await at.page.press("全部运行");
      await at.page.becomes(all.at(-1)!, "queued");
      for (const id of all) expect([id, await at.page.ended(id)]).toEqual([id, "done"]);
    });

    test("what was typed is run, is there after a reload without running by itself, and is taken back", async () => {
      await at.write("hyper", 'const lr = 0.01;\nconsole.log("lr is", lr);');
      expect(await at.page.code("hyper")).toBe('const lr = 0.01;\nconsole.log("lr is", lr);');
      expect(await at.page.run("hyper")).toBe("done");
      expect(await at.page.text("hyper")).toBe("lr is 0.01");
      await at.open(`linear-networks/${SCRATCH}/`);
      expect(await at.page.code("hyper")).toContain("lr = 0.01");
      expect([await at.page.stale("hyper"), await at.page.origin("errors")]).toEqual(["edited", "record"]);
      await at.page.pressAt("hyper", "还原");
      expect(await at.page.code("hyper")).toContain("lr = 0.03");
    });

    test("an endless loop is stopped while the page answers, and running goes on afterwards", async () => {
      await at.write("hyper", 'console.log("here");\nfor (;;) {}');
      await at.page.pressAt("hyper", "运行");
      await at.page.shown("hyper", "here");
      expect(await at.page.state("hyper")).toBe("running");
      await at.page.pressAt("hyper", "停止");
      await at.page.becomes("hyper", "stopped");
      expect(await at.page.text("hyper")).toBe("here");
      expect(await at.page.run("linreg")).toBe("done");
    });

    describe("an error is explained in Chinese at its line:", () => {
      test.each(failures)("%s", async (_, code, line, words) => {
        await at.write("hyper", code);
        expect(await at.page.run("hyper")).toBe("failed");
        const error = await at.page.error("hyper");
        expect(error.says).toMatch(words);
        expect([error.line, error.marked]).toEqual([line, line === null ? [] : ["hyper"]]);
      });

      test("a wrong call of an earlier listing's function, in that listing by its number", async () => {
        await at.write("hyper", "const one = 1;\nlinreg(features, w, tf.ones([7, 3]));");
        expect(await at.page.run("hyper")).toBe("failed");
        const error = await at.page.error("hyper");
        expect(error).toMatchObject({ listing: "linreg", line: 3, marked: ["linreg"] });
        expect(error.says).toContain(`清单 ${error.number} 第 3 行`);
        expect(error.says).toMatch(/形状/);
      });
    });

    test("outputs of every kind appear live: values, tensors, tables, images, progress and plots of SVG", async () => {
      expect(await at.page.run("scatter")).toBe("done");
      expect(await at.page.shows("scatter")).toMatchObject({ kinds: ["plot"] });
      expect((await at.page.shows("scatter")).marks).toBeGreaterThan(500);
      await at.write("hyper", displays);
      expect(await at.page.run("hyper")).toBe("done");
      const shown = await at.page.shows("hyper");
      expect(shown.kinds).toEqual(["text", "tensor", "table", "image", "progress"]);
      expect(shown.images).toBeGreaterThan(0);
      const text = await at.page.text("hyper");
      expect(text).toContain("2.5");
      expect(text).toMatch(/\[2, 3\]/);
    });

    test("an exercise is refused for its mistake by name, and accepted when it is right", async () => {
      const attempt = (body: string) => `function squaredLoss(yHat, y) { return ${body}; }`;
      await at.write("attempt-3-2-9-5", attempt("yHat.sub(y).square().div(2)"));
      const wrong = await at.page.check("3.2.9-5");
      expect(wrong).toMatchObject({ verdict: "fail", says: expect.stringContaining("广播") });
      await at.write("attempt-3-2-9-5", attempt("yHat.sub(y.reshape(yHat.shape)).square().div(2)"));
      expect(await at.page.check("3.2.9-5")).toMatchObject({ verdict: "pass" });
    });

    test("Fashion-MNIST is fetched, and the quick part of it trains on wasm to the expected accuracy", async () => {
      await at.section("softmax-regression-scratch");
      await at.page.unfold("工作台");
      await at.page.choose("数据", "quick");
      expect(await at.page.run("train", 90_000)).toBe("done");
      expect(await at.page.kernel()).toContain("wasm");
      const [, accuracy = "", tested = ""] = /训练精度 (\S+)，测试精度 (\S+)/.exec(await at.page.text("train")) ?? [];
      expect(Number(accuracy)).toBeGreaterThan(0.75);
      expect(Number(accuracy)).toBeLessThan(0.87);
      expect(Number(tested)).toBeGreaterThan(0.7);
      expect(Number(tested)).toBeLessThan(0.86);
      expect((await at.page.shows("train")).kinds).toContain("plot");
      expect(await at.page.run("predict")).toBe("done");
      expect((await at.page.shows("predict")).images).toBeGreaterThan(0);
    });

    test("data are asked for again when the server falls silent, told at their line when they are missing, and read when they are there", async () => {
      let [isMissing, asked] = [true, 0];
      at.spoil((response, bytes, shard, time) => {
        if (shard === "train-0.bin") asked = time;
        if (isMissing) response.writeHead(404).end();
        else if (shard === "train-0.bin" && time === 2) response.write(bytes.subarray(0, 5000));
        else response.end(bytes);
      });
      await at.section("image-classification-dataset");
      await at.page.unfold("工作台");
      await at.page.choose("数据", "quick");
      expect(await at.page.run("load")).toBe("failed");
      const error = await at.page.error("load");
      expect(error).toMatchObject({ line: 4, marked: ["load"], says: expect.stringMatching(/服务器上没有数据文件 \S+\.bin.*刷新页面/s) });
      expect(await at.complaints()).toContainEqual(expect.stringMatching(/^404: .*\.bin$/));
      isMissing = false;
      expect(await at.page.run("load")).toBe("done");
      expect(await at.page.text("load")).toContain("训练： 10000 测试： 2000");
      expect(asked).toBe(3); // missing, silent, well
    });

    test("the search finds 交叉熵 where it is defined", async () => {
      await at.page.search();
      await at.driver.type("交叉熵");
      const hits = await at.page.hits("交叉熵");
      expect(hits[0]).toMatchObject({ href: expect.stringContaining("softmax-regression/"), says: expect.stringContaining("交叉熵") });
      await at.driver.press("Escape");
    });

    test("the colours turn dark at the switch, and stay so on the next page", async () => {
      expect((await at.page.theme("浅色")).brightness).toBeGreaterThan(0.8);
      const dark = await at.page.theme("深色");
      expect(dark.brightness).toBeLessThan(0.25);
      await at.open("about/");
      await at.page.says("深色");
      expect(await at.page.theme()).toEqual(dark);
    });

    more?.(() => at);
  });
}

/** Mistakes of beginners, the line they are told at, and words of the explanation. */
const failures: [what: string, code: string, line: number | null, words: RegExp][] = [
  ["shapes that do not fit, below a tidy", "const one = 1;\n\ntf.tidy(() => tf.ones([2, 3]).matMul(tf.ones([2, 3])));", 3, /形状/],
  ["on the first line, where a column is moved", "tf.ones([2]).reshape([3]);", 1, /形状|元素/],
  ["after an await", 'await tf.ones([2]).data();\n\nthrow new Error("later");', 3, /later/],
  [
    "in a call that waits",
    'const m = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });\nm.compile({ optimizer: "sgd", loss: "meanSquaredError" });\nawait m.fit(features, tf.ones([7, 1]));',
    3,
    /7/,
  ],
  ["in a callback of the library", "const f = (x) => x.nothing.shape;\ntf.variableGrads(() => f(w).sum());", 1, /undefined/],
  ["a name that is nowhere", "const one = 1;\nfeaturs.print();", 2, /features/],
  ["a tensor given back", "const t = tf.ones([2]);\nt.dispose();\nt.add(1);", 3, /释放/],
  ["a sign between tensors", "const t = tf.ones([2]);\nconsole.log(t * 2);", 2, /张量/],
  ["an array that was not awaited", "const one = 1;\nconst [x] = tf.ones([2]).data();", 2, /Promise.*await/s],
  ["a misspelt import", 'const one = 1;\nimport { linRegg } from "d2l";', 2, /linreg/],
  ["what cannot be gone through", "const n = 3;\nfor (const x of n) x;", 2, /逐个/],
  ["a method that is not there", "const t = tf.ones([2]);\nt.backward();", 2, /backward/],
  ["a call without end", "const f = () => f();\n\nf();", 1, /调用自己/],
  ["brackets that do not match", "const one = 1;\nconst two = (1 + ;", 2, /[\u4e00-\u9fff]/],
  ["another origin", 'const one = 1;\nawait fetch("https://example.com/");', 2, /网/],
  ["a thrown number", "throw 42;", null, /42/],
];

const displays = [
  "console.log({ a: [1, 2.5], b: tf.ones([2]) });",
  "display(tf.range(0, 6).reshape([2, 3]));",
  "display.table([{ a: 1, b: 0.5 }]);",
  "display.images(tf.zeros([4, 8, 8]), { columns: 4 });",
  'display.progress("read", 10).update(10);',
].join("\n");

/** The same words, and numbers within a thousandth: engines may round the last digits of a logarithm differently. */
function expectAlike(text: string, record: string): void {
  const parts = (all: string) => all.split(/(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/);
  const [live, kept] = [parts(text), parts(record)];
  expect(live.filter((_, i) => i % 2 === 0)).toEqual(kept.filter((_, i) => i % 2 === 0));
  live.forEach(
    (part, i) =>
      i % 2 === 1 && expect(Math.abs(Number(part) - Number(kept[i]))).toBeLessThanOrEqual(1e-3 * Math.abs(Number(kept[i])) + 1e-6),
  );
}
