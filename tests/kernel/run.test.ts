import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Message } from "../../src/kernel/outputs/display.ts";
import { createRunner, type Runner } from "../../src/kernel/run.ts";
import { program } from "./program.ts";

let runner: Runner;
beforeEach(() => {
  runner = createRunner({ seed: 1 });
});

/** Runs a listing that must succeed: its result and the text it printed. */
async function run(id: string, code: string, parts: Parameters<typeof program>[2] = {}) {
  const messages: Message[] = [];
  const outcome = await runner.run(program(id, code, parts), (message) => messages.push(message));
  if (!outcome.ok) throw new Error(`${outcome.error.title} ${outcome.error.original}`);
  return { ...outcome.result, printed: JSON.stringify(messages), messages };
}

async function fail(id: string, code: string, parts: Parameters<typeof program>[2] = {}) {
  const outcome = await runner.run(program(id, code, parts), () => {});
  if (outcome.ok) throw new Error("expected a failure");
  return outcome;
}

describe("a run", () => {
  test("gives a later listing what an earlier one declared", async () => {
    await run("a", "const x = 2", { declares: ["x"] });
    const { values } = await run("b", "const y = x * 3", { inputs: ["x"], declares: ["y"] });
    expect(values).toEqual({ y: 6 });
  });

  test("keeps let variables live, so that a function's writes are seen by later listings", async () => {
    await run("a", "let n = 0\nfunction up() { n++ }", { declares: ["n", "up"] });
    await run("b", "up(); up()", { inputs: ["up"] });
    expect((await run("c", "const m = n", { inputs: ["n"], declares: ["m"] })).values).toEqual({ m: 2 });
  });

  test("takes the time of the listing alone, not of what it imports", async () => {
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
    runner = createRunner({ seed: 1, load: async () => ((now += 5000), {}) });
    const { milliseconds } = await run("a", "1", { tf: true });
    clock.mockRestore();
    expect(milliseconds).toBe(0);
  });

  test("may await at the top level", async () => {
    expect((await run("a", "const x = await Promise.resolve(5)", { declares: ["x"] })).values).toEqual({ x: 5 });
  });

  test("survives a listing that ends in a comment", async () => {
    expect((await run("a", "const x = 1 // one", { declares: ["x"] })).values).toEqual({ x: 1 });
  });

  test("shows what display and console are given", async () => {
    const { printed } = await run("a", 'console.log("hello"); display(7)');
    expect(printed).toContain("hello");
    expect(printed).toContain('"7"');
  });

  test("shows in the run that calls a function, not in the run that declared it", async () => {
    await run("a", "const say = (x) => console.log(x)", { declares: ["say"] });
    expect((await run("b", 'say("from b")', { inputs: ["say"] })).printed).toContain("from b");
  });

  test("leaves display and console as they were", async () => {
    const { console } = globalThis;
    await run("a", "console.log(1)");
    expect(globalThis.console).toBe(console);
    expect((globalThis as { display?: unknown }).display).toBeUndefined();
  });

  test("quotes numbers, strings and short lists and says what each value is", async () => {
    const { values, kinds } = await run(
      "a",
      'const n = 1, s = "x", list = [1, 2], long = Array(200).fill(0), f = () => 1\nclass C {}\nconst t = tf.scalar(1), v = tf.variable(t)',
      { declares: ["n", "s", "list", "long", "f", "C", "t", "v"], tf: true },
    );
    expect(values).toEqual({ n: 1, s: "x", list: [1, 2] });
    expect(kinds).toEqual({
      n: "primitive",
      s: "primitive",
      list: "object",
      long: "object",
      f: "function",
      C: "class",
      t: "tensor",
      v: "variable",
    });
  });

  test("draws the same numbers whatever ran before it", async () => {
    const draw = "const x = Math.random(), y = tf.randomNormal([2]).arraySync(), z = [1, 2, 3, 4, 5, 6, 7]; tf.util.shuffle(z)";
    const parts = { declares: ["x", "y", "z"], tf: true };
    const first = await run("draw", draw, parts);
    await run("other", "Math.random()");
    expect((await run("draw", draw, parts)).values).toEqual(first.values);
    runner.seed = 2;
    expect((await run("draw", draw, parts)).values).not.toEqual(first.values);
  });

  test("shuffles a tf.data pipeline without a seed the same way each time", async () => {
    const code = "const order = await tf.data.array([1,2,3,4,5,6,7,8]).shuffle(8).toArray()";
    const parts = { declares: ["order"], tf: true };
    expect((await run("a", code, parts)).values).toEqual((await run("a", code, parts)).values);
  });

  test("names layers and variables as the first run did", async () => {
    const code = `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] }), tf.layers.dense({ units: 1 })] })
      const names = net.layers.map((l) => l.name), v = tf.variable(tf.scalar(1)), name = v.name`;
    const parts = { declares: ["net", "names", "v", "name"], tf: true };
    const first = await run("a", code, parts);
    expect(first.values.names).toEqual(["dense_Dense1", "dense_Dense2"]);
    expect((await run("a", code, parts)).values).toEqual(first.values);
  });
});

