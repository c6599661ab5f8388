/** The mathematics inside the figures of 3.1. */
import { describe, expect, test } from "vitest";
import coin, { binomial } from "../../../components/figures/coin-likelihood.ts";
import drag from "../../../components/figures/drag-line.ts";
import gdAndSgd, { batches, rate, sampleAt, steps } from "../../../components/figures/gd-and-sgd.ts";
import { candidates, area } from "../../../components/figures/houses.ts";
import { defaults, type Figure, type Parameter } from "../../../components/figures/kit.ts";
import likelihood, { bestSlope } from "../../../components/figures/likelihood.ts";
import { column, foot, ones, residual, target } from "../../../components/figures/projection.ts";
import { descend, errors, fit, gradient, houses, loss, negativeLogLikelihood } from "../../../components/figures/regression.ts";
import { points } from "../../../components/figures/residuals.ts";
import { needs, stops } from "../../../components/figures/roadmap.ts";
import { bottom, contour, inWindow, w as wScale, b as bScale } from "../../../components/figures/valley.ts";

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);

test("the three candidate lines give the three prices of the caption", () => {
  expect(candidates.map(({ w, b }) => w * area + b)).toEqual([2.2, 2, 1.75].map((v) => expect.closeTo(v, 12)));
});

test("the line of the residuals figure is that of least squares: its errors add up to 0 and are perpendicular to x", () => {
  const e = errors(fit(points), points);
  expect(
    dot(
      e,
      points.map(() => 1),
    ),
  ).toBeCloseTo(0, 12);
  expect(
    dot(
      e,
      points.map(([x]) => x),
    ),
  ).toBeCloseTo(0, 12);
});

test("the projection's residual is perpendicular to the plane and its foot lies in it", () => {
  expect([dot(residual, ones), dot(residual, column), dot(residual, foot)]).toEqual([0, 0, 0].map((v) => expect.closeTo(v, 12)));
  expect(foot.map((f, i) => f + residual[i]!)).toEqual(target.map((y) => expect.closeTo(y, 12)));
});

test.each([
  ["drag-line", drag as unknown as Figure],
  ["likelihood", likelihood as unknown as Figure],
])("dragging an end of the line of %s moves that end and leaves the other where it is", (_, figure) => {
  const p = defaults(figure);
  const [left, right] = figure.handles!(p);
  const moved = { ...p, ...right!.move(right!.x, right!.y + 50, p) } as typeof p;
  const [leftAfter, rightAfter] = figure.handles!(moved);
  expect(leftAfter!.y).toBeCloseTo(left!.y, 9);
  expect(rightAfter!.y).toBeCloseTo(right!.y + 50, 9);
});

test.each([
  ["drag-line", drag as unknown as Figure, 435],
  ["likelihood", likelihood as unknown as Figure, 310],
])("an end of the line of %s can be taken hold of wherever the sliders send the line", (_, figure, bottom) => {
  const { w, b } = figure.parameters as Record<string, Parameter>;
  for (const slope of [w!.min, w!.max])
    for (const intercept of [b!.min, b!.max])
      for (const { y } of figure.handles!({ ...defaults(figure), w: slope, b: intercept })) expect(y >= 20 && y <= bottom).toBe(true);
});

describe("the valley", () => {
  test("has contours of equal loss", () => {
    const heights = contour(0.06)
      .filter(([x]) => Number.isFinite(x))
      .map(([x, y]) => loss({ w: wScale.invert(x), b: bScale.invert(y) }) - loss(bottom));
    expect(heights.length).toBeGreaterThan(100);
    for (const height of heights) expect(height).toBeCloseTo(0.06, 9);
  });

  test("cuts a diverging path at the frame", () => {
    const path = inWindow(descend({ w: 0, b: 0 }, 0.4, 40));
    expect(path.length).toBeGreaterThan(2);
    for (const [x, y] of path) expect(x >= 49.99 && x <= 350.01 && y >= 24.99 && y <= 325.01).toBe(true);
  });
});

test("the drawn minibatch gradients average to the full one", () => {
  const full = gradient({ w: 0, b: 0 });
  expect(
    dot(
      batches.map((g) => g.gradient.w),
      [1 / 3, 1 / 3, 1 / 3],
    ),
  ).toBeCloseTo(full.w, 12);
  expect(
    dot(
      batches.map((g) => g.gradient.b),
      [1 / 3, 1 / 3, 1 / 3],
    ),
  ).toBeCloseTo(full.b, 12);
});

test("full gradients end nearer to the bottom than single samples do", () => {
  const distance = (p: { w: number; b: number }) => Math.hypot(p.w - bottom.w, p.b - bottom.b);
  const full = descend({ w: 0, b: 0 }, rate, steps),
    single = descend({ w: 0, b: 0 }, rate, steps, (t) => [sampleAt(t)]);
  expect(distance(full.at(-1)!)).toBeLessThan(0.06);
  const late = single.slice(-40).map(distance);
  expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(0.05);
  expect(new Set(Array.from({ length: 30 }, (_, t) => sampleAt(t)[0]))).toEqual(new Set(houses.map(([x]) => x)));
});

test("the coin's probabilities add up to 1 and its likelihood of 3 heads is highest at 3/4", () => {
  for (const p of [0.1, 0.5, 0.75]) expect([0, 1, 2, 3, 4].reduce((sum, k) => sum + binomial(k, p), 0)).toBeCloseTo(1, 12);
  expect([binomial(3, 0.5), binomial(3, 0.75)]).toEqual([0.25, 0.421875]);
  expect(Math.max(binomial(3, 0.74), binomial(3, 0.76))).toBeLessThan(binomial(3, 0.75));
});

test("the best slope of the likelihood figure is the same for every σ", () => {
  for (const b of [0, 2 / 3, 1.5]) {
    for (const sigma of [0.3, 1, 2]) {
      const at = (w: number) => negativeLogLikelihood({ w, b }, sigma);
      expect(at(bestSlope(b))).toBeLessThan(Math.min(at(bestSlope(b) - 0.01), at(bestSlope(b) + 0.01)));
    }
  }
  expect(bestSlope(2 / 3)).toBeCloseTo(1 / 2, 12);
});

test("the roadmap's arrows never point backwards", () => {
  expect(stops.map((s) => s.number)).toEqual(["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]);
  for (const [from, to] of needs) expect(from < to).toBe(true);
});

test("no figure draws a number that is not finite, wherever its handles stand", () => {
  const all: Figure[] = [drag, gdAndSgd, coin, likelihood] as unknown as Figure[];
  for (const figure of all) {
    for (const pick of ["min", "value", "max"] as const) {
      const p = Object.fromEntries(Object.entries(figure.parameters).map(([name, parameter]) => [name, parameter[pick]]));
      expect(figure.draw(p)).not.toMatch(/NaN|Infinity/);
    }
  }
});
