import { expect, test } from "vitest";
import { ListingError } from "../../src/listing/error.ts";
import { parseFence } from "../../src/listing/fence.ts";
import type { FenceOptions } from "../../src/listing/types.ts";

const rows: [meta: string, options: FenceOptions][] = [
  ["#train", { id: "train" }],
  ["  #mini-batch-2  ", { id: "mini-batch-2" }],
  ['#train title="定义模型"', { id: "train", title: "定义模型" }],
  ['#train title="a \\"b\\" | c=d #e"', { id: "train", title: 'a "b" | c=d #e' }],
  ["#speed backend=wasm varies tolerance=0.01", { id: "speed", backend: "wasm", varies: true, tolerance: 0.01 }],
  ['#bad error="must be rank 2"', { id: "bad", error: "must be rank 2" }],
  ['#guess predict="会收敛吗？| 会 |不会"', { id: "guess", predict: { question: "会收敛吗？", choices: ["会", "不会"] } }],
  [
    '#hyper knobs="lr:0.001..1 log, batchSize:1..100 step 1"',
    {
      id: "hyper",
      knobs: [
        { name: "lr", min: 0.001, max: 1, log: true },
        { name: "batchSize", min: 1, max: 100, step: 1 },
      ],
    },
  ],
  [
    '#hyper knobs="x:-1..1,σ:1e-3..1e0 log step 0.5"',
    {
      id: "hyper",
      knobs: [
        { name: "x", min: -1, max: 1 },
        { name: "σ", min: 0.001, max: 1, step: 0.5, log: true },
      ],
    },
  ],
];

test.each(rows)("the fence %j is read", (meta, options) => {
  expect(parseFence(meta)).toEqual(options);
});

const faults: [meta: string, message: RegExp, column: number][] = [
  ["", /expected the listing's id.*found nothing/, 1],
  ['title="x"', /expected the listing's id first.*found title="x"/, 1],
  ["#Train", /kebab-case.*found #Train/, 1],
  ["#a #b", /one id, found #b/, 4],
  ["#a fast", /one of title, error, backend, tolerance, varies, predict, knobs, found fast/, 4],
  ["#a toString=1", /one of title/, 4],
  ["#a backend=gpu", /backend to be cpu, wasm, webgl, webgpu, found backend=gpu/, 4],
  ["#a backend", /backend to be cpu/, 4],
  ["#a varies=yes", /the bare word varies, found varies=yes/, 4],
  ["#a varies varies", /varies once/, 11],
  ["#a tolerance=2", /between 0 and 1/, 4],
  ["#a tolerance=x", /between 0 and 1/, 4],
  ["#a title=", /a text in quotes/, 4],
  ['#a title="x', /closed by "/, 4],
  ['#a title="x"y', /closed by "/, 4],
  ["#a title=“x”", /straight quotes/, 4],
  ['#a predict="x|y"', /at least two choices/, 4],
  ['#a predict="x||y"', /at least two choices/, 4],
  ['#a knobs="lr"', /ranges of numbers/, 4],
  ['#a knobs="lr:1..0"', /ranges of numbers/, 4],
  ['#a knobs="lr:0..1 log"', /ranges of numbers/, 4],
  ['#a knobs="lr:0..1 step 0"', /ranges of numbers/, 4],
];

test.each(faults)("the fence %j is refused", (meta, message, column) => {
  expect(() => parseFence(meta)).toThrow(message);
  try {
    parseFence(meta);
  } catch (error) {
    expect(error).toBeInstanceOf(ListingError);
    expect(error).toMatchObject({ code: "fence", line: 1, column });
  }
});
