import { describe, expect, test, vi } from "vitest";
import * as tf from "../../../src/kernel/tf.ts";
import { linesOf, showing } from "./shown.ts";

describe("a handle", () => {
  test("renders at most every 100 ms and once at the end", async () => {
    const { display, clock, messages, flush } = showing();
    const handle = display(0);
    for (let step = 1; step <= 100; step++) {
      handle.update(step);
      clock.pass(10);
    }
    handle.update("last");
    await flush();
    expect(messages.length).toBeLessThanOrEqual(12);
    expect(messages.every(({ index }) => index === 0)).toBe(true);
    const last = messages.at(-1);
    expect(last?.type === "output" && linesOf(last.output)).toEqual(["last"]);
  });

  test("calls a function only when it is shown", async () => {
    const { display, clock, flush, outputs } = showing();
    const draw = vi.fn((step: number) => `step ${step}`);
    const handle = display("start");
    for (let step = 0; step < 50; step++) handle.update(() => draw(step));
    expect(draw).not.toHaveBeenCalled();
    clock.pass(100);
    expect(draw.mock.calls).toEqual([[49]]);
    handle.update(() => draw(50));
    await flush();
    expect(linesOf(outputs[0])).toEqual(["step 50"]);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test("copies a value when it is passed", async () => {
    const { display, flush, outputs } = showing();
    const handle = display(0);
    const t = tf.tensor1d([1, 2]);
    handle.update(t);
    t.dispose();
    await flush();
    expect(outputs[0]).toMatchObject({ type: "tensor", tensor: { text: "[1, 2]" } });
  });

  test("passes on what a function throws: at once, or when the run ends", async () => {
    const { display, clock, flush } = showing();
    const handle = display(0);
    const fail = () => {
      throw new Error("cannot draw");
    };
    clock.pass(100);
    expect(() => handle.update(fail)).toThrow("cannot draw");
    handle.update(1);
    handle.update(fail);
    await expect(flush()).rejects.toThrow("cannot draw");
  });

  test("may change the kind of what it shows", async () => {
    const { display, clock, flush, outputs } = showing();
    const handle = display("wait");
    clock.pass(100);
    handle.update(tf.scalar(1));
    await flush();
    expect(outputs[0].type).toBe("tensor");
  });
});

test("outputs keep the order in which they were opened", async () => {
  const { display, console, flush, outputs } = showing();
  const first = display("first");
  console.log("second");
  display.table([{ a: 1 }]);
  first.update("changed");
  await flush();
  expect(outputs.map(({ type }) => type)).toEqual(["text", "text", "table"]);
  expect(linesOf(outputs[0])).toEqual(["changed"]);
});

test("a run shows at most 200 outputs and says how many more there were", async () => {
  const { display, flush, outputs } = showing();
  for (let i = 0; i < 5000; i++) display(i);
  await flush();
  expect(outputs).toHaveLength(201);
  expect(linesOf(outputs[200])[0]).toContain("还有 4800 个输出没有显示");
});

test("a run shows twenty thousand values in full, and the beginnings of what follows", async () => {
  const { display, flush, outputs } = showing();
  const large = Array.from({ length: 100 }, () => Array.from({ length: 9 }, () => 1));
  for (let i = 0; i < 30; i++) display(large);
  await flush();
  const entries = outputs.map((output) => JSON.stringify(output).split('"plain"').length);
  expect(entries[0]).toBeGreaterThan(800);
  expect(entries[29]).toBeLessThan(60);
  expect(JSON.stringify(outputs[29])).toMatch(/"omitted":9\d/);
});

test("lines of a run share two hundred thousand characters", async () => {
  const { console, flush, outputs } = showing();
  for (let i = 0; i < 100; i++) console.log("字".repeat(9000));
  await flush();
  expect(JSON.stringify(outputs).length).toBeLessThan(400_000);
  expect(linesOf(outputs[0])[99]).toContain("另有 8800 个字符");
});

describe("a table", () => {
  const table = async (rows: unknown, columns?: string[]) => {
    const { display, flush, outputs } = showing();
    display.table(rows, columns && { columns });
    await flush();
    const [output] = outputs;
    if (output.type !== "table") throw new Error("no table");
    return { ...output, rows: output.rows.map((row) => row.map((cell) => ("text" in cell ? cell.text : cell.type))) };
  };

  test.each([
    [
      "objects",
      [
        { a: 1, b: "x" },
        { a: 2, c: 3 },
      ],
      undefined,
      ["a", "b", "c"],
      [
        ["1", "x", ""],
        ["2", "", "3"],
      ],
    ],
    ["chosen columns", [{ a: 1, b: 2 }], ["b"], ["b"], [["2"]]],
    ["lists", [[1, 2], [3]], undefined, ["0", "1"], [["1", "2"], ["3"]]],
    ["named lists", [[1, 2]], ["x", "y"], ["x", "y"], [["1", "2"]]],
    [
      "named rows",
      { p: { x: 1 }, q: { x: 2 } },
      undefined,
      ["", "x"],
      [
        ["p", "1"],
        ["q", "2"],
      ],
    ],
    ["plain values", ["a", "b"], undefined, ["0"], [["a"], ["b"]]],
    ["a map", new Map([["p", [1]]]), undefined, ["", "0"], [["p", "1"]]],
    [
      "a tensor",
      tf.tensor2d([
        [0.1, 2],
        [3, 4],
      ]),
      ["w", "b"],
      ["w", "b"],
      [
        ["0.1", "2"],
        ["3", "4"],
      ],
    ],
    ["a vector", tf.tensor1d([1, 2]), undefined, ["0"], [["1"], ["2"]]],
  ])("of %s", async (_, rows, columns, heads, cells) => {
    expect(await table(rows, columns)).toMatchObject({ columns: heads, rows: cells, omitted: 0 });
  });

  test("keeps 200 rows and counts the rest", async () => {
    const long = await table(Array.from({ length: 500 }, (_, i) => ({ i })));
    expect([long.rows.length, long.omitted]).toEqual([200, 300]);
  });

  test("is also what console.table shows", async () => {
    const { console, flush, outputs } = showing();
    console.table([{ a: 1 }], ["a"]);
    console.table("text");
    await flush();
    expect(outputs.map(({ type }) => type)).toEqual(["table", "text"]);
  });
});

describe("progress", () => {
  test("tells its rate while it lasts, and not when it is over", async () => {
    const { display, clock, flush, outputs, messages } = showing();
    const progress = display.progress("下载", 1000, { unit: "bytes" });
    expect(outputs[0]).toEqual({ type: "progress", label: "下载", done: 0, total: 1000, unit: "bytes", ended: false });
    clock.pass(500);
    progress.update(250);
    expect(outputs[0]).toMatchObject({ done: 250, rate: 500, ended: false });
    for (let i = 251; i <= 1000; i++) progress.update(i);
    expect(messages.length).toBe(2);
    progress.end();
    await flush();
    expect(outputs[0]).toEqual({ type: "progress", label: "下载", done: 1000, total: 1000, unit: "bytes", ended: true });
  });

  test("ends with the run", async () => {
    const { display, flush, outputs } = showing();
    display.progress("训练").update(3);
    await flush();
    expect(outputs[0]).toEqual({ type: "progress", label: "训练", done: 3, ended: true });
  });
});

test("labels, titles and heads that go on without end are cut, as all text is", async () => {
  const { display, flush, outputs } = showing();
  const long = "很长".repeat(1e6);
  display.progress(long, 3);
  display.images(tf.zeros([1, 2, 2]), { titles: [long] });
  display.table([{ [long]: 1 }]);
  display.table(new Map([[long, 1]]));
  await flush();
  expect(outputs.map(({ type }) => type)).toEqual(["progress", "image", "table", "table"]);
  expect(JSON.stringify(outputs).length).toBeLessThan(5000);
});