describe("an entry asked of a tensor", () => {
  const indexed = [{ name: "X", line: 2, column: 11 }];
  beforeEach(() => run("make", "const X = tf.ones([3]), list = [1]", { tf: true, declares: ["X", "list"] }));

  test.each([
    ["another listing's", "\nconst a = X[500]", { inputs: ["X"] }],
    ["its own", "const X = tf.ones([2])\nconst a = X[i]", { tf: true, declares: ["X"] }],
  ])("is pointed out although nothing threw: %s", async (_, code, parts) => {
    await run("i", "globalThis.i = 'x'");
    expect((await run("a", code, { ...parts, indexed })).warning).toMatchObject({
      kind: "tensor-index",
      line: 2,
      title: expect.stringContaining("`X[…]`"),
    });
  });

  test("is named as the cause of what fails over it", async () => {
    const { error } = await fail("a", "\nconst a = X[500].add(1)", { inputs: ["X"], indexed });
    expect(error).toMatchObject({ kind: "tensor-index", line: 2, original: expect.stringContaining("reading 'add'") });
  });

  test("of a list is no matter", async () => {
    expect((await run("a", "list[500]", { inputs: ["list"], indexed: [{ name: "list", line: 1, column: 1 }] })).warning).toBeUndefined();
  });
});

test.each([
  ["a forgotten await", "const load = async () => 1, x = load()", ["x"], "missing-await"],
  ["an await", "const load = async () => 1, x = await load()", ["x"], undefined],
  ["numbers sorted as text", "const x = [10, 9, 1].sort()", ["x"], "text-order"],
  ["numbers sorted by size", "const x = [10, 9, 1].sort((a, b) => a - b)", ["x"], undefined],
  ["numbers for which it makes no difference", "const x = [3, 2, 1].sort()", ["x"], undefined],
  ["names sorted", 'const x = ["b", "a"].sort()', ["x"], undefined],
])("a run that ended well is doubted or not: %s", async (_, code, declares, kind) => {
  expect((await run("a", code, { declares })).warning?.kind).toBe(kind);
});

