import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/listing/compile.ts";
import { ListingError } from "../../src/listing/error.ts";
import { explain, type Explained } from "../../src/listing/explain.ts";
import { checkSection } from "../../src/listing/section.ts";
import { listings } from "./listings.ts";

/** What a reader is told about a text that does not compile. */
function explained(source: string): Explained {
  try {
    compile(source);
  } catch (error) {
    if (error instanceof ListingError) return explain(error);
    throw error;
  }
  throw new Error(`compiles: ${source}`);
}

/** A text, the explanation it gets, where, and a word that the title or the hint must contain. */
const rows: [source: string, kind: string, place: string, words: string][] = [
  ["f(1，2)", "chinese-punctuation", "1:4", "英文半角的 ,"],
  ["const s = “a”", "chinese-punctuation", "1:11", "“"],
  ["f(1）", "chinese-punctuation", "1:4", "）"],
  ["const a：number = 3", "chinese-punctuation", "1:8", "："],
  ["x = 1；", "chinese-punctuation", "1:6", "；"],
  ["def f(x):\n  return x", "python-def", "1:4", "function"],
  ["async def f():\n  pass", "python-def", "1:6", "function"],
  ["for x in xs:\n  y", "python-block", "1:5", "for (const x of xs)"],
  ["if a > 3:\n  b", "python-block", "1:4", "if (x > 0)"],
  ["while True:\n  x", "python-block", "1:7", "while"],
  ["class Net(nn.Module):\n  x", "python-block", "1:10", "class Net {"],
  ["if (a) { b }\nelif c:\n  d", "python-elif", "2:5", "else if"],
  ["print x", "python-print", "1:6", "console.log"],
  ["import torch", "python-import", "1:13", "import * as tf"],
  ["import numpy as np", "python-import", "1:14", "@tensorflow/tfjs"],
  ["from d2l import torch as d2l", "python-import", "1:5", "import"],
  ["# 训练", "python-comment", "1:1", "//"],
  ["const f = lambda x: x + 1", "python-lambda", "1:17", "箭头函数"],
  ["const a = [i for i in xs]", "python-comprehension", "1:14", "map"],
  ["X[1:3]", "python-slice", "1:4", "slice"],
  ["X[:, 0]", "python-slice", "1:3", "slice"],
  ["const y = X @ w", "python-matmul", "1:12", "tf.matMul"],
  ["console.log(f'loss {x}')", "python-f-string", "1:14", "`损失 ${loss}`"],
  ['const s = """\nabc"""', "python-triple-quote", "1:13", "反引号"],
  ["const x = y if z else w", "python-ternary", "1:12", "条件 ? a : b"],
  ["if (a and b) {}", "python-word", "1:7", "&&"],
  ["if (not a) {}", "python-word", "1:9", "!"],
  ["import { x } from d2l", "import-quotes", "1:19", "引号"],
  ["for (let i = 0, i < 3, i++) {}", "for-commas", "1:17", "分号"],
  ["const s = 'abc\nb", "unclosed-string", "1:11", "引号"],
  ["`abc", "unclosed-template", "1:2", "反引号"],
  ["/* abc", "unclosed-comment", "1:1", "*/"],
  ["const a = (1 + 2", "unclosed-bracket", "1:11", "( 没有闭合"],
  ["function f() {\n  g(x);\n", "unclosed-bracket", "1:14", "补上 }"],
  ["f(')', /[)]/, `${[1}`)", "wrong-bracket", "1:18", "[ 没有闭合"],
  ["a(\n[1, 2)", "wrong-bracket", "2:1", "第 2 行遇到 )"],
  ["f(1))", "extra-bracket", "1:5", "多了一个 )"],
  ["if (x) { a } else b }", "extra-bracket", "1:21", "多了一个 }"],
  ["const x", "missing-value", "1:8", "const x = 5"],
  ["const x 5", "missing-value", "1:8", "初始值"],
  ["function f() { await g() }", "await-outside-async", "1:16", "async"],
  ["function f() { yield 1 }", "yield-outside", "1:16", "function*"],
  ["return 3", "return-outside", "1:1", "display"],
  ["break", "break-outside", "1:1", "循环"],
  ["1 = 2", "bad-target", "1:1", "==="],
  ["const class = 3", "reserved-word", "1:7", "class 是保留字"],
  ["2x", "number-then-name", "1:2", "2 * x"],
  ["cosnt x = 3", "missing-separator", "1:6", "x 前面"],
  ["x = 3 +", "other", "1:8", "突然结束"],
  ["const a = [1, 2 3]", "other", "1:17", "读到 3 时"],
  ["let a; let a", "duplicate", "1:12", "a 声明了两次"],
  ["enum A {}", "not-erasable", "1:1", "联合类型"],
  ["1 + 1 as any / 2", "not-erasable", "1:1", "括号"],
  ["class A { constructor(public x) {} }", "not-erasable", "1:23", "this.x = x"],
  ["import 'd2l'", "import-bare", "1:1", "写出导入的名字"],
  ["await import('d2l')", "import-dynamic", "1:7", "import … from"],
  ["export default 1", "export-form", "1:1", "export default"],
];

