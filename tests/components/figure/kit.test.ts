/** The strokes all figures are drawn with. */
import { expect, test } from "vitest";
import { area, curve, pane, scale, span, type Point } from "../../../components/figures/kit.ts";

/** The places a path of moves and steps leads to. */
function places(markup: string): Point[] {
  let [x, y] = [0, 0];
  const pieces = [.../d="([^"]*)"/.exec(markup)![1]!.matchAll(/([Ml])(-?[\d.]+) (-?[\d.]+)/g)];
  return pieces.map(([, letter, dx, dy]): Point => {
    [x, y] = letter === "M" ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
    return [x, y];
  });
}

test("a curve leads through its points to a tenth of a pixel, however many they are", () => {
  const points = span(0, 600, 601).map((x): Point => [x / 3, 100 * Math.sin(x / 7)]);
  const drawn = places(curve(points));
  expect(drawn.length).toBe(points.length);
  drawn.forEach(([x, y], i) => {
    expect(Math.abs(x - points[i]![0])).toBeLessThan(0.0501);
    expect(Math.abs(y - points[i]![1])).toBeLessThan(0.0501);
  });
});

test("a point that is not finite breaks the curve", () => {
  const broken = curve([
    [1, 2],
    [3, 4],
    [NaN, 0],
    [5, 6],
    [6, 5],
  ]);
  expect(broken).toContain('d="M1 2l2 2M5 6l1 -1"');
});

test("an area is closed", () => {
  expect(
    area(
      [
        [0, 0],
        [10, 0],
        [10, 5],
      ],
      "wash",
    ),
  ).toBe('<path class="wash" d="M0 0l10 0l0 5Z"/>');
});

test("a pane spans its axes, whichever way they run, and keeps their coordinates", () => {
  expect(pane(scale([0, 1], [60, 160]), scale([0, 1], [300, 40]), "…")).toBe(
    '<svg x="60" y="40" width="100" height="260" viewBox="60 40 100 260">…</svg>',
  );
});
