import { readdirSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parse as parseJs } from "@babel/parser";
import tsBlankSpace from "ts-blank-space";
import { expect, test } from "vitest";
import { erase } from "../../src/listing/source/erase.ts";
import { parse } from "../../src/listing/source/parse.ts";

/** The tree of JavaScript without places and empty statements; undefined for a refusal and for what is no program. */
function treeOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  try {
    const { program } = parseJs(code, { sourceType: "module" });
    return JSON.stringify(program, (key, value: unknown) => {
      if (["start", "end", "loc", "extra", "leadingComments", "trailingComments", "innerComments"].includes(key)) return undefined;
      return Array.isArray(value) ? value.filter((one: { type?: string } | null) => one?.type !== "EmptyStatement") : value;
    });
  } catch {
    return undefined;
  }
}

function ours(source: string): string | undefined {
  try {
    return erase(parse(source), source, "keep");
  } catch {
    return undefined;
  }
}

function theirs(source: string): string | undefined {
  let refused = false;
  const code = tsBlankSpace(source, () => (refused = true));
  return refused ? undefined : code;
}

/** Every TypeScript source in node_modules, each text once. AssemblyScript's library is not TypeScript: it decorates functions. */
function* sources(folder: string, seen = new Set<string>()): Generator<[path: string, source: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === "assemblyscript") continue;
    if (entry.isDirectory()) yield* sources(path, seen);
    else if (/(?<!\.d)\.m?ts$/.test(entry.name)) {
      const source = readFileSync(path, "utf8");
      const hash = createHash("sha1").update(source).digest("hex");
      if (!seen.has(hash)) yield [path, source];
      seen.add(hash);
    }
  }
}

/** What ts-blank-space and the eraser must do alike, one text a row: the hazards are blanks that let lines run together. */
const hazards = String.raw`
x as any\n(1)
x satisfies any\n[1]
const y = x as any\n;(1)
let y = x as any, z = 1
if (a) b as any\nelse c
if (a) b as any; else c
for (const x of y as any) z as any
for (let i = 0 as any; ; ) {}
const f = () => x as any\n(1)
const f = <T,>(x: T) => x
const f = <T\n,>(x: T) => x
const f = async <T\n>(x: T) => x
function g() { return <T\n>(x: T) => x }
const f = (a: number)\n: number => a
const f = (a: number): Array<\nnumber\n> => a
const f = (a): { b: number\n} => a
const f = (\na?: number,\nb: string = "x"\n): void => {}
const f = async (x): Promise<\nany> => x
x\ninterface A {}\n(1)
x\ntype A = 1\n[1]
x;\ntype A = 1\n[1]
x\ndeclare const a: number\n(1)
type A = 1; x\nexport type { A }\n(1)
type A = 1\n(1)
{ x\ntype A = 1\n(y) }
function f() { x\ntype A = 1\n(y) }
switch (x) { case 1: y\ntype A = 1\n(z) }
class A { a = 1\npublic ["b"] = 2 }
class A { a = 1 as any\n["b"] = 2 }
class A { a = 1\n[k: string]: any\n["b"] = 2 }
abstract class A { a = 1\nabstract b: any\n["c"] = 2 }
class A { declare x: number; y!: string; z?: number; readonly w = 1; static readonly v: T; private static u }
class A { private async *m<T>(this: A, x?: T): AsyncGenerator<T> {} protected n?(): void {} }
class A { foo(): void; foo(x?: any) {} bar?(): void }
class A<T> extends B.c<U> implements D<T>, E.F {}
abstract class A { abstract x: number; abstract m(): void; protected abstract get y(): number; n() {} }
export abstract class A {}
export default abstract class A {}
const A = class<T> extends B implements C {}
class A { constructor(x?: number, ...y: any[]) { super() } }
class A { get x(): number { return 1 } set x(v: number) {} }
class A { "quoted"?: string; 1!: number; #p?: number; [computed]?: string }
class A { accessor; declare; readonly; abstract = 1; public() {} }
class A { static {} static x?: number\nstatic y() {} }
x!
x!.y![z!]!()
x! = 1
(x as any) = 1
(<any>x) = 1
x as any as T
(x as any).y
x < y as any
1 + 1 as any / 2
1 * 1 as any + 2
2 ** 2 as any ** 3
1 + 1 as any + 2
a ?? b as any && c
a && b as any ?? c
a ?? (b as any) ?? c
f<T>(x)
f<T>\`x\`
new F<T>(x)
new F<T>
f?.<T>(x)
const g = f<T>
import type A from "a"
import type { A } from "a"
import { type A, b, type C } from "a"
import { type A } from "a"
import A, { type B } from "a"
export type { A } from "a"
export { type A, b }
export type * from "a"
export * from "a"
import type A = require("a")
import A = require("a")
import A = B.C
export = x
export as namespace A
enum A {}
const enum A {}
declare enum A {}
namespace A {}
namespace A { type B = 1 }
namespace A { export const b = 1 }
declare namespace A { const b: number }
declare module "a" { const b: number }
declare global { var b: number }
declare function f(): void
declare class A {}
class A { constructor(private x) {} }
class A { constructor(readonly x = 1) {} }
<any>x
function f(this: any) {}
function f(this: any, x) {}
function f(this, x) {}
function f({ a, b }: any, [c]: any, x?: number, y?) {}
function f(x: any): asserts x is string {}
function f(x: any): x is string {}
function f<T extends U = V>(x: T): T
try {} catch (e: unknown) {}
let x!: number, y: string = "a"
const { a, b }: { a: any; b: any } = c
for (const x: any of y) {}
label: x as any\n(1)
while (x) y as any\nz
do x as any\nwhile (y)
const o = { m<T>(x: T): T { return x }, get y(): number { return 1 }, async *[z]<T>() {} }
const o = { x: y as any, z: w! }
let x = y /* a */ as /* b */ any /* c */
(y /* a */) as any
async <T>(x: T) => x
unique as symbol
let as = 1; as as as
type
declare\nx
abstract\nclass A {}
var type = 1; type\nA = 2
let x: typeof import("a")
using x = y as any
a ? (b as any) : c
a ? (b): c => d : e
x as const
let x = <T>(y: T) => z
let f = function <T>(this: A, x?: T): x is T {}
\`\${x as any}\${y!}\`
throw x as any\n(1)
return_(x as any)
await (x as Promise<any>)
let x: A extends B ? C : D = y
`
  .trim()
  .split("\n")
  .map((line) => line.replaceAll("\\n", "\n").replaceAll("\\`", "`").replaceAll("\\$", "$"));

test.each(hazards)("the eraser treats like ts-blank-space: %j", (source) => {
  const [mine, other] = [ours(source), theirs(source)];
  expect(treeOf(mine)).toEqual(treeOf(other));
  if (mine !== undefined) expect(mine.length).toBe(source.length);
});

test("the eraser agrees with ts-blank-space on every TypeScript file at hand", () => {
  let same = 0;
  const differ: string[] = [];
  for (const [path, source] of sources("node_modules")) {
    const [mine, other] = [ours(source), theirs(source)];
    if ((mine !== other && treeOf(mine) !== treeOf(other)) || (mine !== undefined && !samePlaces(mine, source))) differ.push(path);
    else if (mine !== undefined) same++;
  }
  expect(differ).toEqual([]);
  expect(same).toBeGreaterThan(600);
}, 120_000);

/** Same length, same line breaks. */
function samePlaces(code: string, source: string): boolean {
  const breaks = (text: string) => [...text.matchAll(/[\n\r\u2028\u2029]/g)].map(({ index }) => index).join();
  return code.length === source.length && breaks(code) === breaks(source);
}