test.each(rows)("%j is explained as %s at %s", (source, kind, place, words) => {
  const { title, hint, line, column, kind: taken } = explained(source);
  expect([taken, `${line}:${column}`]).toEqual([kind, place]);
  expect(`${title}|${hint}`).toContain(words);
});

/** What a reader is told about the first fault of a section. */
function fault(...sources: string[]): Explained {
  return explain(checkSection(listings(...sources), { d2l: new Set(["syntheticData"]) }, new Set(["display", "Math"]))[0]);
}

const faults: [sources: string[], kind: string, words: string][] = [
  [["const batchSize = 1", "batchsize"], "unknown-name", "没有叫 batchsize 的东西|你想写的可能是 batchSize。"],
  [["foo"], "unknown-name", "检查拼写"],
  [["tf.ones([2])"], "unknown-name", '没有叫 tf 的东西|用它之前要导入：import * as tf from "@tensorflow/tfjs"。'],
  [["True"], "python-name", "小写的 true"],
  [["None"], "python-name", "null"],
  [["print(1)"], "python-name", "console.log"],
  [["len(Math)"], "python-name", "t.shape[0]"],
  [["torch.zeros(1)"], "python-name", "@tensorflow/tfjs"],
  [["Math.max(x, lr=1)"], "assigned-unknown", "f(x, { lr: … })"],
  [["const x = 1", "x = 2"], "assigned-elsewhere", "不能在这里给 x 赋值|它属于清单 1.1-1"],
  [["const x = 1", "const x = 2"], "declared-twice", "x 已经在清单 1.1-1 中声明过"],
  [["x", "const x = 2"], "used-before", "后面的清单 1.1-2"],
  [['import { x } from "numpy"'], "unknown-module", "不能导入 numpy"],
  [['import { synthetic_data } from "d2l"'], "not-exported", "d2l 里没有 synthetic_data|你想写的可能是 syntheticData。"],
  [['import { syntheticData } from "d2l"', 'import { syntheticData } from "d2l"'], "imported-twice", "清单 1.1-1"],
  [["const display = 1"], "shadowed", "display"],
  [["const a = 1; export const f = () => a"], "private-export", "a"],
  [["export let a = 1; a = 2"], "export-reassigned", "const"],
];

test.each(faults)("the fault of %j is explained as %s", (sources, kind, words) => {
  const { title, hint, kind: taken } = fault(...sources);
  expect(taken).toBe(kind);
  expect(`${title}|${hint}`).toContain(words);
});

test("no explanation shows an unfilled slot, and every one says what to do", () => {
  for (const { title, hint } of [...rows.map(([source]) => explained(source)), ...faults.map(([sources]) => fault(...sources))]) {
    expect(title + hint).not.toMatch(/\{(found|instead|open|close|name|near|other|what|form|specifier|foundLine)\}/);
    expect(hint).toMatch(/。$/);
    expect(title).toMatch(/\p{Script=Han}/u);
  }
});

test("every explanation leads to a place of the book", () => {
  const { href, text } = explained("f(").link;
  const [, id] = /^\.\/#([\w-]+)$/.exec(href)!;
  const index = readFileSync(new URL("../../content/linear-networks/index.mdx", import.meta.url), "utf8");
  expect(index).toContain(`${text.split("：")[1]} {/* id: ${id} */}`);
});
