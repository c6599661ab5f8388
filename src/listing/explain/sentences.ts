/** What a problem tells of itself; it fills a sentence's `{slots}`. */
type Data = Readonly<Record<string, string | undefined>>;

/** What readers are told, by kind. */
export interface Sentence {
  title: string;
  hint?: string | ((data: Data) => string);
}

const near = ({ near }: Data) => (near ? `你想写的可能是 {near}。` : "");

/** How the libraries get their names; one who edits may have lost the line. */
const IMPORTS: Readonly<Record<string, string>> = {
  tf: 'import * as tf from "@tensorflow/tfjs"',
  Plot: 'import * as Plot from "@observablehq/plot"',
  FashionMNIST: 'import { FashionMNIST } from "datasets"',
};

const lostImport = ({ name = "" }: Data) => (Object.hasOwn(IMPORTS, name) ? `用它之前要导入：${IMPORTS[name]}。` : "");

export const SENTENCES: Readonly<Record<string, Sentence>> = {
  // signs of the input method
  "chinese-punctuation": { title: "代码里混进了中文标点 {found}", hint: "换成英文半角的 {instead} ；输入代码前先切到英文输入法。" },

  // habits of Python
  "python-def": { title: "def 是 Python 的写法", hint: "TypeScript 用 function：function f(x: number) { return x; }。" },
  "python-block": {
    title: "冒号加缩进是 Python 的写法",
    hint: "TypeScript 用圆括号和花括号：if (x > 0) { … }、for (const x of xs) { … }、while (i < n) { … }、class Net { … }。",
  },
  "python-elif": { title: "elif 是 Python 的写法", hint: "TypeScript 写 else if (…) { … }。" },
  "python-print": { title: "print 是 Python 的写法", hint: "TypeScript 写 console.log(x)；张量用 display(x) 看得更清楚。" },
  "python-import": {
    title: "这是 Python 的 import",
    hint: 'TypeScript 写 import * as tf from "@tensorflow/tfjs"，或 import { syntheticData } from "d2l"。',
  },
  "python-comment": { title: "# 不是注释的开头", hint: "TypeScript 的注释以 // 开头。" },
  "python-lambda": { title: "lambda 是 Python 的写法", hint: "TypeScript 写箭头函数：(x) => x + 1。" },
  "python-comprehension": { title: "TypeScript 没有列表推导式", hint: "写成 xs.map((x) => …)，要筛选就再加 .filter((x) => …)。" },
  "python-slice": { title: "TypeScript 的方括号里不能写切片", hint: "数组用 a.slice(1, 3)，张量用 t.slice([1], [2])（起点、长度）。" },
  "python-matmul": { title: "TypeScript 没有矩阵乘法运算符 @", hint: "写 tf.matMul(X, w) 或 X.matMul(w)。" },
  "python-f-string": { title: 'TypeScript 没有 f"…" 字符串', hint: "用反引号：`损失 ${loss}`。" },
  "python-triple-quote": { title: "TypeScript 没有三引号字符串", hint: "多行文字用反引号 `…`；注释用 /* … */。" },
  "python-ternary": { title: "条件表达式的次序不同", hint: "Python 的 a if 条件 else b 在 TypeScript 里是 条件 ? a : b。" },
  "python-word": { title: "{found} 是 Python 的写法", hint: "TypeScript 写 {instead} 。" },

  // slips
  "import-quotes": { title: "模块名要写在引号里", hint: '例如 import { syntheticData } from "d2l"。' },
  "for-commas": { title: "for 的三部分之间要用分号", hint: "写成 for (let i = 0; i < n; i++) { … }。" },
  "unclosed-string": { title: "字符串没有结束", hint: "补上与开头相同的引号；引号里的文字不能换行，要换行就用反引号 `…`。" },
  "unclosed-template": { title: "反引号字符串没有结束", hint: "补上结尾的反引号；${…} 里的花括号也要成对。" },
  "unclosed-comment": { title: "注释没有结束", hint: "/* 开始的注释要用 */ 结束。" },
  "unclosed-bracket": { title: "这里的 {open} 没有闭合", hint: "在它该结束的地方补上 {close} 。" },
  "extra-bracket": { title: "多了一个 {found}", hint: "前面没有与它配对的括号：删掉它，或者补上开头的那一个。" },
  "wrong-bracket": { title: "这里的 {open} 没有闭合", hint: "到第 {foundLine} 行遇到 {found} 时它还开着：先补上 {close} 。" },
  "missing-value": { title: "const 声明缺少初始值", hint: "const 要当场赋值：const x = 5；以后才赋值的变量用 let。等号只写一个。" },
  "await-outside-async": {
    title: "await 只能写在 async 函数里",
    hint: "在这个函数前加上 async：async function f() { … } 或 async (x) => { … }。清单最外层可以直接写 await。",
  },
  "yield-outside": {
    title: "yield 只能写在生成器函数里",
    hint: "在 function 后面加一个星号：function* f() { … }。箭头函数不能是生成器。",
  },
  "return-outside": { title: "return 只能写在函数里", hint: "想看一个值，用 display(x) 或 console.log(x)。" },
  "break-outside": { title: "break 和 continue 只能写在循环里", hint: "检查循环的花括号是不是过早地闭合了。" },
  "bad-target": { title: "等号左边不能被赋值", hint: "等号左边要是一个名字、一个成员或一个下标；比较是否相等用 ===。" },
  "reserved-word": { title: "{found} 是保留字，不能用在这里", hint: "给变量换一个名字。" },
  "number-then-name": { title: "数字后面不能直接跟名字", hint: "乘法要写出乘号：2 * x。名字不能以数字开头。" },
  "missing-separator": {
    title: "{found} 前面少了点什么",
    hint: "两个表达式之间缺了运算符、逗号或分号；也可能是上一个词拼错了，例如 const、function。",
  },
  other: {
    title: "这里的写法 TypeScript 不认识",
    hint: ({ found }) =>
      found ? "读到 {found} 时读不下去了：检查它前面是否缺了运算符、逗号或括号。" : "代码在这里突然结束了：检查是否缺了一个值或括号。",
  },

  // what a listing may not contain
  duplicate: { title: "{name} 声明了两次", hint: "给其中一个换个名字；只是想换个值，就去掉第二个 const 或 let（第一个须是 let）。" },
  "not-erasable": { title: "清单里不能用 {what}", hint: ({ what }) => INSTEAD[what ?? ""] ?? "给类型断言加上括号：(x as T)。" },
  "import-bare": { title: "import 要写出导入的名字", hint: '例如 import { syntheticData } from "d2l"。' },
  "export-form": { title: "清单里不能写 {form}", hint: "把 export 直接写在声明前：export function f() { … }、export const x = …。" },
  "import-dynamic": { title: "清单里不能用 import(…)", hint: '在清单开头写 import … from "…"。' },
  fence: { title: "清单的设置写错了", hint: "应为 {expected}，写的是 {found}。" },

  // between listings
  "duplicate-id": { title: "清单的标识 {name} 重复了", hint: "清单 {other} 已经用了它。" },
  "declared-twice": { title: "{name} 已经在清单 {other} 中声明过", hint: "同一节里每个名字只声明一次：这里换个名字。" },
  "unknown-name": {
    title: "没有叫 {name} 的东西",
    hint: (data) => lostImport(data) || near(data) || "检查拼写；它须在前面的清单里声明，或者用 import 导入。",
  },
  "used-before": { title: "{name} 用得太早", hint: "它到后面的清单 {other} 才出现：把用到它的代码移到那之后。" },
  "assigned-elsewhere": {
    title: "不能在这里给 {name} 赋值",
    hint: "它属于清单 {other}，其他清单只能使用。声明一个新名字，或者到清单 {other} 里改；训练中要变化的量用 tf.variable 和 .assign。",
  },
  "assigned-unknown": {
    title: "{name} 还没有声明",
    hint: (data) =>
      near(data) ||
      "第一次赋值要写 const {name} = … 或 let {name} = …。Python 的关键字参数 f(x, {name}=…) 在这里写成对象 f(x, { {name}: … })，或按次序传入。",
  },
  "imported-twice": { title: "{name} 已经在清单 {other} 中导入过", hint: "一次导入对整节有效：删去这里的 import。" },
  "unknown-module": {
    title: "不能导入 {specifier}",
    hint: (data) => near(data) || '可以导入的有 "@tensorflow/tfjs"、"@observablehq/plot"、"d2l" 和 "datasets"。',
  },
  "not-exported": {
    title: "{specifier} 里没有 {name}",
    hint: (data) => near(data) || "检查拼写；d2l 里只有前面各节用 export 标记过的名字。",
  },
  "private-export": { title: "export 的声明用到了没有 export 的 {name}", hint: "给 {name} 也加上 export，或者把它作为参数传入。" },
  "export-reassigned": { title: "export 的 {name} 又被赋了值", hint: "改用 const，或去掉 export。" },
  shadowed: { title: "{name} 不能用作名字", hint: "它是清单里通用的工具，换一个名字。" },
};

