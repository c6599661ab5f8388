import { expect, test } from "vitest";
import { open } from "./page.ts";

const section = {
  data: "const xs = [1, 2, 3];",
  plot: "console.log(xs);",
  init: "const w = { value: 0 };",
  train: "w.value += xs.length;",
  predict: "console.log(w.value);",
};
/** the training assigns the variable w of init, as the record measured it */
const measured = { train: { assigned: [{ listing: "init", names: ["w"] }] } };
const recorded = { data: [], plot: [], init: [], train: [{ listing: "init", names: ["w"] }], predict: [] };

test("a run takes just what the listing needs, in order", async () => {
  const { session, kernel, states } = open(section, measured, recorded);
  await session.run("predict");
  expect(kernel.ran).toEqual(["data", "init", "train", "predict"]);
  expect(states()).toEqual({ data: "done", plot: "idle", init: "done:used", train: "done", predict: "done" });
});

test("what is still fresh does not run again", async () => {
  const { session, kernel } = open(section, measured, recorded);
  await session.run("predict");
  kernel.ran.length = 0;
  await session.run("predict");
  expect(kernel.ran).toEqual(["predict"]);
  await session.run("train");
  expect(kernel.ran.slice(1)).toEqual(["init", "train"]);
});

test("listings wait, run and are done in turn", async () => {
  const { session, look } = open(section, measured, recorded);
  await session.run("train");
  expect(look("data").states).toEqual(["idle", "queued", "running", "done"]);
  expect(look("train").states).toEqual(["queued", "running", "done"]);
});

test("a listing that waits knows for which, and while the kernel starts that it does", async () => {
  const { session, kernel, look } = open(section, { ...measured, init: { endless: true } }, recorded);
  void session.run("train");
  await new Promise((resolve) => setTimeout(resolve));
  expect(look("train").standing).toEqual({ state: "queued", because: "3.2-3" });
  kernel.change("starting");
  expect(look("init").standing).toEqual({ state: "running", loading: true });
  kernel.change("running");
  expect(look("init").standing).toEqual({ state: "running" });
});

test("the first that fails ends the chain and is pointed at", async () => {
  const { session, kernel, look, edit, announced } = open(section, measured, recorded);
  edit("init", "const w = { value: 0 }; throw new Error();");
  await session.run("train");
  expect(kernel.ran).toEqual(["data", "init"]);
  expect(look("init").standing.state).toBe("failed");
  expect(look("init").outputs).toMatchObject([{ type: "error" }]);
  expect(look("init").marked).toBe(1);
  expect(look("train").standing.state).toBe("idle");
  expect(look("train").notice).toContain("3.2-3");
  expect(announced.at(-1)).toContain("没有运行");
});

test("a text that does not parse keeps its chain from running and says so at its line", async () => {
  const { session, kernel, look, states } = open(section, measured, recorded);
  session.edit("init", "const w = {", { error: { title: "少了右花括号", original: "SyntaxError", kind: "unclosed", line: 1 } });
  expect(states()["init"]).toBe("stale:edited");
  await session.run("train");
  expect(kernel.ran).toEqual(["data"]);
  expect(look("init").outputs).toMatchObject([{ type: "error", error: { title: "少了右花括号" } }]);
  expect(look("init").marked).toBe(1);
});

test("an edit makes stale what was computed from it, with the reason, and runs nothing", async () => {
  const { session, kernel, states, look, edit } = open(section, measured, recorded);
  await session.run("predict");
  kernel.ran.length = 0;
  edit("data", "const xs = [1];");
  expect(states()).toMatchObject({ data: "stale:edited", train: "stale:upstream", predict: "stale:upstream" });
  expect(look("train").standing.because).toBe("3.2-1");
  edit("data", section.data);
  expect(states()).toMatchObject({ data: "done", train: "done", predict: "done" });
  expect(kernel.ran).toEqual([]);
});

test("stop ends the run under way and those that wait", async () => {
  const { session, kernel, states, running } = open(section, { ...measured, init: { endless: true } }, recorded);
  const run = session.run("train");
  const after = session.run("plot");
  await new Promise((resolve) => setTimeout(resolve));
  expect(states()).toMatchObject({ data: "done", init: "running", train: "queued", plot: "queued" });
  session.stop();
  await Promise.all([run, after]);
  expect(kernel.ran).toEqual(["data", "init"]);
  expect(states()).toMatchObject({ data: "stale:restarted", init: "stopped", train: "idle", plot: "idle" });
  expect(running).toEqual([]);
});

test("after a restart everything done is stale, and a run starts from nothing", async () => {
  const { session, kernel, states } = open(section, measured, recorded);
  await session.run("train");
  await session.restart();
  expect(states()).toMatchObject({ data: "stale:restarted", init: "stale:restarted", train: "stale:restarted" });
  kernel.ran.length = 0;
  await session.run("train");
  expect(kernel.ran).toEqual(["data", "init", "train"]);
});

test("all listings run once each, in the order of the book", async () => {
  const { session, kernel, states } = open(section, measured, recorded);
  await session.runAll();
  expect(kernel.ran).toEqual(Object.keys(section));
  expect(states()).toMatchObject({ plot: "done", predict: "done" });
});

test("a listing of an exercise runs alone and leaves nothing behind", async () => {
  const { session, kernel, states } = open({ ...section, "ex-1": "const xs = [9]; console.log(xs);" });
  await session.run("ex-1");
  expect(kernel.ran).toEqual(["ex-1"]);
  expect(kernel.forgotten).toEqual(["ex-1"]);
  expect(states()["ex-1"]).toBe("done");
  await session.runAll();
  expect(kernel.ran.slice(1)).toEqual(Object.keys(section));
});

test("a run is announced once, at its end", async () => {
  const { session, announced } = open(section, measured, recorded);
  await session.run("train");
  expect(announced).toEqual(["清单 3.2-4 运行完成，用时 1 ms"]);
});

test("after a run that failed half-way, the next one starts from what the text above it says", async () => {
  const { session, kernel, edit } = open(section, measured, recorded);
  edit("train", "w.value += xs.length; throw new Error();");
  await session.run("train");
  edit("train", section.train);
  kernel.ran.length = 0;
  await session.run("train");
  expect(kernel.ran).toEqual(["init", "train"]);
});

test("a let that a function writes may be changed by an edited listing, whatever it stands for by now", async () => {
  const counter = { make: "let n = 0; function up() { n++; }", use: "console.log(1);", read: "console.log(n);" };
  const { session, kernel, edit } = open(counter, { make: { kinds: { n: "primitive", up: "function" } } }, { make: [], use: [], read: [] });
  await session.run("make");
  edit("use", "up();");
  kernel.ran.length = 0;
  await session.run("read");
  expect(kernel.ran).toEqual(["use", "read"]);
});
