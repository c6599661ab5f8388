/** Snippets on names and scopes, one a line. `top` ones only make sense at the top level; `any` ones in any block. */
const top: string[] = `
import * as tf from "m"; tf.add(x)
import * as tf from "m"; let t: tf.Tensor
import def, { a as b, c } from "m"; b(c, def, a)
import { type T, v } from "m"; const x: T = v
import type { T } from "m"; let x: T | U
import type * as N from "m"; let x: N.T
import { x } from "m"; { let x = y }
import { f } from "m"; function g(f) { return f(h) }
export const a = b
export function f(x) { return x + y }
export class C extends B {}
export interface I extends J { x: K }
export type T<A> = A | B
export let { p, q: [r = s] } = t
export const f = (x: number): x is T => y
export abstract class A<T> { abstract m(x: T): U; n(): V { return w } }
await a; for await (const x of y) x
export async function* g() { yield* h }
const x = 1, y = x
var v = 1; var v = 2
function f(): void; function f(x?: T): void; function f() {}
type A = B; interface B { c: C }
type A = A[] | B
interface A { x: X } interface A { y: Y }
interface A { a: number } const A = b
class A {} interface A { x: X }
type M = typeof x; const x = y
export const a = 1; { const b = a }
if (x) { var hoisted = 1 } hoisted
for (var i = 0; i < n; i++) {} i
for (var k in o) {} k
for (var [m, n] of o) {} m
try { var t = 1 } catch { var u = 2 } t + u
label: { var inLabel = 1 } inLabel
switch (x) { case 1: var inSwitch = 2 } inSwitch
using r = open(); r.use(s)
await using r = open(); r.use(s)
arguments
typeof arguments
this
import.meta.url
`
  .trim()
  .split("\n");