test.each([
  [
    "a second derivative through exp",
    "const g = tf.grad((x) =>\n  x.mul(x.exp()).sum());\ntf.grad((x) => g(x).sum())(tf.ones([2]));",
    "second-derivative",
  ],
  ["a first derivative through exp", "tf.grad((x) => x.exp().sum())(tf.ones([2]));", undefined],
  ["a second derivative of a square", "tf.grad(tf.grad((x) => x.square().sum()))(tf.ones([2]));", undefined],
  [
    "probabilities for logits",
    "\ntf.losses.softmaxCrossEntropy(tf.oneHot([0, 2], 3), tf.softmax(tf.range(0, 6).reshape([2, 3])));",
    "probabilities",
  ],
  ["logits for labels", "\ntf.losses.softmaxCrossEntropy(tf.range(0, 6).reshape([2, 3]), tf.oneHot([0, 2], 3));", "labels-order"],
  ["labels and logits", "tf.losses.softmaxCrossEntropy(tf.oneHot([0, 2], 3), tf.range(0, 6).reshape([2, 3]));", undefined],
  ["an initializer without spread", "\ntf.initializers.randomNormal({ stddev: 0 });", "zero-spread"],
  ["an initializer with spread", "tf.initializers.randomNormal({ stddev: 0.01 });", undefined],
  ["one seed for two shapes", "const X = draw([9, 2], 7);\nconst noise = draw([9, 1], 7);", "same-seed"],
  ["one seed for two tensors of one shape", "const a = tf.randomUniform([2], 0, 1, 'float32', 7);\nconst b = draw([2], 7);", "same-seed"],
  [
    "one seed for two layers",
    "const a = tf.initializers.glorotNormal({ seed: 7 });\ntf.initializers.randomUniform({ seed: 7 });",
    "same-seed",
  ],
  ["one seed at one place for two shapes", "for (const n of [2, 3])\n  draw([n], 7);", "same-seed"],
  ["one seed at one place: the same start on purpose", "for (const lr of [0.1, 1]) draw([2, 1], 7);", undefined],
  ["seeds of their own", "draw([2], 7);\ndraw([2], 8);", undefined],
  ["no seeds", "tf.randomNormal([2]);\ntf.randomNormal([2]);", undefined],
  ["the seed 0", "\ndraw([2], 0);", "zero-seed"],
  ["the seed 0 of an initializer", "\ntf.initializers.truncatedNormal({ stddev: 1, seed: 0 });", "zero-seed"],
  ["the seed 0 where it is one", "tf.randomUniform([2], 0, 1, 'float32', 0);", undefined],
  ["a number for the seed of a dataset", "\ntf.data.array([1, 2, 3]).shuffle(3, 7);", "numeric-seed"],
  ["the seed 0 of a dataset", "\ntf.data.array([1, 2, 3]).shuffle(3, 0);", "zero-seed"],
  ["a string for the seed of a dataset", 'tf.data.array([1, 2, 3]).shuffle(3, "7");', undefined],
  ["a dataset to keep its order", '\ntf.data.array([1, 2, 3]).shuffle(3, "7", false);', "reshuffles"],
  ["a dataset larger than the buffer", "\ntf.data.array([1, 2, 3]).shuffle(2);", "small-buffer"],
  ["a dataset of unknown size", "tf.data.generator(function* () {}).shuffle(2);", undefined],
])("what tfjs takes without a word is doubted or not, at its line: %s", async (_, code, kind) => {
  await run("drawing", 'const draw = (shape, seed) => tf.randomNormal(shape, 0, 1, "float32", seed);', { tf: true, declares: ["draw"] });
  const { warning } = await run("a", code, { tf: true, inputs: ["draw"] });
  expect(warning?.kind).toBe(kind);
  if (kind) expect(warning).toMatchObject({ listing: "a", line: 2, link: expect.anything() as unknown });
});

describe("a seed of an earlier listing", () => {
  const draw = (seed: number) => `tf.randomNormal([2], 0, 1, "float32", ${seed});`;
  beforeEach(() => run("features", draw(7), { tf: true }));

  test("is doubted in a later one", async () => {
    const { warning } = await run("noise", draw(7), { tf: true });
    expect(warning).toMatchObject({ kind: "same-seed", listing: "noise", line: 1, title: expect.stringContaining("在另一份清单里") });
  });

  test("may be given again by the same one", async () => {
    expect((await run("features", draw(7), { tf: true })).warning).toBeUndefined();
  });

  test("is free once that listing is run with another", async () => {
    await run("features", draw(8), { tf: true });
    expect((await run("noise", draw(7), { tf: true })).warning).toBeUndefined();
  });
});

