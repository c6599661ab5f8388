import { expect, test } from "vitest";
import { compile } from "../../src/listing/compile.ts";
import { ListingError } from "../../src/listing/error.ts";

/** A text and what it declares, as `name:kind`. */
const declarations: [source: string, declares: string][] = [
  ["const lr = 0.03", "lr:literal"],
  ["const a = -1, b = 'x', c = true, d = `t`, e = +1e3", "a:literal b:literal c:literal d:literal e:literal"],
  ["const a: number = 1 as const", "a:literal"],
  ["let a = 1; var b = 2", "a:value b:value"],
  ["const a = 1 + 1, b = `${a}`, c = null, d = [1], e = -a", "a:value b:value c:value d:value e:value"],
  ["const f = () => 1, g = function () {}, h = async (x: number) => x", "f:function g:function h:function"],
  ["function f() {} async function* g() {}", "f:function g:function"],
  ["class A {} const B = class {}", "A:class B:class"],
  ["const { a, b: [c] } = d", "a:value c:value"],
  ["type A = B; interface C {}", "A:type C:type"],
  ["interface A {} class A {}", "A:class"],
  ["using a = b", "a:value"],
  ["if (x) { var a = 1; let b = 2 }", "a:value"],
  ["declare const a: number", ""],
  ["function f(): void; function f(x?: any) {}", "f:function"],
];

test.each(declarations)("%s declares %s", (source, declares) => {
  expect(
    compile(source)
      .declares.map(({ name, kind }) => `${name}:${kind}`)
      .join(" "),
  ).toBe(declares);
});

test("references stand in order of first use, without what the listing declares or imports", () => {
  const { references, typeReferences, imports } = compile(
    'import * as tf from "@tensorflow/tfjs";\nconst y = net(tf.ones([2]), w) as Loss;\nconsole.log(w, b, y);',
  );
  expect(references).toEqual(["net", "w", "console", "b"]);
  expect(typeReferences).toEqual(["Loss"]);
  expect(imports).toEqual([{ specifier: "@tensorflow/tfjs", imported: "*", local: "tf", typeOnly: false }]);
});

test("every form of import is told", () => {
  const { imports } = compile(
    'import d, { a, b as c, type T } from "d2l"; import type { U } from "datasets"; import * as P from "@observablehq/plot"',
  );
  expect(imports.map(({ specifier, imported, local, typeOnly }) => `${specifier} ${imported} ${local}${typeOnly ? " type" : ""}`)).toEqual([
    "d2l default d",
    "d2l a a",
    "d2l b c",
    "d2l T T type",
    "datasets U U type",
    "@observablehq/plot * P",
  ]);
});

test("a write to a foreign name is told with its place, once", () => {
  expect(compile("let own = 1;\nown = 2;\n({ a, b: [c = 1] } = d);\ne += 1; f++").assigns).toEqual([
    { name: "a", line: 3, column: 4 },
    { name: "c", line: 3, column: 11 },
    { name: "e", line: 4, column: 1 },
    { name: "f", line: 4, column: 9 },
  ]);
});

test("an import that is assigned counts as a foreign write", () => {
  expect(compile('import { x } from "d2l"; x = 1').assigns).toEqual([{ name: "x", line: 1, column: 26 }]);
});

test("a write alone is no reference, a write that reads is one", () => {
  expect(compile("a = 1; b += 1; c ??= 1; d++").references).toEqual(["b", "c", "d"]);
});

test("positions tell where each name first stands, even one that every object has", () => {
  const { positions } = compile('import { x } from "d2l";\nconst a = x;\nconstructor(b, b, __proto__);');
  expect(Object.entries(positions)).toEqual([
    ["a", { line: 2, column: 7 }],
    ["x", { line: 1, column: 10 }],
    ["constructor", { line: 3, column: 1 }],
    ["b", { line: 3, column: 13 }],
    ["__proto__", { line: 3, column: 19 }],
  ]);
});

