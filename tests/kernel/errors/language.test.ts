/** The wording of V8 is thrown for real; that of SpiderMonkey and JavaScriptCore is quoted from Firefox 153 and WebKitGTK 2.50. */
import { describe, expect, test } from "vitest";
import { explain } from "../../../src/kernel/errors/explain.ts";
import { ReaderError } from "../../../src/kernel/errors/reader-error.ts";

const run = (code: string) => {
  try {
    new Function(code)();
  } catch (error) {
    return error;
  }
  throw new Error(`expected a failure of: ${code}`);
};

test.each([
  ["lr * 2", "undefined-name", /`lr`/],
  ["print(1)", "elsewhere", /console\.log/],
  ["torch.zeros(2)", "elsewhere", /tfjs/],
  ["document.title", "elsewhere", /后台线程/],
  ["new Worker('x')", "elsewhere", /线程/],
  ["x; let x = 1", "used-before-declared", /`x`/],
  ["const a = 1; a = 2", "const-assignment", /const/],
  ["'use strict'; Object.freeze([1]).push(2)", "read-only", /只读/],
  ["for (const x of 3);", "not-iterable", /逐个/],
  ["const [a] = {}", "not-iterable", /逐个/],
  ["const t = {}; t.backward()", "torch-habit", /variableGrads/],
  ["const t = Promise.resolve(1); t.dataSync()", "not-a-tensor", /await/],
  ["const f = 1; f()", "not-callable", /`f`/],
  ["const w = {}; w.shape()", "not-callable", /不带括号.*`w\.shape`/],
  ["const loss = {}; loss.toFixed(4)", "not-callable", /dataSync\(\)\[0\]\.toFixed/],
  ["const X = {}; X.map(1)", "not-callable", /arraySync/],
  ["const X = {}; X.sofmax()", "not-callable", /`X\.softmax`/],
  ["const tf = {}; tf.one_hot([1], 3)", "not-callable", /`tf\.oneHot`/],
  ["const tf = { train: {} }; tf.train.SGD(0.1)", "not-callable", /`tf\.train\.sgd`/],
  ["const d2l = {}; d2l.train_ch3()", "not-callable", /`trainCh3`/],
  ["const tf = { layers: {} }; tf.layers.Dense(1)", "not-callable", /`tf\.layers\.dense`/],
  ["const f = () => {}; const [a] = f()", "not-iterable", /`f\(…\)` 返回的.*`return`/],
  ["new (class { x() { new this.x() } })().x()", "not-a-constructor", /new/],
  ["const t = {}; t.T.matMul(1)", "reading-undefined", /transpose/],
  ["let w; w.shape", "reading-undefined", /undefined.*shape/],
  ["null.x", "reading-undefined", /null/],
  ["1n + 1", "mix-bigint", /BigInt/],
  ["(function f() { f() })()", "stack-overflow", /调用自己/],
  ["new Array(-1)", "invalid-length", /长度/],
  ["new Float32Array(-1)", "invalid-length", /长度/],
  ["(1).toFixed(200)", "digits", /位数/],
  ["JSON.parse('{a:1}')", "json", /JSON/],
])("V8: %s", (code, kind, words) => {
  const explanation = explain(run(code));
  expect([explanation.kind, explanation.title + explanation.hint]).toEqual([kind, expect.stringMatching(words)]);
});

const as = (name: string, message: string) => Object.assign(new Error(message), { name });

test.each([
  ["the shape of a number", "const [n, d] = [1, w.shape[0]];", 27, "0", /`w\.shape` 是 undefined.*`w` 多半是一个数/],
  ["a gradient by the variable's own name", "w.assign(grads.w.mul(lr));", 18, "mul", /`grads\.w` 是 undefined.*grads\[w\.name\]/],
  ["a misspelt part of tfjs", "const d = tf.layer.dense({});", 20, "dense", /没有 `tf\.layer`.*`tf\.layers\.dense`/],
  ["an invented part of tfjs", "tf.optimizer.sgd(0.1);", 14, "sgd", /`tf\.train\.sgd`/],
  ["a part that is nowhere", "tf.nn.Linear(2, 1);", 7, "Linear", /`tf\.train`.*`tf\.layers`/],
  ["a place that is another's", "const d = 1;", 3, "dense", /点前面的值是 undefined，取不到它的 `dense`/],
])("V8, which does not name it: %s is named from the line", (_, text, column, property, words) => {
  const error = as("TypeError", `Cannot read properties of undefined (reading '${property}')`);
  const { title, hint } = explain(error, { text, column });
  expect(title + hint).toMatch(words);
});

