/** Habits from Python that tfjs accepts in silence: `t * 2` is NaN, `t + 1` a string, `t[0]` undefined. Here they throw. */
import type { Engine } from "@tensorflow/tfjs-core/dist/engine";
import { refusedIndex } from "./doubts/indexing.ts";
import { links } from "./links.ts";
import { ReaderError } from "./reader-error.ts";

interface Reading {
  data(): Promise<unknown>;
  array(): Promise<unknown>;
}

interface Tf {
  Tensor: { prototype: Reading };
  engine(): Engine;
}

/** Small numbers in brackets are refused on the spot; the others are found by their place in the text (doubts/indexing.ts). */
const INDICES = 32;

const guarded = new WeakSet<object>();

/**
 * Makes tensors refuse arithmetic signs, brackets and loops, so do the promises of their data, and `tf.tidy` refuse async
 * functions, with an explanation.
 * Templates still print a tensor. Doing it again changes nothing.
 */
export function installGuards(tf: Tf): void {
  const prototype = tf.Tensor.prototype;
  if (guarded.has(prototype)) return;
  guarded.add(prototype);

  const define = (key: PropertyKey, descriptor: PropertyDescriptor) =>
    Object.defineProperty(prototype, key, { configurable: true, enumerable: false, ...descriptor });

  define(Symbol.toPrimitive, {
    value(this: object, hint: string) {
      if (hint === "string") return this.toString();
      throw arithmetic();
    },
  });
  define(Symbol.iterator, {
    value() {
      throw new ReaderError("张量不能逐个取出（不能用在 for…of、解构或展开里）", {
        kind: "tensor-iteration",
        hint: "先变成数组：`for (const x of t.arraySync())`；要拆成一行一个张量，用 `tf.unstack(t)`。",
        link: links.values,
      });
    },
  });
  for (let index = -INDICES; index < INDICES; index++) {
    const refuseIt = () => refuse(refusedIndex(index));
    define(index, { get: refuseIt, set: refuseIt });
  }
  define("T", { get: () => refuse(field("`t.T`", "转置写 `t.transpose()`。")) });
  define("grad", {
    get: () => refuse(field("`t.grad`", "梯度由 `tf.variableGrads(() => 损失, [w, b])` 按变量名返回：`grads[w.name]`。")),
  });

  guardReading(prototype);
  guardTidy(tf.engine());
}

function refuse(error: ReaderError): never {
  throw error;
}

function arithmetic(): ReaderError {
  return new ReaderError("张量不能用 +、-、*、/、>、< 来计算", {
    kind: "tensor-arithmetic",
    hint: "用方法：`a.add(b)`、`a.sub(b)`、`a.mul(b)`、`a.div(b)`、`a.square()`、`a.neg()`、`a.greater(b)`；`Math.exp(t)` 写成 `t.exp()`。要一个普通的数，用 `t.dataSync()[0]`。这里本该是个数的话，看看函数的参数有没有传错位置。",
    link: links.operators,
  });
}

/** `tf.range(3)`, which would be empty. */
export function refusedRange(end: number): ReaderError {
  return new ReaderError("`tf.range` 要写起点和终点", {
    kind: "range-end",
    hint: `从 0 数到 ${end} 之前写 \`tf.range(0, ${end})\`；要一个循环，写 \`for (let i = 0; i < ${end}; i++)\`。`,
    link: links.code,
  });
}

/** Rows of unequal length, of which tfjs would make a tensor with holes. */
export function checkRows(values: unknown): void {
  if (!Array.isArray(values) || !Array.isArray(values[0])) return;
  const { length } = values[0];
  const at = values.findIndex((row) => Array.isArray(row) && row.length !== length);
  if (at === -1) return;
  throw new ReaderError(`各行要一样长：第 0 行有 ${length} 个数，第 ${at} 行有 ${(values[at] as unknown[]).length} 个`, {
    kind: "ragged",
    hint: "张量的每一行个数相同。数一数，补上漏掉的，或删去多余的。",
    link: links.shapes,
  });
}

function field(what: string, hint: string): ReaderError {
  return new ReaderError(`tfjs 的张量没有 ${what}`, { kind: "torch-habit", hint, link: links.start });
}

/** `t.data()[0]` is undefined and `await t.data()[0]` no better; the promises refuse what their arrays would take. */
function guardReading(prototype: Reading): void {
  for (const method of ["data", "array"] as const) {
    const original = prototype[method];
    const refusing = Object.create(Promise.prototype) as object; // `await` still takes it for a promise of the language's own
    const keys: PropertyKey[] = [Symbol.iterator, "length", ...Array(INDICES).keys()];
    for (const key of keys) Object.defineProperty(refusing, key, { get: () => refuse(unawaited(method)) });
    Object.defineProperty(refusing, Symbol.toPrimitive, {
      value(this: object, hint: string) {
        if (hint === "string") return Object.prototype.toString.call(this);
        throw unawaited(method);
      },
    });
    prototype[method] = function (this: Reading) {
      return Object.setPrototypeOf(original.call(this), refusing) as Promise<unknown>;
    };
  }
}

function unawaited(method: "data" | "array"): ReaderError {
  return new ReaderError(`\`t.${method}()\` 返回的是 Promise，还不是里面的数`, {
    kind: "missing-await",
    hint: `先等它：\`const values = await t.${method}()\`。只取一个写 \`(await t.${method}())[0]\`，括号不能省。不想等，用 \`t.${method}Sync()\`。`,
    link: links.values,
  });
}

/** tfjs only logs that tidy got a promise, and disposes what the function goes on to use. */
function guardTidy(engine: Engine): void {
  const { tidy } = engine;
  const refusing =
    <T>(work: () => T) =>
    () => {
      const result = work();
      if (!(result instanceof Promise)) return result;
      result.catch(() => {}); // it fails for lack of its tensors; this error is the one to tell
      throw new ReaderError("`tf.tidy` 里不能用 async 函数，也不能返回 Promise", {
        kind: "tidy-promise",
        hint: "`tidy` 一结束就释放里面的张量，等不到异步的结果。把 `await` 移到 `tidy` 外面，只把算张量的那几行包起来。",
        link: links.tidy,
      });
    };
  engine.tidy = function (this: Engine, ...given: unknown[]) {
    // What is differentiated runs in a tidy of this name and gets an error of its own: the loss is no tensor.
    if (given[0] === "forward") return (tidy as (...all: unknown[]) => unknown).apply(this, given);
    const guardedArguments = given.map((argument) => (typeof argument === "function" ? refusing(argument as () => unknown) : argument));
    return (tidy as (...all: unknown[]) => unknown).apply(this, guardedArguments);
  } as typeof tidy;
}
