/** The three houses of 3.1 and the arithmetic of a line through points: what several figures compute with. */
import type { Handle, Point, Scale } from "./kit.ts";

/** [area in 100 m², price in million yuan] */
export const houses: readonly Point[] = [
  [1, 1],
  [2, 2],
  [3, 2],
];

export type Line = { w: number; b: number };

/** The ends of a drawn line as points to take hold of: each turns it about the other. An end beyond the picture is held at its edge. */
export function lineHandles<P extends Line>(x: Scale, y: Scale, ends: readonly [left: number, right: number], p: P): Handle<P>[] {
  const [low, high] = y.domain;
  return ends.map((at, k) => ({
    x: x(at),
    y: y(Math.max(low, Math.min(high, p.w * at + p.b))),
    label: k === 0 ? "直线的左端" : "直线的右端",
    move: (_x, py, now) => {
      const other = ends[1 - k]!,
        here = y.invert(py),
        there = now.w * other + now.b;
      const w = (there - here) / (other - at);
      return { w, b: here - w * at } as Partial<P>;
    },
  }));
}

const mean = (v: readonly number[]) => v.reduce((sum, vi) => sum + vi, 0) / v.length;

/** ŷ − y of every point. */
export function errors({ w, b }: Line, points: readonly Point[] = houses): number[] {
  return points.map(([x, y]) => w * x + b - y);
}

/** Half the mean of the squared errors. */
export function loss(line: Line, points: readonly Point[] = houses): number {
  return mean(errors(line, points).map((e) => e ** 2 / 2));
}

/** The partial derivatives of the loss with respect to w and b. */
export function gradient(line: Line, points: readonly Point[] = houses): Line {
  const e = errors(line, points);
  return { w: mean(e.map((ei, i) => ei * points[i]![0])), b: mean(e) };
}

/** The line of least squares. */
export function fit(points: readonly Point[] = houses): Line {
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const w = mean(points.map(([x, y]) => (x - mx) * (y - my))) / mean(points.map(([x]) => (x - mx) ** 2));
  return { w, b: my - w * mx };
}

/** Second derivatives of the loss along its steepest and flattest direction, largest first; the directions are unit vectors (w, b). */
export function curvatures(points: readonly Point[] = houses): { value: number; direction: Line }[] {
  const xx = mean(points.map(([x]) => x ** 2)),
    x = mean(points.map(([xi]) => xi));
  const [half, root] = [(xx + 1) / 2, Math.hypot((xx - 1) / 2, x)];
  return [half + root, half - root].map((value) => {
    const length = Math.hypot(x, value - xx);
    return { value, direction: { w: x / length, b: (value - xx) / length } };
  });
}

/** Where gradient descent gets to, step by step; `pick` says which points each step looks at. */
export function descend(start: Line, rate: number, steps: number, pick: (t: number) => readonly Point[] = () => houses): Line[] {
  const path = [start];
  for (let t = 0; t < steps; t++) {
    const here = path[t]!;
    const g = gradient(here, pick(t));
    path.push({ w: here.w - rate * g.w, b: here.b - rate * g.b });
  }
  return path;
}

/** log of the normal density. */
export function logNormal(x: number, mu: number, sigma: number): number {
  return -((x - mu) ** 2) / (2 * sigma ** 2) - Math.log(2 * Math.PI * sigma ** 2) / 2;
}

/** −log P(y | X) for normal noise of standard deviation sigma. */
export function negativeLogLikelihood(line: Line, sigma: number, points: readonly Point[] = houses): number {
  return -errors(line, points).reduce((sum, e) => sum + logNormal(e, 0, sigma), 0);
}
