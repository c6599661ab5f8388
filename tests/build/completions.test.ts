import { expect, test } from "vitest";
import { knownNames } from "../../src/build/completions.ts";
import type { KnownNames, Name } from "../../src/editor/names.ts";

const known: KnownNames = knownNames();
const detail = (list: keyof typeof known, name: string) => known[list].find(([one]) => one === name)?.[2];

test.each([
  ["tfjs", "matMul", /\(a: .*, b: /],
  ["tfjs", "layers", /./],
  ["tensor", "reshape", /shape/],
  ["tensor", "shape", /ShapeMap/],
  ["plot", "lineY", /data/],
  ["d2l", "sgd", /params: .*lr: number/],
  ["display", "table", /rows/],
] as const)("%s.%s is known with its signature", (list, name, signature) => {
  expect(detail(list, name)).toMatch(signature);
});

test("no interface and no name twice is offered", () => {
  for (const list of Object.values<Name[]>({ ...known })) {
    const names = list.map(([name]) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  }
  expect(detail("tfjs", "NamedTensorMap")).toBeUndefined();
});

test("the list is small enough to come with the editor", () => {
  expect(JSON.stringify(known).length).toBeLessThan(160_000);
});
