import { expect, test } from "vitest";
import { Texts } from "../../../components/section/texts.ts";
import { compile } from "../../../src/listing/compile.ts";

const listing = (source: string) => ({ id: "a", number: "3.2-1", source, line: 1, ...compile(source) });
const texts = (source: string) =>
  new Texts({ path: "chapter/section", backend: "cpu", seed: 1, listings: [listing(source)], alone: [], assigned: {}, kinds: {} });

test.each([
  ["calls that are handed on", "const f = (x) => g(x);", "const total = [1, 2, 3].length;"],
  ["entries that are asked for", "const last = rows[rows.length - 1];", "const last = 3;"],
  ["imports", 'import * as tf from "@tensorflow/tfjs";\nconst t = tf.ones([2]);', "const t = 1;"],
])("an edited text is run with none of the %s of the book's text", (_, book, edited) => {
  const section = texts(book);
  section.edit("a", edited, compile(edited));
  expect(section.programs.get("a")).toEqual(texts(edited).programs.get("a"));
});
