import { beforeEach, describe, expect, test } from "vitest";
import { createRunner, type Runner } from "../../src/kernel/run.ts";
import { program } from "./program.ts";

let runner: Runner;
beforeEach(() => {
  runner = createRunner({ seed: 1 });
});

async function run(id: string, code: string, declares: string[] = [], inputs: string[] = []) {
  const outcome = await runner.run(program(id, code, { tf: true, declares, inputs }), () => {});
  if (!outcome.ok) throw new Error(outcome.error.original);
  return outcome.result;
}

async function fail(id: string, code: string, inputs: string[] = []) {
  const outcome = await runner.run(program(id, code, { tf: true, inputs }), () => {});
  if (outcome.ok) throw new Error("expected a failure");
  return outcome.error;
}

describe("memory", () => {
  test.each([
    ["a declared tensor", "const t = tf.ones([3])", 1, 0],
    ["tensors in a list", "const t = [tf.ones([3]), tf.ones([3])]", 2, 0],
    ["tensors in objects, Maps and Sets", "const t = { a: new Map([[1, tf.ones([3])]]), b: new Set([tf.ones([3])]) }", 2, 0],
    ["tensors of a class", "class Net { w = tf.ones([3]); parts = [tf.ones([3])] }\nconst t = new Net()", 2, 0],
    ["an optimizer's constant", "const t = tf.train.sgd(0.1)", 1, 0],
    ["a layer's weights", "const t = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })", 2, 0],
    ["intermediate results", "const t = tf.ones([3]).add(1).mul(2)", 1, 2],
    ["intermediate results inside tidy", "const t = tf.tidy(() => tf.ones([3]).add(1).mul(2))", 1, 0],
    ["a tensor only a closure holds", "const hidden = tf.ones([3]); const t = () => hidden", 0, 1],
  ])("tells what is kept from what is left behind: %s", async (_, code, kept, leaked) => {
    expect((await run("a", code, ["t"])).memory).toMatchObject({ kept, leaked });
  });

  test("counts what was made, also when it was disposed since", async () => {
    const { memory } = await run("a", "const t = tf.ones([10])\ntf.ones([5]).dispose()\ntf.ones([25])", ["t"]);
    expect(memory).toMatchObject({ made: 3, kept: 1, leaked: 1, leakedBytes: 100 });
  });

  test("does not grow when a listing runs again", async () => {
    const code =
      'const w = tf.variable(tf.zeros([100]), true, "w"), opt = tf.train.adam(0.1)\nfor (let i = 0; i < 3; i++) opt.minimize(() => w.sub(1).square().sum())';
    const first = (await run("a", code, ["w", "opt"])).memory;
    expect((await run("a", code, ["w", "opt"])).memory).toEqual(first);
    runner.forget(["a"]);
    expect(runner.inspect()).toEqual([]);
  });

  test("keeps account of a few tensors among thousands that come and go", async () => {
    const code =
      "const t = [tf.ones([1])]\nfor (let i = 0; i < 5000; i++) tf.ones([1]).dispose()\nt.push(tf.ones([1]))\nfor (let i = 0; i < 5000; i++) tf.ones([1]).dispose()";
    expect((await run("a", code, ["t"])).memory).toMatchObject({ made: 10_002, kept: 2, leaked: 0 });
    expect(runner.inspect().map(({ path }) => path)).toEqual(["t[0]", "t[1]"]);
    const { tensors } = (await run("b", "")).memory;
    runner.forget(["a"]);
    expect((await run("b", "")).memory.tensors).toBe(tensors - 2);
  });

  test("tells the tensors of runners apart that take turns", async () => {
    const other = createRunner({ seed: 1 });
    await run("a", "const t = tf.ones([1])", ["t"]);
    await other.run(program("a", "const u = tf.ones([2])", { tf: true, declares: ["u"] }), () => {});
    await run("b", "const v = tf.ones([3])", ["v"]);
    expect(runner.inspect().map(({ path }) => path)).toEqual(["t", "v"]);
    expect(other.inspect().map(({ path }) => path)).toEqual(["u"]);
    other.forget(["a"]);
  });

  test("gives an optimizer's slots to the listing that made the optimizer", async () => {
    await run("w", "const w = tf.tidy(() => tf.variable(tf.zeros([2])))", ["w"]);
    await run("opt", "const opt = tf.train.adam(0.1)", ["opt"]);
    const train = "opt.minimize(() => w.sub(1).square().sum(), false, [w])";
    const first = await run("train", train, [], ["opt", "w"]);
    expect(first.memory).toMatchObject({ kept: 2, leaked: 0 });
    expect(first.assigned).toEqual([
      { listing: "opt", names: ["opt"] },
      { listing: "w", names: ["w"] },
    ]);
    await run("train", train, [], ["opt", "w"]); // the slots are still alive
    runner.forget(["opt", "train"]);
    expect(runner.inspect().map(({ path }) => path)).toEqual(["w"]);
  });

  test("keeps a variable with its maker when another listing assigns it", async () => {
    await run("init", "const w = tf.variable(tf.zeros([2]))", ["w"]);
    await run("train", "tf.tidy(() => w.assign(w.add(1)))", [], ["w"]);
    runner.forget(["train"]);
    expect((await run("read", "const sum = w.sum().arraySync()", ["sum"], ["w"])).values).toEqual({ sum: 2 });
    runner.forget(["init"]);
    expect(runner.inspect().filter(({ listing }) => listing === "init")).toEqual([]);
  });

  test("lists live tensors by the path to them", async () => {
    await run(
      "net",
      "const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] }), list = [tf.ones([4])]; tf.ones([1])",
      ["net", "list"],
    );
    expect(runner.inspect()).toEqual([
      { listing: "net", path: "net.layers[0].kernel", shape: [2, 1], dtype: "float32", bytes: 8 },
      { listing: "net", path: "net.layers[0].bias", shape: [1], dtype: "float32", bytes: 4 },
      { listing: "net", path: "list[0]", shape: [4], dtype: "float32", bytes: 16 },
      { listing: "net", shape: [1], dtype: "float32", bytes: 4 },
    ]);
  });

  test("refuses tensors above the limit in Chinese and takes small ones again afterwards", async () => {
    const error = await fail("a", "const all = []; for (;;) all.push(tf.tensor(new Float32Array(25e6)))");
    expect(error.original).toContain("1.5 GB");
    expect((await run("b", "const x = tf.ones([2]).sum().arraySync()", ["x"])).values).toEqual({ x: 2 });
  });
});

