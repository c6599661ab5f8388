import { describe, expect, test } from "vitest";
import { createDisplay } from "../../../src/kernel/outputs/display.ts";
import { linesOf, showing } from "./shown.ts";

/** What one call prints. */
async function printed(call: (console: ReturnType<typeof showing>["console"]) => void): Promise<string[]> {
  const run = showing();
  call(run.console);
  await run.flush();
  return linesOf(run.outputs[0]);
}

test.each<[string, (console: ReturnType<typeof showing>["console"]) => void, string[]]>([
  ["log joins its values", (c) => c.log("loss", 0.5, [1]), ["loss 0.5 Array(1) {1}"]],
  ["%s %d %i %f %o %% are filled", (c) => c.log("%s=%d %i %f %o 100%%", "a", 1.5, 1.9, 2, { b: 1 }), ["a=1.5 1 2  {…} {b: 1}  100%"]],
  ["directives without a value stay", (c) => c.log("%s %d", "a"), ["a %d"]],
  ["a percent sign alone stays", (c) => c.log("50%", 1), ["50% 1"]],
  ["values left over follow", (c) => c.log("%s", "a", "b", 3), ["a b 3"]],
  ["%c is swallowed", (c) => c.log("%cred", "color: red"), ["red"]],
  [
    "group indents",
    (c) => {
      c.group("g");
      c.log("in");
      c.groupEnd();
      c.log("out");
    },
    ["g", "   in", "out"],
  ],
  [
    "count counts",
    (c) => {
      c.count("n");
      c.count("n");
    },
    ["n: 1", "n: 2"],
  ],
  [
    "assert speaks only when false",
    (c) => {
      c.assert(true, "no");
      c.assert(1 > 2, "shape");
    },
    ["断言不成立：shape"],
  ],
  ["timeEnd of nothing warns", (c) => c.timeEnd("t"), ['计时器“t”还没有开始：先写 console.time("t")']],
  [
    "dir and debug and info log",
    (c) => {
      c.dir(1);
      c.debug(2);
      c.info(3);
    },
    ["1", "2", "3"],
  ],
  ["an empty line is a line", (c) => c.log(), [""]],
])("%s", async (_, call, lines) => expect(await printed(call)).toEqual(lines));

test("time measures with the clock", async () => {
  const { console, clock, flush, outputs } = showing();
  console.time("t");
  clock.pass(12.34);
  console.timeEnd("t");
  await flush();
  expect(linesOf(outputs[0])).toEqual(["t: 12.3 ms"]);
});

test("warn and error keep their level", async () => {
  const { console, flush, outputs } = showing();
  console.warn("a");
  console.error("b");
  await flush();
  expect(outputs[0]).toMatchObject({ lines: [{ level: "warn" }, { level: "error" }] });
});

test("consecutive lines join; another output parts them", async () => {
  const { console, display, flush, outputs } = showing();
  console.log("a");
  console.log("b");
  display(1);
  console.log("c");
  await flush();
  expect(outputs.map(linesOf)).toEqual([["a", "b"], ["1"], ["c"]]);
});

test("a line has 10 000 characters and 100 values at most", async () => {
  const [line, second] = await printed((c) => {
    c.log("x".repeat(6000), "y".repeat(6000), "z".repeat(6000));
    c.log(...Array.from({ length: 1000 }, (_, i) => i));
  });
  expect(line.length).toBeLessThan(10_100);
  expect(line).toContain("另有 2000 个字符");
  expect(second).toContain("98 99 ……另有 900 个值");
});

describe("sending", () => {
  test("the first line goes at once, the next ones together", () => {
    const { console, clock, messages } = showing();
    console.log("1");
    expect(messages).toHaveLength(1);
    console.log("2");
    console.log("3");
    expect(messages).toHaveLength(1);
    clock.pass(60);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ type: "lines", index: 0, lines: [{}, {}], omitted: 0 });
  });

  test("at most 20 messages a second", () => {
    const { console, clock, messages } = showing();
    for (let i = 0; i < 400; i++) {
      console.log(i);
      clock.pass(5);
    }
    expect(messages.length).toBeLessThanOrEqual(41);
  });

  test("nothing after close", async () => {
    const { console, display, clock, close, messages } = showing();
    const handle = display(1);
    console.log("a");
    console.log("b");
    close();
    const before = messages.length;
    console.log("c");
    handle.update(2);
    display(3);
    clock.pass(1000);
    expect(messages).toHaveLength(before);
  });
});

describe("a flood", () => {
  test("keeps the first 500 and the last 50 lines and counts the others", async () => {
    const { console, flush, outputs } = showing();
    for (let i = 0; i < 10_000; i++) console.log("line", i);
    await flush();
    const lines = linesOf(outputs[0]);
    expect(outputs[0]).toMatchObject({ omitted: 9450, head: 500 });
    expect([lines.length, lines[0], lines[499], lines[500], lines[549]]).toEqual([550, "line 0", "line 499", "line 9950", "line 9999"]);
  });

  test("of 520 lines loses none", async () => {
    const { console, flush, outputs } = showing();
    for (let i = 0; i < 520; i++) console.log(i);
    await flush();
    expect(linesOf(outputs[0])).toEqual(Array.from({ length: 520 }, (_, i) => String(i)));
    expect(outputs[0]).toMatchObject({ omitted: 0 });
  });

  test("tells how many lines there are while it lasts", () => {
    const { console, clock, outputs } = showing();
    for (let i = 0; i < 100_000; i++) {
      console.log(i);
      if (i % 1000 === 0) clock.pass(60);
    }
    expect(outputs[0]).toMatchObject({ type: "text" });
    const { omitted } = outputs[0] as { omitted: number };
    expect(omitted).toBeGreaterThan(90_000);
  });

  test("of objects shows them as they were", async () => {
    const { console, flush, outputs } = showing();
    const point = { x: 0 };
    for (let i = 0; i < 2000; i++) {
      point.x = i;
      console.log(point);
    }
    await flush();
    expect(linesOf(outputs[0]).at(-2)).toBe("{…} {x: 1998}");
  });

  test("spread over many outputs is cut all the same", async () => {
    const { console, display, flush, outputs } = showing();
    for (let i = 0; i < 100; i++) {
      for (let j = 0; j < 100; j++) console.log(i, j);
      display(i);
    }
    await flush();
    const lines = outputs.reduce((sum, output) => sum + (output.type === "text" ? output.lines.length : 0), 0);
    expect(lines).toBeLessThan(8000);
  });

  test("of a million lines sends little", async () => {
    let sent = 0;
    let characters = 0;
    const { console, flush } = createDisplay((message) => {
      sent++;
      characters += JSON.stringify(message).length;
    });
    for (let i = 0; i < 1_000_000; i++) console.log("step", i, 0.5);
    await flush();
    expect(sent).toBeLessThan(200);
    expect(characters).toBeLessThan(500_000);
  });
});
