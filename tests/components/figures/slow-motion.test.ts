import { expect, test } from "vitest";
import slowMotion, { best, contour, gradient, lossAt, path, points } from "../../../components/figures/slow-motion.ts";
import { defaults } from "../../../components/figures/kit.ts";

test("the gradient is that of the mean half squared error, by central differences", () => {
  const h = 1e-5;
  const [w, b] = [0.4, -0.3];
  const [gw, gb] = gradient(points, [w, b]);
  expect(gw).toBeCloseTo((lossAt([w + h, b]) - lossAt([w - h, b])) / (2 * h), 6);
  expect(gb).toBeCloseTo((lossAt([w, b + h]) - lossAt([w, b - h])) / (2 * h), 6);
});

test("the gradient vanishes at the valley's floor", () => {
  const [gw, gb] = gradient(points, best);
  expect(Math.hypot(gw, gb)).toBeLessThan(1e-12);
});

test("the loss is the same all along a contour", () => {
  for (const point of contour(0.8)) expect(lossAt(point) - lossAt(best)).toBeCloseTo(0.8, 10);
});

test("forty small steps end near the floor, large ones stay further away", () => {
  const far = (eta: number) => {
    const tail = path(40, eta).slice(-16);
    return tail.reduce((sum, p) => sum + lossAt(p) - lossAt(best), 0) / tail.length;
  };
  expect(far(0.25)).toBeLessThan(0.03);
  expect(far(1)).toBeGreaterThan(2 * far(0.25));
});

test("a button moves one step on and never past the last", () => {
  const { actions, parameters } = slowMotion;
  expect(actions![0]!.next(defaults(slowMotion))).toEqual({ step: 3 });
  expect(actions![0]!.next({ step: parameters.step.max, eta: 0.25 })).toEqual({ step: parameters.step.max });
});