const any: string[] = `
a
a + b * c
a.b.c
a[b].c(d)
({ a, b: c, [d]: e, f() { return g }, get h() { return i }, set j(k) { l = k } })
({ ...a, ...b() })
[a, , ...b]
new A(b)
a?.b?.[c]?.(d)
a ?? b; a || b; a && b
a ? b : c
typeof a
typeof a === "undefined"
void a; delete a.b
a++; --b
a = b
a += b
a ??= b
[a, b.c, d[e]] = f
({ a, b: c, d = e, ...f } = g)
({ a: b.c, [d]: e[f] } = g)
[a = b] = c
for (a of b) c
for (a.b in c) d
for ([a, b] of c) d
for ({ a, b } of c) d
for (const a of a) b
for (const a of b) a
for (let a in b) { a; c }
for (const [a, b] of c) a + b + d
for (const { a, b: c = d } of e) a + b + c
for (let i = 0, n = m; i < n; i++) i + j
for (let i = 0; i < 3; i++) { let i = k; i }
for (const x of y) { const z = x } z
while (a) { let b = c } b
do { let a = b } while (a)
if (a) b; else c
if (a) { let b = 1; b } else b
switch (a) { case b: let c = 1; break; default: c; d }
try { a } catch (e) { e; b } finally { e }
try { a } catch { b }
try { a } catch ({ message, ...rest }) { message; rest; b }
try { a } catch (e) { let f = e; g }
throw a
a: for (;;) { break a }
a: for (const b of c) { continue a; d }
a: { a; break a }
{ let a = 1; { let a = b; a } } a
{ const a = 1; a } b
{ function f() { return g } f() }
{ class A {} new A() } B
{ type T = U; let x: T } V
{ interface I { x: J } let x: I }
let a = a
const a = () => a; b
let a; { a; let b = a } b
var a = b; a
let [a, b = a, ...c] = d
let { a, b: { c }, d = e, ...f } = g
const { [a]: b } = c
const { a = b } = c, d = a
const a = (b) => b + c
const a = async (b) => await b(c)
const a = (b, ...c) => b(...c, d)
const a = (b = c, d = b) => d
const a = ({ b, c: d = e }, [f] = g) => b + d + f + h
const a = ({ b: { c } = d }) => c + b
const a = (b = () => c, c = 1) => b
const a = (b = () => a) => b
const f = function g() { return g() + h() }
const f = function g(g) { return g }
const f = function* g() { yield a; yield* g() }
const f = function () { return arguments[0] + a }
const f = () => { return a + b }
const f = function () { return this.a + b }
function f() { return f() + g() }
function f(a, b = a + c) { return b + d }
function f(a, b = () => x) { var x = 1; return b() }
function f() { return inner(); function inner() { return a } }
function f() { var a = b; { var c = a } return c + d }
function f() { if (a) { let b = c } return b }
function f() { return () => () => a + b }
function f(a) { { let a = b; a } return a }
function f({ a, ...b }, [c, ...d]) { return a + b + c + d + e }
function* f() { const a = yield b; return a }
async function f() { for await (const a of b) c(a) }
function f(f) { return f }
f(); function f() {}
function outer() { function a() { return b() } function b() { return a() + c() } }
class A { m() { return A } n() { return B } }
class A extends B { constructor() { super(a); this.b = c } }
class A { x = y; static z = w; #p = q; m() { return this.#p + x } }
class A { static { const a = b; A.c = a + d } }
class A { static { var a = b } m() { return a } }
class A { [k] = v; [m]() { return n } static [s]; get [g]() { return h } }
class A { get a() { return b } set a(c) { d = c } }
class A { async *m(a = b) { yield* c(a) } }
class A { m(m) { return m } n() { return m } }
const A = class B { m() { return B } }; B
const A = class extends (a, B) {}
class A extends class B { m() { return B } } {} 
class A extends (class { m() { return A } }) {}
new (class { x = a; })()
\`a\${b}c\${d + \`e\${f}\`}\`
a\`b\${c}\`
/a/.test(b)
a as T
a as unknown as T[]
a satisfies T
a!.b![c!]
(a as any) = b
(a!)++
let a: T
let a: T[] | U & V
let a: Array<T>
let a: N.T.U
let a: typeof b
let a: typeof b.c.d
let a: keyof typeof b
let b = 1; let a: typeof b
let a: { b: B; c?: C; d(e: E): F; [g: G]: H }
let a: (b: B, c?: C) => D
let a: new (b: B) => C
let a: (b: B) => typeof b
let a: [b: B, ...c: C[]]
let a: T extends U ? V : W
let a: T extends (infer U)[] ? U : V
let a: T extends [infer A, ...infer R] ? A | R : never
let a: { [K in T]: K | U }
let a: { readonly [K in keyof T as \`x\${K}\`]?: T[K] }
let a: \`x\${T}\`
let a: T["x"]["y"]
const f = <T>(a: T): U => a
const f = <T extends U, V = T>(a: V) => b
const f = (a: T, b?: U): V => a
const f = (this_: T): this_ is U => a
function f<T>(a: T): a is U { return b }
function f(this: T, a: U) { return this.b + a }
function f<K extends keyof T, T>(o: T, k: K): T[K] { return o[k] }
function f(a: unknown): asserts a is T {}
function f(a: number): asserts a { let b: typeof a }
function f() { type T = U; interface I { t: T } let a: I; return b as T }
function f() { class Local {} let a: Local; let b: typeof Local }
function f<T>() { return function <U>(a: T, b: U): V { return c } }
class A<T> { x: T; y: U; m<V>(a: V): W { return b } }
class A<T> extends B<T> implements C<T>, D.E<F> {}
class A { private readonly x: T = y; protected static z?: U }
class A { declare x: T; y!: U; static readonly z: typeof A }
class A { [k: string]: T; m?(): U }
class A { m(this: A, b: B): this { return this } }
f<T>(a)
new F<T>(a)
f<T>\`a\`
const g = f<T>
a?.b<T>(c)
interface I<T> extends J<T>, K.L { m<U>(a: T, b: U): V; new (x: X): Y; (z: Z): typeof z }
type F<T, U = T> = (a: T) => U | V
type R<T> = T extends Promise2<infer U> ? R<U> : T
type O = { a: P } & Q
type G = typeof globalVariable
type A1 = readonly T[]; type A2 = T | A1
const a: T = b, c: typeof a = d
for (const a of b as T[]) c
const { a, b }: T = c
const [a]: T = b
try {} catch (e: unknown) { e as T }
let a = function <T>(this: U, b: T) {}
async () => { await a; for (const b of c) await b }
(() => { a = 1; let a })()
((a, b) => a + b)(c, d)
[1].map((x) => x * y).filter((z) => z > w)
if (true) { function g() {} } 
let a = 1; a = 2; b = a
debugger; ; {}
new Map<T, U>([[a, b]])
({ async *[a](b = c) { yield d } })
({ a: 1 }).a; ({ b() {} }).b
a.b = c.d = e
a in b; a instanceof C
(a, b)
for (;;) { break }
let x; (x) = y; ((z)) = x
let x: T = y satisfies U as V
for (const f of [() => f]) f
for (let i = () => i; ; ) {}
const a = b, b2 = () => b3, b3 = a
`
  .trim()
  .split("\n")
  .map((line) => line.trim())
  .filter(Boolean);

/** A snippet in other surroundings: names must resolve alike. */
const surroundings: ((snippet: string) => string)[] = [
  (snippet) => snippet,
  (snippet) => `{\n${snippet}\n}`,
  (snippet) => `async function outer(param) {\n${snippet}\n}`,
  (snippet) => `const outer = async () => {\n${snippet}\n}`,
  (snippet) => `class Outer<TypeParam> { async method() {\n${snippet}\n} }`,
];

/** Every snippet, those for any block in all surroundings. */
export const snippets = [...top, ...surroundings.flatMap((surround) => any.map(surround))];
