import { describe, expect, test } from "vitest";
import { copyValue } from "../../../src/kernel/outputs/copy/value.ts";
import * as tf from "../../../src/kernel/tf.ts";
import { plainText } from "./shown.ts";

const copy = (value: unknown) => plainText(copyValue(value).value);

class Timer {
  laps = [1];
  get total() {
    return 1;
  }
}

test.each([
  ["a number", 0.03, "0.03"],
  ["minus zero", -0, "-0"],
  ["NaN", NaN, "NaN"],
  ["a bigint", 3n, "3n"],
  ["a symbol", Symbol("s"), "Symbol(s)"],
  ["undefined", undefined, "undefined"],
  ["null", null, "null"],
  ["a string", "a\nb", '"a\\nb"'],
  ["a list", [1, "a", [2]], 'Array(3) {1, "a", Array(1) {2}}'],
  ["a list with holes", [1, , 3], "Array(3) {1, （空）, 3}"],
  ["an object", { lr: 0.03 }, "{…} {lr: 0.03}"],
  ["an object without prototype", Object.assign(Object.create(null), { a: 1 }), "{…} {a: 1}"],
  ["an instance, whose getters are not called", new Timer(), "Timer {laps: Array(1) {1}}"],
  [
    "a map",
    new Map<unknown, unknown>([
      ["a", 1],
      [{}, 2],
    ]),
    'Map(2) {"a": 1, {…}: 2}',
  ],
  ["a set", new Set([1, "b"]), 'Set(2) {1, "b"}'],
  ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
  ["a date that is none", new Date(NaN), "Invalid Date"],
  ["a regular expression", /a+/g, "/a+/g"],
  ["an error", new TypeError("no"), "TypeError: no"],
  ["float32 entries as short as they are exact", Float32Array.of(0.1, 1 / 3, 1e-10), "Float32Array(3) {0.1, 0.33333334, 1e-10}"],
  ["bytes", Uint8Array.of(1, 2), "Uint8Array(2) {1, 2}"],
  ["a function", function linreg() {}, "ƒ linreg"],
  ["a class", Timer, "class Timer"],
  [
    "a getter, uncalled",
    {
      get x() {
        throw new Error("called");
      },
    },
    "{…} {x: （getter）}",
  ],
  ["a promise", Promise.resolve(1), "Promise（结果还没有到；前面加上 await 就能拿到）"],
  ["a tensor", tf.tensor1d([1, 2]), "tensor [1, 2]"],
  ["tensors in an object", { w: tf.scalar(3) }, "{…} {w: tensor 3}"],
])("copies %s", (_, value, text) => expect(copy(value)).toBe(text));

test("shows a model by its layers", () => {
  const net = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), tf.layers.dense({ units: 10 })] });
  expect(copy(net)).toBe("Sequential(2) {Flatten → [n, 784]，0 个参数, Dense → [n, 10]，7850 个参数}");
});

test("does not follow later changes", () => {
  const list = [1, 2];
  const { value } = copyValue(list);
  list[0] = 9;
  expect(plainText(value)).toBe("Array(2) {1, 2}");
});

describe("bounds", () => {
  test("cut what lies deeper than four levels", () => {
    expect(copy({ a: { b: { c: { d: { e: 1 } } } } })).toBe("{…} {a: {…} {b: {…} {c: {…} {d: {…}}}}}");
  });
  test("keep 100 entries and count the rest", () => {
    expect(copyValue(Array.from({ length: 250 }, (_, i) => i)).value).toMatchObject({ omitted: 150, entries: { length: 100 } });
    expect(copyValue(new Set(Array.from({ length: 250 }, (_, i) => i))).value).toMatchObject({ omitted: 150 });
  });
  test("keep 1000 values in all", () => {
    const wide = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 1)));
    expect(JSON.stringify(copyValue(wide).value).length).toBeLessThan(100_000);
  });
  test("share 10 000 characters among the strings of a value", () => {
    expect(JSON.stringify(copyValue(Array.from({ length: 100 }, () => "x".repeat(1000))).value).length).toBeLessThan(20_000);
  });
  test("cut strings of more than 10 000 characters and say so", () => {
    expect(copyValue("x".repeat(10_007)).value).toEqual({ type: "string", text: `${"x".repeat(10_000)}……（另有 7 个字符）` });
  });
});

describe("hostile values", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail, has: fail });
  function fail(): never {
    throw new Error("no");
  }
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  test.each([
    ["a revoked proxy", revoked.proxy, "（读不出）"],
    ["a proxy that throws", throwing, "（读不出）"],
    ["one inside a list", [1, throwing], "Array(2) {1, （读不出）}"],
    ["a cycle", cyclic, "{…} {self: （循环引用）}"],
    ["an error whose message throws", Object.defineProperty(new Error("x"), "message", { get: fail }), "（读不出）"],
    ["a false constructor", Object.create({ constructor: { name: 3 } }), "Object {}"],
    ["a false tensor", { shape: [2], dtype: "float32", dataId: {}, dataSync: fail, isDisposed: false }, "tensor （读不出数据：no）"],
    ["a toString that throws", { toString: fail }, "{…} {toString: ƒ fail}"],
  ])("%s cannot make it throw", (_, value, text) => expect(copy(value)).toBe(text));

  test("a shared value is no cycle", () => {
    const shared = { a: 1 };
    expect(copy([shared, shared])).toBe("Array(2) {{…} {a: 1}, {…} {a: 1}}");
  });

  test("an array with a false length ends", () => {
    const long = [1];
    long.length = 4_000_000_000;
    expect(copyValue(long).value).toMatchObject({ omitted: 3_999_999_900 });
  });

  test("the copy can be sent", () => {
    for (const value of [throwing, cyclic, Timer, Symbol("s"), new Map([[Timer, Timer]])]) structuredClone(copyValue(value).value);
  });
});
