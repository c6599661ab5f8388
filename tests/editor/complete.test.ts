import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { gather } from "../../components/listing/names.ts";
import { complete, isText } from "../../src/editor/complete.ts";
import type { KnownNames } from "../../src/editor/names.ts";
import { compile } from "../../src/listing/compile.ts";

const known: KnownNames = {
  tfjs: [["ones", "function", "(shape: number[]): Tensor"]],
  plot: [["dot", "function"]],
  tensor: [["add", "method"]],
  d2l: [["sgd", "function"]],
  display: [["table", "method"]],
};
const source = `import * as tf from "@tensorflow/tfjs";\nimport { sgd } from "d2l";\nconst weights = tf.ones([2]);`;
const names = gather([{ number: "3.2-1", ...compile(source) }], known);
const offered = async (doc: string, explicit = false) => {
  const result = await complete(async () => names)(new CompletionContext(EditorState.create({ doc }), doc.length, explicit));
  return result?.options.map(({ label }) => label);
};

test.each([
  ["tf.", ["ones"]],
  ["tf.on", ["ones"]],
  ["weights.", ["add"]],
  ["f(weights).", ["add"]],
  ["weights[0].re", ["add"]],
  ["display.", ["table"]],
] as const)("%s offers members", async (text, expected) => {
  expect(await offered(text)).toEqual(expected);
});

test.each(["we", "sg", "con"])("%s offers the section's names, what it imports and the language's words", async (text) => {
  expect(await offered(text)).toEqual(expect.arrayContaining(["weights", "sgd", "const", "tf"]));
});

test.each(["w", "", "// we", "'we", "1.", "`we"])("%j offers nothing by itself", async (text) => {
  expect(await offered(text)).toBeUndefined();
});

test("asked for, names are offered on an empty line", async () => {
  expect(await offered("", true)).toContain("weights");
});

test("without the libraries' list the section's names are still there", () => {
  expect(gather([{ number: "3.2-1", ...compile(source) }]).global.map(([name]) => name)).toContain("weights");
});

test.each([
  ["const a = 'b", true],
  ["const a = 'b'; c", false],
  ["const a = `b ${c", false],
  ["f(`a`, b", false],
  ["x // y", true],
] as const)("whether %j ends in text is %s", (before, expected) => {
  expect(isText(before)).toBe(expected);
});
