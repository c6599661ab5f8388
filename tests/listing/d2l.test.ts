import { expect, test } from "vitest";
import { exportsOf } from "../../src/listing/d2l.ts";
import { listings } from "./listings.ts";

/** What a section exports, with the text of each. */
function exported(...sources: string[]) {
  const section = listings(...sources);
  return exportsOf(section).map(({ listing, start, end, ...rest }) => ({
    ...rest,
    listing,
    text: section.find(({ id }) => id === listing)?.source.slice(start, end),
  }));
}

test("an export comes with its comment, the names it leans on and the imports it uses", () => {
  const source =
    "const a = 1;\n\n// not this one\n\n/** Sum of squares.\n * By hand. */\nexport function loss(x: tf.Tensor) { return tf.sum(scale(x)) as Out }\n";
  expect(exported('import * as tf from "@tensorflow/tfjs"; import { type Batch } from "d2l"', source)).toEqual([
    {
      listing: "b",
      name: "loss",
      names: ["loss"],
      kind: "function",
      text: source.slice(source.indexOf("/**"), -1),
      doc: "Sum of squares.\nBy hand.",
      references: ["scale", "Out"],
      imports: [{ specifier: "@tensorflow/tfjs", imported: "*", local: "tf", typeOnly: false }],
    },
  ]);
});

test("every kind of declaration may be exported, and each statement comes once", () => {
  expect(
    exported("export class A {}\nexport type T = A; export interface I { a: A }\nexport const x = 1, { y } = z;\nconst own = 1;").map(
      ({ names, kind, references }) => `${names} ${kind} ${references}`,
    ),
  ).toEqual(["A class ", "T type A", "I type A", "x,y literal z"]);
});

test("overloads are one export, from the first comment to the last body", () => {
  const source = "// one\n// two\nexport function f(x: A): B\nexport function f(x: C): D\nexport function f(x: any) { return x }";
  expect(exported(source)).toMatchObject([{ name: "f", text: source, doc: "one\ntwo", references: ["A", "B", "C", "D"] }]);
});

test("a comment behind other code is not taken along", () => {
  expect(exported("const a = 1; // about a\nexport const b = 2;")).toMatchObject([{ name: "b", text: "export const b = 2;", doc: "" }]);
});
