import { describe, expect, test } from "vitest";
import { factsOf, legends, sameFacts } from "../../../components/runs/facts.ts";
import { overlay } from "../../../components/runs/overlay.ts";
import { invert, pointsOf, seriesOf } from "../../../components/runs/series.ts";
import { showValue } from "../../../src/kernel/outputs/show/value.ts";
import type { PlotOutput } from "../../../src/kernel/protocol.ts";
import * as Plot from "../../../src/kernel/plot.ts";

const chart = (value: unknown) => showValue(value).output as PlotOutput;
const facts = (seed: string, source: string) => factsOf({ 种子: seed }, new Map([["3.2-7", source]]));

describe("what is read from a chart", () => {
  test.each([{}, { y: { type: "log" } }, { x: { domain: [-3, 30] }, y: { reverse: true } }] as Plot.PlotOptions[])(
    "the numbers that were plotted, with %j",
    (options) => {
      const values = [8, 4, 2.5, 1.25, 0.5];
      const [series] = seriesOf(chart(Plot.plot({ ...options, marks: [Plot.lineY(values)] })))!;
      series!.points.forEach(([x, y], i) => {
        expect(x).toBeCloseTo(i, 1);
        expect(y).toBeCloseTo(values[i]!, 1);
      });
    },
  );

  test("the names that stand at the ends of lines in their colours", () => {
    const rows = ["a", "b"].flatMap((k) => [0, 1, 2].map((x) => ({ x, y: x + (k === "a" ? 1 : 2), k })));
    const marks = [
      Plot.lineY(rows, { x: "x", y: "y", stroke: "k" }),
      Plot.text(rows, Plot.selectLast({ x: "x", y: "y", z: "k", fill: "k", text: "k" })),
    ];
    expect(seriesOf(chart(Plot.plot({ marks })))!.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  test("nothing from a chart without lines or with categories", () => {
    expect(seriesOf(chart(Plot.plot({ marks: [Plot.dot([[1, 2]])] })))).toBeUndefined();
    expect(
      seriesOf(
        chart(
          Plot.plot({
            marks: [
              Plot.lineY(
                [
                  { k: "a", v: 1 },
                  { k: "b", v: 2 },
                ],
                { x: "k", y: "v" },
              ),
            ],
          }),
        ),
      ),
    ).toBeUndefined();
    expect(pointsOf("M0,0C1,1,2,2,3,3")).toEqual([]);
  });

  test("pixels go back to numbers on both kinds of axes", () => {
    expect(invert({ type: "linear", domain: [0, 10], range: [100, 200] }, 150)).toBe(5);
    expect(invert({ type: "log", domain: [1e-4, 1], range: [200, 0] }, 100)).toBeCloseTo(0.01);
  });
});

describe("a legend", () => {
  test.each([
    [[facts("1", "const lr = 0.03;"), facts("1", "const lr = 0.1; // η")], undefined],
    [
      [facts("1", "const lr = 0.03;\nf(lr)"), facts("1", "const lr = 0.1;\nf(lr)")],
      ["lr = 0.03", "lr = 0.1"],
    ],
    [
      [facts("1", "f()"), facts("2", "f()")],
      ["种子 = 1", "种子 = 2"],
    ],
    [
      [facts("1", "f()"), facts("1", "g()"), facts("1", "f()")],
      ["3.2-7 写法 1", "3.2-7 写法 2", "3.2-7 写法 1"],
    ],
    [
      [facts("1", "const a: number = 1e-3, b"), facts("2", "const a: number = 2, b")],
      ["种子 = 1，a = 1e-3", "种子 = 2，a = 2"],
    ],
  ] as const)("names what differs and nothing else (%#)", (runs, expected) => {
    const words = legends(runs);
    if (expected) expect(words).toEqual(expected);
    else expect(words.join()).toMatch(/lr = 0\.03.*lr = 0\.1/);
  });

  test("runs of the same texts and seed are the same", () => {
    expect(sameFacts(facts("1", "const lr = 1;"), facts("1", "const lr = 1;"))).toBe(true);
    expect(sameFacts(facts("1", "const lr = 1;"), facts("1", "const lr = 2;"))).toBe(false);
  });
});

test("runs laid over each other lie within the frame and do not run into infinity", () => {
  const run = (f: (x: number) => number) => [{ points: [1, 2, 3, 4].map((x): [number, number] => [x, f(x)]) }];
  for (const y of ["linear", "log"] as const) {
    const svg = overlay([run((x) => 1 / x), run((x) => 100 * x)], { x: "linear", y });
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity/);
    const places = [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, d]) => pointsOf(d!));
    expect(places.every(([x, y]) => x >= 0 && x <= 640 && y >= 0 && y <= 300)).toBe(true);
  }
});
