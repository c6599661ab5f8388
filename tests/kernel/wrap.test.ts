import { describe, expect, test } from "vitest";
import { wrap } from "../../src/kernel/module/wrap.ts";
import { compile } from "../../src/listing/compile.ts";

/** The module's text for a source that declares nothing the page would see. */
function wrapped(source: string) {
  const { code, tails } = compile(source);
  return wrap({ id: "a", code, tails, inputs: ["w"], imports: [], declares: [], backend: "cpu" });
}

const body = (source: string) =>
  /^export default async \(\{w\}\) => \{([^]*)\nreturn \{ __proto__: null \}\}\n/.exec(wrapped(source).text)?.[1];

describe("a call that is handed on is taken out of a list, so that WebKit keeps the frame:", () => {
  test.each([
    ["function f(x) { return g(x); }", "function f(x) { return[g(x)][0]; }"],
    ["const f = (x) => g(x);", "const f = (x) =>[g(x)][0];"],
    ["const f = (x) =>g(x);", "const f = (x) =>[g(x)][0];"],
    ["const f = (x: number): number => g(x) as number;", "const f = (x        )         =>[g(x)][0]          ;"],
    ["const f = (x) => x ? g(x) : h(x);", "const f = (x) => x ?[g(x)][0] :[h(x)][0];"],
    ["const f = (x) => x ?? g(x);", "const f = (x) => x ??[g(x)][0];"],
    ["const f = (x) => (g(x), h(x));", "const f = (x) => (g(x),[h(x)][0]);"],
    ["const f = (x) => x?.a.b();", "const f = (x) =>[x?.a.b()][0];"],
    ["const f = (x) => tag`t`;", "const f = (x) =>[tag`t`][0];"],
    ["const f = (x) => x.map((y) => g(y));", "const f = (x) =>[x.map((y) =>[g(y)][0])][0];"],
    ["class A { m() { return g(); } }", "class A { m() { return[g()][0]; } }"],
    ["function f(x) { if (x) return (g(x)); }", "function f(x) { if (x) return ([g(x)][0]); }"],
  ])("%s", (source, code) => expect(body(source)).toBe(code));
});

test.each([
  "const f = (x) => x + g(x);",
  "const f = (x) => new A(x);",
  "const f = async (x) => g(x);",
  "async function f() { return g(); }",
  "function* f() { return g(); }",
  "const f = (x) => { g(x); };",
  "g(w);",
])("%s stays as it is", (source) => expect(body(source)).toBe(source));

test("lines and the columns up to a call stay where they were", () => {
  const { text, prefix } = wrapped("const f = () => {\n  return g(w);\n};\nf();");
  const [first, second, third] = text.slice(prefix).split("\n");
  expect([first, second!.indexOf("g(w)"), third]).toEqual(["const f = () => {", "  return g(w);".indexOf("g(w)"), "};"]);
});
