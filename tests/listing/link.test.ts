import { expect, test } from "vitest";
import { compile } from "../../src/listing/compile.ts";
import { link } from "../../src/listing/link.ts";
import { listings } from "./listings.ts";

const section = listings(
  'import * as tf from "@tensorflow/tfjs"; import { type Batch, Timer } from "d2l"; const w = tf.zeros([2]); type T = 1',
  "const loss = (y: T) => tf.sum(w.sub(y)); const unused = later",
  "const later = loss(w); Math.PI; Batch",
);

test("a program gets the earlier values it uses and the imports in force that it uses", () => {
  expect(
    link(section, "cpu").map(({ inputs, imports, declares }) => ({ inputs, imports: imports.map(({ local }) => local), declares })),
  ).toEqual([
    { inputs: [], imports: ["tf", "Timer"], declares: ["w"] },
    { inputs: ["w"], imports: ["tf"], declares: ["loss", "unused"] },
    { inputs: ["loss", "w"], imports: [], declares: ["later"] },
  ]);
});

test("an import says where it stands, also to the listings below", () => {
  const places = link(section, "cpu").map(({ imports }) => imports.map(({ local, at }) => [local, at?.listing, at?.line, at?.column]));
  const [id, tf] = [section[0].id, section[0].positions.tf];
  expect(places[0][0]).toEqual(["tf", id, tf.line, tf.column]);
  expect(places[1]).toEqual([["tf", id, tf.line, tf.column]]);
});

test("a fence's backend wins over the section's", () => {
  expect(link([{ ...section[0], backend: "wasm" }, section[1]], "cpu").map(({ backend }) => backend)).toEqual(["wasm", "cpu"]);
});

test("an edited listing is linked by its new text", () => {
  const source = "const v = 1";
  const edited = { ...section[0], ...compile(source), source };
  expect(link([edited, section[1]], "cpu").map(({ inputs, imports, declares }) => ({ inputs, imports, declares }))).toEqual([
    { inputs: [], imports: [], declares: ["v"] },
    { inputs: [], imports: [], declares: ["loss", "unused"] },
  ]);
});
