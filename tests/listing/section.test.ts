import { expect, test } from "vitest";
import { compile } from "../../src/listing/compile.ts";
import { checkSection, type Importable } from "../../src/listing/section.ts";
import { listings } from "./listings.ts";

const importable: Importable = { "@tensorflow/tfjs": "any", d2l: new Set(["syntheticData", "Timer", "Batch"]) };
const globals = new Set(["console", "display", "Math", "Array", "Promise"]);

/** `id line:column code name` of each fault. */
function faults(...sources: string[]): string[] {
  return checkSection(listings(...sources), importable, globals).map(
    ({ id, line, column, code, data }) => `${id} ${line}:${column} ${code} ${data.name}`,
  );
}

const rows: [sources: string[], faults: string[]][] = [
  [["const x = 1", "console.log(x, Math.PI)"], []],
  [['import * as tf from "@tensorflow/tfjs"', "tf.add(1, 2)"], []],
  [["let x = 1; x = 2", "x"], []],
  [["function f() { return g() } function g() {}", "f()"], []],
  [["function f() { return later }", "const later = 1"], ["a 1:23 used-before later"]],
  [["const x = 1", "\nconst x = 2"], ["b 2:7 declared-twice x"]],
  [["type T = 1", "const T = 2"], ["b 1:7 declared-twice T"]],
  [["x\n  y"], ["a 1:1 unknown-name x", "a 2:3 unknown-name y"]],
  [["typeof arguments"], ["a 1:8 unknown-name arguments"]],
  [["type T = 1", "T"], ["b 1:1 unknown-name T"]],
  [
    ["let x = 1", "f = x; x = 2; x++"],
    ["b 1:1 assigned-unknown f", "b 1:8 assigned-elsewhere x", "b 1:15 assigned-elsewhere x"],
  ],
  [["x = 1", "let x = 2"], ["a 1:1 assigned-elsewhere x"]],
  [['import { Timer } from "d2l"; Timer = 1'], ["a 1:30 assigned-elsewhere Timer"]],
  [["tf.add(1, 2)", 'import * as tf from "@tensorflow/tfjs"'], ["a 1:1 used-before tf"]],
  [['import { Timer } from "d2l"', 'import { Timer } from "d2l"'], ["b 1:10 imported-twice Timer"]],
  [["const Timer = 1", 'import { Timer } from "d2l"'], ["b 1:10 declared-twice Timer"]],
  [['import { Timer } from "d2l"', "class Timer {}"], ["b 1:7 declared-twice Timer"]],
  [['import { timer as t, Timer } from "d2l"'], ["a 1:19 not-exported timer"]],
  [['import d from "d2l"; import * as all from "d2l"'], ["a 1:8 not-exported default"]],
  [['import { x } from "torch"'], ["a 1:10 unknown-module x"]],
  [['import { x } from "toString"'], ["a 1:10 unknown-module x"]],
  [["const eps = 1\nexport function f() { return eps }"], ["a 2:17 private-export eps"]],
  [["const eps = 1", "export const g = () => eps"], ["b 1:14 private-export eps"]],
  [["type T = 1; export function f(x: T): Array<T> { return [x] }"], ["a 1:29 private-export T"]],
  [['import * as tf from "@tensorflow/tfjs"', "export const f = (x: tf.Tensor) => tf.add(x, Math.PI)", "export const g = f"], []],
  [["export function f() { return g() } export function g() {}"], []],
  [["export let n = 1; n = 2"], ["a 1:12 export-reassigned n"]],
  [["const display = 1; function console() {}"], ["a 1:7 shadowed display", "a 1:29 shadowed console"]],
  [['import { Timer as display } from "d2l"'], ["a 1:19 shadowed display"]],
  [["function f(display: number) { return display }"], []],
];

test.each(rows)("%j has the faults %j", (sources, expected) => {
  expect(faults(...sources)).toEqual(expected);
});

test("an id stands once in a section", () => {
  const [a, b] = listings("const x = 1", "const y = 1");
  expect(checkSection([a, { ...b, id: "a" }], importable, globals)).toMatchObject([
    { id: "a", code: "duplicate-id", data: { other: "1.1-1" } },
  ]);
});

test("a fault names the other listing and what was probably meant", () => {
  expect(
    checkSection(listings("const batchSize = 1", "batchsize + Maht.PI", "const batchSize = 2"), importable, globals).map(
      ({ data }) => data,
    ),
  ).toEqual([
    { name: "batchsize", near: "batchSize" },
    { name: "Maht", near: "Math" },
    { name: "batchSize", other: "1.1-1", otherId: "a" },
  ]);
});

test("every message says what was expected and found", () => {
  const all = rows.flatMap(([sources]) => checkSection(listings(...sources), importable, globals));
  for (const { message } of all) expect(message).toMatch(/^expected .+, found .+/);
  expect(new Set(all.map(({ code }) => code)).size).toBe(11);
});

test("an edited listing is judged by its new text", () => {
  const [a, b] = listings("const x = 1", "x");
  const source = "const z = 1";
  expect(checkSection([{ ...a, ...compile(source), source }, b], importable, globals)).toMatchObject([
    { id: "b", code: "unknown-name", data: { name: "x" } },
  ]);
});