test("a number for the seed of a dataset gives the order that its text gives", async () => {
  const order = (seed: string) => `const x = await tf.data.array([1, 2, 3, 4, 5, 6, 7, 8]).shuffle(8, ${seed}).toArray()`;
  const parts = { tf: true, declares: ["x"] };
  expect((await run("a", order("7"), parts)).values).toEqual((await run("a", order('"7"'), parts)).values);
});

test.each([
  ["a column less a row", "const d = tf.ones([3, 1]).sub(tf.ones([3]))", /\[3, 1\] 和 \[3\].*\[3, 3\]/],
  ["a row equal to a column", "const d = tf.ones([3]).equal(tf.ones([3, 1]))", /\[3\] 和 \[3, 1\].*\[3, 3\]/],
  ["two columns", "const d = tf.ones([3, 1]).sub(tf.ones([3, 1]))", undefined],
  ["a bias of one", "const d = tf.ones([3, 1]).add(tf.ones([1]))", undefined],
  ["a row of another length", "const d = tf.ones([3, 1]).mul(tf.ones([4]))", undefined],
])("%s is pointed out when it makes a square", async (_, code, words) => {
  const { warning } = await run("a", `\n${code}`, { tf: true, declares: ["d"] });
  if (!words) expect(warning).toBeUndefined();
  else expect(warning).toMatchObject({ kind: "broadcast-square", listing: "a", line: 2, title: expect.stringMatching(words) });
});

describe("a run that fails", () => {
  test("over a misspelt import is told at the import, and which name was meant", async () => {
    const at = { listing: "a", line: 3, column: 10 };
    const imports = [{ specifier: "d2l", imported: "linRegg", local: "linRegg", typeOnly: false, at }];
    const expected = { kind: "missing-export", hint: expect.stringContaining("`linreg`"), ...at };
    expect((await fail("a", "1", { imports })).error).toMatchObject(expected);
    expect((await fail("b", "linRegg", { imports })).error).toMatchObject(expected); // in force from the listing above
  });

  test("declares nothing, and withdraws what the listing declared before", async () => {
    await run("a", "const x = 1", { declares: ["x"] });
    await fail("a", 'const x = 2; throw new Error("no")', { declares: ["x"] });
    const { error } = await fail("b", "x", { inputs: ["x"] });
    expect(error.original).toContain("x 还没有值");
  });

  test.each([
    ["on the first line", 'throw new Error("here")', 1, 7],
    ["on a later line", 'const a = 1\n\n  throw new Error("here")', 3, 9],
    ["after an await", 'await 1\nawait null; throw new Error("here")', 2, 19],
    ["inside a function of its own", "function f() {\n  null.x\n}\nf()", 2, 8],
    ["inside tfjs", "const a = 1\ntf.matMul(tf.ones([2, 3]), tf.ones([2, 3]))", 2, 4],
  ])("is told at its place: %s", async (_, code, line, column) => {
    const { error } = await fail("a", code, { tf: true, declares: /const a/.test(code) ? ["a"] : [] });
    expect(error).toMatchObject({ listing: "a", line, column });
  });

  test("is told at the place in the earlier listing whose function threw", async () => {
    await run("a", "const x = 1\nfunction f() {\n  throw new Error(x)\n}", { declares: ["x", "f"] });
    expect((await fail("b", "\nf()", { inputs: ["f"] })).error).toMatchObject({ listing: "a", line: 3 });
  });

  test("shows what came before the failure", async () => {
    const messages: Message[] = [];
    await runner.run(program("a", 'console.log("before"); throw 1'), (message) => messages.push(message));
    expect(JSON.stringify(messages)).toContain("before");
  });

  test("frees what it made", async () => {
    const before = await run("m", "1");
    const { result } = await fail("a", "const t = tf.ones([1000]); throw new Error()", { tf: true, declares: ["t"] });
    expect(result.memory.tensors).toBe(before.memory.tensors);
  });

  test("may throw anything at all", async () => {
    for (const thrown of ["undefined", "null", '"text"', "{ stack: 1 }", "new Proxy({}, { get() { throw 1 } })"]) {
      expect((await fail("a", `throw ${thrown}`)).ok).toBe(false);
    }
  });
});