const INSTEAD: Readonly<Record<string, string>> = {
  enum: 'enum 要到运行时才有意义，这里只抹去类型：改用字符串的联合类型 type Mode = "a" | "b"。',
  namespace: "直接在最外层声明。",
  "parameter property": "构造函数的参数前不能写 public、private 或 readonly：先声明字段，再在构造函数里写 this.x = x。",
  "<T>x": "类型断言写成 x as T。",
  "import =": '写成 import … from "…"。',
  "export =": "把 export 写在声明前。",
  "export as namespace": "把 export 写在声明前。",
  decorator: "改成普通的函数调用。",
};

/** Names that readers bring from Python and PyTorch, and what to write here. */
const PYTHON: Readonly<Record<string, string>> = {
  True: "写小写的 true。",
  False: "写小写的 false。",
  None: "写 null（没有值）或 undefined（没有给出）。",
  print: "写 console.log(x)；张量用 display(x) 看得更清楚。",
  len: "数组写 a.length，张量写 t.shape[0]。",
  range: "写 for (let i = 0; i < n; i++) { … }；要一个等差的张量用 tf.range(0, n)。",
  enumerate: "写 for (const [i, x] of xs.entries()) { … }。",
  zip: "写 for (const [i, x] of xs.entries()) { … ys[i] … }。",
  self: "类里写 this。",
  torch: '这里用 tfjs：import * as tf from "@tensorflow/tfjs"。',
  nn: "层在 tf.layers 里，例如 tf.layers.dense({ units: 1 })。",
  np: "数组运算用 tf，例如 tf.zeros([2, 3])。",
  numpy: "数组运算用 tf，例如 tf.zeros([2, 3])。",
  plt: '画图用 import * as Plot from "@observablehq/plot"，再 display(Plot.plot({ … }))。',
  d2l: '按名字导入：import { syntheticData } from "d2l"。',
  str: "写 String(x)，或用模板字符串 `${x}`。",
  int: "取整写 Math.trunc(x)，由文字得到数写 Number(s)。",
  float: "由文字得到数写 Number(s)。",
  list: "写 Array.from(xs) 或 [...xs]。",
  dict: "写对象 { a: 1 } 或 new Map()。",
  abs: "写 Math.abs(x)，张量写 tf.abs(t)。",
  max: "写 Math.max(a, b)，张量写 t.max()。",
  min: "写 Math.min(a, b)，张量写 t.min()。",
  sum: "数组写 xs.reduce((a, b) => a + b, 0)，张量写 t.sum()。",
  round: "写 Math.round(x)，保留小数写 x.toFixed(2)。",
  pow: "写 x ** 2 或 Math.pow(x, 2)，张量写 t.square()。",
  exp: "写 Math.exp(x)，张量写 tf.exp(t)。",
  log: "写 Math.log(x)，张量写 tf.log(t)。",
  sqrt: "写 Math.sqrt(x)，张量写 tf.sqrt(t)。",
  pass: "什么都不做就留空：{ }。",
  isinstance: "写 x instanceof C 或 typeof x。",
  time: "计时写 performance.now()，单位是毫秒。",
};

/** The explanation for a name that only Python knows. */
export function pythonic(name: string): Sentence | undefined {
  return Object.hasOwn(PYTHON, name) ? { title: `没有叫 ${name} 的东西`, hint: PYTHON[name] } : undefined;
}