test.each([
  ["ReferenceError", "Can't find variable: lr", "undefined-name", /`lr`/],
  ["ReferenceError", "can't access lexical declaration 'x' before initialization", "used-before-declared", /`x`/],
  ["ReferenceError", "Cannot access uninitialized variable.", "used-before-declared", /声明/],
  ["TypeError", "invalid assignment to const 'a'", "const-assignment", /`a`/],
  ["TypeError", "Attempted to assign to readonly property.", "const-assignment", /const/],
  ["TypeError", "t.backward is not a function. (In 't.backward()', 't.backward' is undefined)", "torch-habit", /variableGrads/],
  ["TypeError", 'can\'t access property "shape", w is undefined', "reading-undefined", /`w` 是 undefined，取不到它的 `shape`/],
  ["TypeError", "undefined is not an object (evaluating 'w.shape')", "reading-undefined", /`w` 是 undefined，取不到它的 `shape`/],
  ["TypeError", "w is undefined", "reading-undefined", /`w` 是 undefined/],
  ["TypeError", "undefined is not a function (near '...x of t...')", "not-iterable", /逐个/],
  [
    "TypeError",
    "shape.forEach is not a function. (In 'shape.forEach(assertNonNegative)', 'shape.forEach' is undefined)",
    "shape-not-array",
    /数组/,
  ],
  ["TypeError", "e.forEach is not a function", "shape-not-array", /数组/],
  ["InternalError", "too much recursion", "stack-overflow", /调用自己/],
  ["RangeError", "Maximum call stack size exceeded.", "stack-overflow", /调用自己/],
  ["RangeError", "Array buffer allocation failed", "out-of-memory", /内存/],
  ["RangeError", "Out of memory", "out-of-memory", /内存/],
  ["InternalError", "allocation size overflow", "out-of-memory", /内存/],
  ["TypeError", "Failed to fetch", "network", /网/],
  ["TypeError", "NetworkError when attempting to fetch resource.", "network", /网/],
  ["TypeError", "Load failed", "network", /网/],
  ["EvalError", "Refused to evaluate a string as JavaScript because 'unsafe-eval' is not an allowed source", "eval", /eval/],
  ["EvalError", "call to eval() blocked by CSP", "eval", /eval/],
])("other engines: %s: %s", (name, message, kind, words) => {
  const explanation = explain(as(name, message));
  expect([explanation.kind, explanation.title + explanation.hint]).toEqual([kind, expect.stringMatching(words)]);
  expect(explanation.original).toBe(`${name}: ${message}`);
});

describe("a misspelt name", () => {
  const guess = (name: string, names: string[]) => explain(as("ReferenceError", `${name} is not defined`), { names }).hint;
  test.each([
    ["featurs", ["features", "labels"], "features"],
    ["Dataiter", ["dataIter"], "dataIter"],
    ["consle", [], "console"],
    ["lables", ["features", "labels"], "labels"],
  ])("%s of %j is taken for %s", (name, names, meant) => expect(guess(name, names)).toContain(`\`${meant}\``));

  test("is not taken for something far away", () => expect(guess("q", ["features"])).not.toContain("是不是想写"));
});

describe("what is thrown", () => {
  test.each([
    ["a string", "停"],
    ["undefined", undefined],
    ["null", null],
    ["a number", 3],
    ["an object", { a: 1 }],
    ["a symbol", Symbol("s")],
  ])("may be %s", (_, value) => expect(explain(value)).toMatchObject({ kind: "thrown-value", title: expect.stringContaining("不是错误") }));

  test("may resist being read", () => {
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error("no");
        },
        getPrototypeOf() {
          throw new Error("no");
        },
      },
    );
    expect(explain(hostile).kind).toBe("thrown-value");
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(explain(proxy).kind).toBe("thrown-value");
  });

  test("may have a getter for its message", () => {
    const error = new Error("x");
    Object.defineProperty(error, "message", {
      get() {
        throw new Error("no");
      },
    });
    expect(explain(error).title).not.toBe("");
  });

  test("may be its own cause", () => {
    const error = new Error("x");
    error.cause = error;
    expect(explain(error)).toMatchObject({ kind: "thrown", original: expect.stringMatching(/^Error: x\ncause: Error: x/) });
  });

  test("may have no end of prototypes", () => {
    const endless: object = new Proxy({}, { getPrototypeOf: () => endless });
    expect(explain(endless).kind).toBe("thrown-value");
  });

  test("is said to be the program's words when they are not Chinese", () => {
    expect(explain(new Error("loss is negative")).title).toBe("程序报告了一个错误：loss is negative");
  });

  test("keeps the words of the listing's own error", () => {
    expect(explain(new Error("学习率不能是负数"))).toMatchObject({
      kind: "thrown",
      title: "学习率不能是负数",
      original: "Error: 学习率不能是负数",
    });
  });

  test("is passed on when it is already told to the reader", () => {
    const error = new ReaderError("装不下了", { kind: "memory", hint: "少装一点", link: { href: "x/", text: "x" } });
    expect(explain(error, { listing: "a", line: 2, column: 3 })).toEqual({
      kind: "memory",
      title: "装不下了",
      hint: "少装一点",
      link: { href: "x/", text: "x" },
      listing: "a",
      line: 2,
      column: 3,
      original: "ReaderError: 装不下了",
    });
  });

  test("tells the failures of data by their code", () => {
    const error = Object.assign(new Error("数据文件 a.bin 没有传完。"), { name: "DataError", code: "truncated", hint: "再运行一次。" });
    expect(explain(error)).toMatchObject({ kind: "data-truncated", title: "数据文件 a.bin 没有传完。", hint: "再运行一次。" });
  });
});