describe("assigned", () => {
  const net = "const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })";
  test.each([
    ["assign", "const v = tf.variable(tf.zeros([2]))", ["v"], "v.assign(tf.ones([2]))"],
    ["minimize", "const v = tf.variable(tf.zeros([2]))", ["v"], "tf.train.sgd(0.1).minimize(() => v.sum())"],
    [
      "minimize through a list",
      "const params = [tf.variable(tf.zeros([2]))]",
      ["params"],
      "tf.train.sgd(0.1).minimize(() => params[0].sum())",
    ],
    ["setWeights", net, ["net"], "net.layers[0].setWeights([tf.ones([2, 1]), tf.ones([1])])"],
    [
      "fit",
      net,
      ["net"],
      'net.compile({ optimizer: "sgd", loss: "meanSquaredError" }); await net.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1, verbose: 0 })',
    ],
  ])("sees %s", async (_, make, names, change) => {
    await run("make", make, names);
    expect((await run("change", change, [], names)).assigned).toEqual([{ listing: "make", names }]);
  });

  test.each([
    ["push", "const list = [1]", ["list"], "list.push(2)"],
    ["an entry of a list that takes another value", "const list = [1, 2]", ["list"], "list[0] = 5"],
    ["sort", "const list = [3, 1, 2]", ["list"], "list.sort()"],
    ["an entry of typed numbers", "const list = new Float32Array(4)", ["list"], "list[3] = 1"],
    ["Map.set", "const cache = new Map()", ["cache"], 'cache.set("a", 1)'],
    ["Set.delete", "const seen = new Set([1, 2])", ["seen"], "seen.delete(1)"],
    ["a field", "const config = { lr: 0.03 }", ["config"], "config.lr = 10"],
    ["a field further down", "const config = { sgd: { steps: [{ lr: 0.03 }] } }", ["config"], "config.sgd.steps[0].lr = 10"],
    ["a tensor that takes another's place", "const params = { w: tf.ones([1]) }", ["params"], "params.w = tf.zeros([1])"],
    ["a field of an object of a class", "class Sum { n = 0; add(x) { this.n += x } }\nconst sum = new Sum()", ["Sum", "sum"], "sum.add(1)"],
    ["a let that a function writes", "let n = 0\nfunction up() { n++ }", ["n", "up"], "up()"],
  ])("sees %s", async (_, make, names, change) => {
    await run("make", make, names);
    const changed = names.filter((name) => /^[a-z]/.test(name) && name !== "up");
    expect((await run("change", change, [], names)).assigned).toEqual([{ listing: "make", names: changed }]);
  });

  test("tells what a listing that failed half-way had changed", async () => {
    await run("make", "const v = tf.variable(tf.zeros([2])), list = []", ["v", "list"]);
    const outcome = await runner.run(
      program("train", "v.assign(tf.ones([2]))\nlist.push(1)\nthrow new Error()", { tf: true, inputs: ["v", "list"] }),
      () => {},
    );
    expect(outcome).toMatchObject({ ok: false, result: { assigned: [{ listing: "make", names: ["v", "list"] }] } });
  });

  test("takes what a library keeps for itself for no change", async () => {
    const make = "const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] }), all = { net, rows: [[1]] }";
    await run("make", make, ["net", "all"]);
    const use = "net.predict(tf.ones([1, 2])).dispose(); all.rows.map((row) => row.slice().reverse()); for (const x of all.rows) x.length";
    expect((await run("use", use, [], ["net", "all"])).assigned).toEqual([]);
  });

  test("leaves out what the listing made itself, and what was only read", async () => {
    await run("make", "const v = tf.variable(tf.zeros([2]))", ["v"]);
    expect((await run("own", "const u = tf.variable(v); u.assign(tf.ones([2]))", ["u"], ["v"])).assigned).toEqual([]);
  });
});
