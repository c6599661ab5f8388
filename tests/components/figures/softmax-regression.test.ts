/** The mathematics inside the figures of 3.4. */
import { describe, expect, test } from "vitest";
import steps, { accuracy, crossEntropy as binaryLoss, flips } from "../../../components/figures/accuracy-steps.ts";
import regions, { clip, points, region, scoresAt, weightsAfter } from "../../../components/figures/decision-regions.ts";
import editor, { bits } from "../../../components/figures/entropy-editor.ts";
import { defaults, span, type Figure, type Parameter, type Parameters, type Point } from "../../../components/figures/kit.ts";
import real, { smoothMax } from "../../../components/figures/real-softmax.ts";
import pushes, { gradient } from "../../../components/figures/softmax-gradient.ts";
import sliders, { sharesOf } from "../../../components/figures/softmax-sliders.ts";
import areas, { distribution, surprise } from "../../../components/figures/surprise-areas.ts";

const sum = (v: readonly number[]) => v.reduce((total, vi) => total + vi, 0);

describe("the sliders of softmax", () => {
  const start = defaults(sliders);

  test("show a common shift that changes no share", () => {
    for (const shift of [-2, 0.7, 2]) expect(sharesOf({ ...start, shift })).toEqual(sharesOf(start).map((v) => expect.closeTo(v, 12)));
  });

  test("flatten the shares when it is hot and sharpen them when it is cold", () => {
    const largest = (temperature: number) => Math.max(...sharesOf({ ...start, temperature }));
    expect(largest(5)).toBeLessThan(largest(1));
    expect(largest(0.2)).toBeGreaterThan(0.99);
  });
});

test("the three arrows of the gradient add up to 0, whatever the true class", () => {
  for (const truth of [1, 2, 3]) expect(sum(gradient({ ...defaults(pushes), truth }))).toBeCloseTo(0, 12);
});

describe("the regions of the plane", () => {
  const shoelace = (polygon: readonly Point[]) =>
    Math.abs(sum(polygon.map(([u, v], i) => u * polygon[(i + 1) % polygon.length]![1] - v * polygon[(i + 1) % polygon.length]![0]))) / 2;

  test("cover the frame exactly", () => {
    for (const count of [0, 40, 100]) expect(sum([0, 1, 2].map((j) => shoelace(region(weightsAfter(count), j))))).toBeCloseTo(36, 9);
  });

  test("have corners where their own class has the largest score", () => {
    const W = weightsAfter(40);
    for (const j of [0, 1, 2])
      for (const at of region(W, j)) expect(scoresAt(W, at)[j]).toBeGreaterThanOrEqual(Math.max(...scoresAt(W, at)) - 1e-9);
  });

  test("are cut off by a straight line", () => {
    expect(
      clip(
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
        ],
        ([u]) => u - 1,
      ),
    ).toEqual([
      [1, 0],
      [2, 0],
      [2, 2],
      [1, 2],
    ]);
  });

  test("hold their points after training and not before", () => {
    const right = (count: number) =>
      points.filter(({ at, label }) => scoresAt(weightsAfter(count), at).every((o) => o <= scoresAt(weightsAfter(count), at)[label]!))
        .length;
    expect([right(0), right(40)]).toEqual([0, 24]);
  });
});

describe("accuracy along a weight", () => {
  test("is level between two flips, where cross-entropy has a slope", () => {
    const ends = [-3, ...flips, 5];
    ends.slice(1).forEach((right, i) => {
      const [a, b] = [0.9 * ends[i]! + 0.1 * right, 0.1 * ends[i]! + 0.9 * right];
      expect(accuracy(a)).toBe(accuracy(b));
      expect(binaryLoss(a)).not.toBe(binaryLoss(b));
    });
  });

  test("never reaches 1, for two samples lie on the wrong side", () => {
    expect(Math.max(...span(-3, 5, 801).map(accuracy))).toBe(0.75);
  });
});

describe("entropy and cross-entropy of a coin", () => {
  test("peak at one bit and touch at p = q only", () => {
    expect(bits(0.5, 0.5)).toBe(1);
    for (const q of [0.1, 0.3, 0.8])
      for (const p of span(0, 1, 101)) {
        const extra = bits(p, q) - bits(p, p);
        if (Math.abs(p - q) < 1e-9) expect(extra).toBeCloseTo(0, 12);
        else expect(extra).toBeGreaterThan(0);
      }
  });

  test("have the dashed line straight, and tangent to the curve", () => {
    const h = 1e-5;
    expect(bits(0.5, 0.3)).toBeCloseTo((bits(0, 0.3) + bits(1, 0.3)) / 2, 12);
    expect((bits(0.3 + h, 0.3 + h) - bits(0.3 - h, 0.3 - h)) / (2 * h)).toBeCloseTo(bits(1, 0.3) - bits(0, 0.3), 6);
  });
});

describe("the areas of surprise", () => {
  test("add up to 1.5 bits at the start, and to most when all three are equal", () => {
    const area = (p: Parameters & { apple: number; pear: number }) => sum(distribution(p).map((v) => v * surprise(v)));
    expect(area(defaults(areas))).toBe(1.5);
    expect(area({ apple: 1 / 3, pear: 1 / 2 })).toBeCloseTo(Math.log2(3), 12);
    for (const apple of [0.1, 0.3, 0.6]) for (const pear of [0.2, 0.7]) expect(area({ apple, pear })).toBeLessThan(Math.log2(3));
  });

  test("keep their heights when a border is dragged nowhere", () => {
    const p = { apple: 0.4, pear: 0.3 };
    for (const handle of areas.handles!(p)) {
      const moved = { ...p, ...handle.move(handle.x, handle.y, p) };
      expect(distribution(moved)).toEqual(distribution(p).map((v) => expect.closeTo(v, 12)));
    }
  });
});

test("the smooth maximum lies above the maximum, by ln 2 / λ where both are equal and by less elsewhere", () => {
  for (const lambda of [0.5, 1, 2, 5]) {
    expect(smoothMax(0, 0, lambda)).toBeCloseTo(Math.LN2 / lambda, 12);
    for (const a of [-2, -0.3, 0.4, 2]) {
      const above = smoothMax(a, 0, lambda) - Math.max(a, 0);
      expect(above).toBeGreaterThan(0);
      expect(above).toBeLessThan(Math.LN2 / lambda);
      expect(smoothMax(a, 0, lambda)).toBeCloseTo(Math.log(Math.exp(lambda * a) + 1) / lambda, 12);
    }
  }
});

const figures = Object.entries<unknown>({ sliders, pushes, regions, steps, editor, areas, real }) as [string, Figure][];
test.each(figures)("%s stays within its frame, at every end of its handles", (_, figure) => {
  const start = defaults(figure);
  for (const [name, { min, max }] of Object.entries(figure.parameters) as [string, Parameter][])
    for (const value of [min, max]) {
      const markup = figure.draw({ ...start, [name]: value });
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
      for (const [, axis, number] of markup.matchAll(/ c?([xy])[12]?="([^"]*)"/g)) {
        expect(Number(number)).toBeGreaterThanOrEqual(0);
        expect(Number(number)).toBeLessThanOrEqual(axis === "x" ? figure.width : figure.height);
      }
    }
});
