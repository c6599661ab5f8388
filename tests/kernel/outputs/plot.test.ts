import { describe, expect, test } from "vitest";
import { showValue } from "../../../src/kernel/outputs/show/value.ts";
import type { PlotOutput } from "../../../src/kernel/protocol.ts";
import * as Plot from "../../../src/kernel/plot.ts";

const markup = (value: unknown) => {
  const { output } = showValue(value);
  if (output.type !== "plot") throw new Error(`expected a plot, found ${output.type}`);
  return (output as PlotOutput).svg;
};
const points = Array.from({ length: 20 }, (_, i) => ({ x: i, y: Math.sin(i), k: i % 2 ? "a" : "b" }));

test("draws without a page and leaves no global document", () => {
  expect(markup(Plot.plot({ marks: [Plot.dot(points, { x: "x", y: "y" })] }))).toMatch(/^<svg[\s\S]*<circle/);
  expect("document" in globalThis).toBe(false);
});

test("a mark can plot itself", () => {
  expect(markup(Plot.lineY([1, 2, 3]).plot({ marks: [Plot.ruleY([0])] }))).toMatch(/<path[\s\S]*|<line/);
});

test("drops Plot's style sheet", () => {
  expect(markup(Plot.plot({ color: { legend: true }, marks: [Plot.dot(points, { x: "x", y: "y", fill: "k" })] }))).not.toMatch(/<style/i);
});

test("draws the same again, whatever was drawn between", () => {
  const draw = () =>
    markup(
      Plot.plot({
        title: "t",
        marks: [Plot.line(points, { x: "x", y: "y", clip: true }), Plot.areaY(points, { x: "x", y: "y", clip: "frame" })],
      }),
    );
  const first = draw();
  Plot.lineY([1, 2], { clip: true }).plot();
  expect(draw()).toBe(first);
  expect(first).toMatch(/id="id-1"/);
  expect(first).toMatch(/url\(#id-1\)/);
});

test("uses the course's colours for categories and the text's colour for the rest", () => {
  const svg = markup(Plot.plot({ color: { legend: true }, marks: [Plot.dot(points, { x: "x", y: "y", fill: "k" })] }));
  expect(svg).toMatch(/fill="var\(--c-param\)"/);
  expect(svg).toMatch(/fill="var\(--c-grad\)"/);
  expect(svg).not.toMatch(/#4269d0/i);
  expect(svg).toMatch(/fill="currentColor"/);
});

test("keeps colours that are tokens", () => {
  expect(markup(Plot.lineY([1, 2], { stroke: "var(--c-err)" }).plot())).toMatch(/stroke="var\(--c-err\)"/);
});

describe("what needs a canvas elsewhere", () => {
  test("a continuous legend has its ramp", () => {
    const svg = markup(Plot.plot({ color: { legend: true, scheme: "blues" }, marks: [Plot.cell(points, { x: "x", y: "k", fill: "y" })] }));
    expect(svg).toMatch(/href="data:image\/bmp;base64,/);
  });
  test("a raster has its picture", () => {
    expect(
      markup(
        Plot.raster({ x1: 0, x2: 1, y1: 0, y2: 1, pixelSize: 20, fill: (x: number, y: number) => x * y } as Plot.RasterOptions).plot(),
      ),
    ).toMatch(/data:image\/bmp/);
  });
});

test("gives lengths two decimals and leaves what is written alone", () => {
  const svg = markup(
    Plot.plot({
      marks: [
        Plot.dot(points, { x: "x", y: "y" }),
        Plot.line(points, { x: "x", y: "y" }),
        Plot.text(["π ≈ 3.14159"], { frameAnchor: "middle" }),
      ],
    }),
  );
  expect(svg).not.toMatch(/\s(?:cx|cy|d)="[^"]*\.\d{3}/);
  expect(svg).toMatch(/\scx="\d+\.\d{1,2}"/);
  expect(svg).toMatch(/π ≈ 3\.14159/);
});

test("gives a curve of hundreds of points one decimal", () => {
  const curve = Array.from({ length: 600 }, (_, i) => ({ x: i / 100, y: Math.sin(i / 100) }));
  expect(markup(Plot.line(curve, { x: "x", y: "y" }).plot())).not.toMatch(/\sd="[^"]{1000,}"(?<=\.\d{2}[^"]*")/);
});

test("a tip stands beside its point, in a box that fits its Chinese text", () => {
  const svg = markup(Plot.plot({ marks: [Plot.tip([{ x: 1, y: 2 }], { x: "x", y: "y", title: () => "最低点" })] }));
  expect(svg).toMatch(/最低点/);
  expect(svg).not.toMatch(/visibility="hidden"/);
  expect(svg).toMatch(/aria-label="tip"[\s\S]*<path d="M/);
  expect("requestAnimationFrame" in globalThis).toBe(false);
});

test("tips that wait for a pointer leave nothing", () => {
  expect(markup(Plot.dot(points, { x: "x", y: "y", tip: true }).plot())).not.toMatch(/<tspan/);
});

test("a legend alone is a chart too", () => {
  expect(markup(Plot.legend({ color: { type: "categorical", domain: ["a", "b"] } }))).toMatch(/plot-swatches/);
});

test("takes its label from ariaLabel", () => {
  expect(showValue(Plot.plot({ ariaLabel: "损失曲线", marks: [] })).output).toMatchObject({ type: "plot", label: "损失曲线" });
});

test("refuses a chart that is too large, in Chinese", () => {
  const many = Array.from({ length: 60_000 }, (_, i) => ({ x: i, y: Math.sqrt(i) }));
  expect(() => markup(Plot.dot(many, { x: "x", y: "y" }).plot())).toThrow("图太大");
});