test("an exported declaration tells what it leans on: its listing's names, outer ones, types, imports", () => {
  const { declares } = compile(
    'import * as tf from "@tensorflow/tfjs";\nconst eps = 1;\nexport function f<T>(x: tf.Tensor, y: Loss<T>): T { const z = eps; return f(g(x, z)) }\nexport const k = 1;',
  );
  expect(declares.find(({ name }) => name === "f")).toEqual({
    name: "f",
    kind: "function",
    exported: true,
    line: 3,
    beside: ["eps"],
    needs: ["tf", "Loss", "eps", "g"],
  });
  expect(declares.find(({ name }) => name === "k")).toMatchObject({ exported: true, needs: [] });
  expect(declares.find(({ name }) => name === "eps")).toEqual({ name: "eps", kind: "literal", exported: false, line: 2 });
});

test("a name that its listing gives a new value is told so", () => {
  expect(compile("let a = 1, b = 2; const f = () => { a = 3 }").declares.map((one) => one.reassigned)).toEqual([
    true,
    undefined,
    undefined,
  ]);
});

test("the code is the source with types, imports and the word export blanked", () => {
  const source =
    'import * as tf from "@tensorflow/tfjs"\n(1)\nexport const f = (x: number): number =>\n  x as number\nexport type T = 1\n[2]\n';
  expect(compile(source).code).toBe(
    `${" ".repeat(38)}\n(1)\n       const f = (x        )         =>\n  x ;        \n;                \n[2]\n`,
  );
});

test("a blanked import closes the line above it", () => {
  expect(compile('x\nimport { a } from "d2l"\n(a)').code).toBe("x\n;                      \n(a)");
});

const refusals: [source: string, code: string, line: number, column: number, message: RegExp][] = [
  ["const a = (1", "syntax", 1, 13, /Unexpected token/],
  ["let a\nlet a", "duplicate", 2, 5, /a declared again/],
  ["x\nenum A {}", "not-erasable", 2, 1, /found enum; write a union/],
  ["namespace A { export const x = 1 }", "not-erasable", 1, 1, /namespace/],
  ["class A { constructor(private x: number) {} }", "not-erasable", 1, 23, /parameter property; write a field/],
  ["<any>x", "not-erasable", 1, 1, /x as T/],
  ["1 + 1 as any / 2", "not-erasable", 1, 1, /parentheses/],
  ["import a = require('a')", "not-erasable", 1, 1, /import =/],
  ['import "d2l"', "import-bare", 1, 1, /names to import/],
  ["const a = await import('d2l')", "import-dynamic", 1, 17, /import\(…\)/],
  ["export default 1", "export-form", 1, 1, /found export default/],
  ["const a = 1; export { a }", "export-form", 1, 14, /found export \{ … \}/],
  ['export * from "d2l"', "export-form", 1, 1, /found export \*/],
  ["return 1", "syntax", 1, 1, /return/],
  ["@d class A {}", "syntax", 1, 1, /decorators/],
];

test.each(refusals)("%j is refused as %s", (source, code, line, column, message) => {
  let refusal: unknown;
  try {
    compile(source);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(ListingError);
  expect(refusal).toMatchObject({ code, line, column });
  expect((refusal as ListingError).message).toMatch(/^expected .*found/);
  expect((refusal as ListingError).message).toMatch(message);
});

test.each([
  ["let n = 0;\nfunction up() { n++; }", { up: ["n"] }],
  ["const w = make(), b = make();\nconst params = [w, b];", { params: ["w", "b"] }],
  ["const X = make();\nfunction f(X) { return X; }\nconst y = f(1);", { y: ["f"] }],
  ["class Net { w = 1; grow() { size += this.w; } }\nlet size = 0;", { Net: ["size"] }],
])("%s tells what a declaration mentions of its own listing", (source, beside) => {
  const told = compile(source).declares.flatMap((one) => (one.beside ? [[one.name, one.beside]] : []));
  expect(Object.fromEntries(told)).toEqual(beside);
});

test.each([
  ["const y = X[500];", "X 1:11"],
  ["for (const i of order) {\n  use(t[i]);\n}", "t 2:7"],
  ["rows[mask] = 3;", "rows 1:1"],
  ["const f = (X) => X[0];", ""],
  ['const a = grads["w"];', ""],
  ["const a = X[op](1);", ""],
  ["const a = net.layers[0];", ""],
  ["const list = [1];\nlist[0] = 2;", "list 2:1"],
])("%s asks for an entry of %s", (source, indexed) => {
  const told = compile(source).indexed ?? [];
  expect(told.map(({ name, line, column }) => `${name} ${line}:${column}`).join(" ")).toBe(indexed);
});
