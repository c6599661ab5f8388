/** Minibatch SGD one step at a time: one feature, forty points, ten of them a step; the line on the left, the parameters on the right. */
import { arrow, curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";

const BATCH = 10;
const STEPS = 40;
const START: Point = [-0.6, -0.6];

/** Numbers in [0, 1), the same ones every time: a linear congruential generator (Numerical Recipes). */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (1664525 * state + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

const random = randoms(11);
const uniform = (low: number, high: number) => low + (high - low) * random.next().value;

/** y = 1.5x + 1 and noise spread like the sum of three dice */
export const points: Point[] = span(-1.9, 1.9, 40).map((at) => {
  const x = at + uniform(-0.05, 0.05);
  return [x, 1.5 * x + 1 + 0.5 * (uniform(-1, 1) + uniform(-1, 1) + uniform(-1, 1))];
});

/** Which points each step uses: every epoch shuffles all forty and cuts them into four batches. */
const batches: Point[][] = Array.from({ length: STEPS / 4 }, () => {
  const keys = points.map((point) => ({ point, key: random.next().value }));
  const shuffled = keys.sort((a, b) => a.key - b.key).map(({ point }) => point);
  return [0, 1, 2, 3].map((i) => shuffled.slice(i * BATCH, (i + 1) * BATCH));
}).flat();

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Gradient of the mean half squared error of some points at (w, b). */
export function gradient(batch: readonly Point[], [w, b]: Point): Point {
  const residuals = batch.map(([x, y]) => w * x + b - y);
  return [mean(residuals.map((r, i) => r * batch[i]![0])), mean(residuals)];
}

/** Mean half squared error of all points. */
export const lossAt = ([w, b]: Point) => mean(points.map(([x, y]) => (w * x + b - y) ** 2 / 2));

/** Least squares by the normal equations of two unknowns. */
export const best: Point = (() => {
  const x = points.map((p) => p[0]);
  const y = points.map((p) => p[1]);
  const w = (mean(x.map((v, i) => v * y[i]!)) - mean(x) * mean(y)) / (mean(x.map((v) => v * v)) - mean(x) ** 2);
  return [w, mean(y) - w * mean(x)];
})();

/** Where the parameters stand after 0, 1, … steps. */
export function path(steps: number, eta: number): Point[] {
  const result: Point[] = [START];
  for (let i = 0; i < steps; i++) result.push(stepFrom(result[i]!, batches[i]!, eta));
  return result;
}

function stepFrom([w, b]: Point, batch: readonly Point[], eta: number): Point {
  const [gw, gb] = gradient(batch, [w, b]);
  return [w - eta * gw, b - eta * gb];
}

/** The ellipse on which the loss exceeds its minimum by `excess`: H = RᵀR, so δ = R⁻¹ u with |u|² = 2·excess. */
export function contour(excess: number): Point[] {
  const xx = mean(points.map(([x]) => x * x));
  const x = mean(points.map(([x]) => x));
  const [r11, r12, r22] = [Math.sqrt(xx), x / Math.sqrt(xx), Math.sqrt(1 - (x * x) / xx)];
  const radius = Math.sqrt(2 * excess);
  return span(0, 2 * Math.PI, 73).map((angle) => {
    const b = (radius * Math.sin(angle)) / r22;
    return [best[0] + (radius * Math.cos(angle) - r12 * b) / r11, best[1] + b];
  });
}

const x = scale([-2.2, 2.2], [28, 240]);
const y = scale([-3.4, 5.4], [270, 34]);
const w = scale([-0.9, 2.4], [296, 512]);
const b = scale([-0.9, 2.1], [270, 34]);
const at = ([pw, pb]: Point): Point => [w(pw), b(pb)];
const inside = ([pw, pb]: Point) => pw >= w.domain[0] && pw <= w.domain[1] && pb >= b.domain[0] && pb <= b.domain[1];

/** y = wx + b across the left picture, cut where it leaves it. */
function straight([slope, intercept]: Point, className: string): string {
  const seen = span(x.domain[0], x.domain[1], 89).map((v): Point => [v, slope * v + intercept]);
  return curve(
    seen.filter(([, v]) => v >= y.domain[0] && v <= y.domain[1]).map(([u, v]) => [x(u), y(v)]),
    className,
  );
}

const minus = (tick: number) => String(tick).replace("-", "−");
const fixed = (value: number, digits = 2) => value.toFixed(digits).replace("-", "−");

export default figure({
  width: 520,
  height: 310,
  parameters: {
    step: { label: "第几步", min: 1, max: STEPS, step: 1, value: 2 },
    eta: { label: "学习率 η", min: 0.05, max: 1.2, step: 0.05, value: 0.25 },
  },
  question: "把 η 调大，走到谷底以后，打转的圈子变大还是变小？",
  label: ({ step, eta }) => `学习率 ${eta}，第 ${step} 步：左图十个点参与更新，直线随之移动；右图参数从旧位置走到新位置。`,
  draw: ({ step, eta }) => {
    const walk = path(STEPS, eta);
    const [from, to] = [walk[step - 1]!, walk[step]!];
    const track = (points: Point[], className: string) =>
      curve(
        points.map((p) => (inside(p) ? at(p) : [NaN, NaN])),
        className,
      );
    const batch = batches[step - 1]!;
    const chosen = new Set(batch);
    return [
      xAxis(x, y, { ticks: [-2, 0, 2], label: "x", format: minus }) + yAxis(x, y, { ticks: [-2, 0, 2, 4], label: "y", format: minus }),
      ...points.filter((p) => !chosen.has(p)).map(([u, v]) => dot([x(u), y(v)], "fill-rule", 3.5)),
      ...batch.map(([u, v]) => line([x(u), y(v)], [x(u), y(from[0] * u + from[1])], "stroke-err")),
      straight(from, "stroke-param thick"),
      straight(to, "stroke-param dashed"),
      ...batch.map(([u, v]) => dot([x(u), y(v)], "fill-data", 4.5)),
      xAxis(w, b, { ticks: [0, 1, 2], label: "w" }) + yAxis(w, b, { ticks: [0, 1, 2], label: "b" }),
      ...[0.05, 0.3, 0.8, 1.6, 2.8].map((excess) => track(contour(excess), "grid")),
      track(walk.slice(step), "stroke-muted thin"),
      dot(at(best), "fill-ink", 3),
      text([at(best)[0] + 8, at(best)[1] + 16], "谷底", { anchor: "start", className: "text-muted halo" }),
      track(walk.slice(0, step), "stroke-param thin"),
      ...walk
        .slice(0, step)
        .filter(inside)
        .map((p) => dot(at(p), "fill-param", 2.5)),
      inside(from) ? line(at(from), at(stepFrom(from, points, eta)), "stroke-muted dashed") : "",
      inside(from) && inside(to) ? arrow(at(from), at(to), "stroke-grad thick") : "",
    ].join("");
  },
  readout: ({ step, eta }) => {
    const walk = path(step, eta);
    const [gw, gb] = gradient(batches[step - 1]!, walk[step - 1]!);
    const [newW, newB] = walk[step]!;
    return `这一批的梯度 (${fixed(gw)}, ${fixed(gb)})，参数走到 (${fixed(newW)}, ${fixed(newB)})，全部 40 点的损失 ${fixed(lossAt(walk[step]!), 3)}`;
  },
  actions: [
    { label: "走一步", next: ({ step }) => ({ step: Math.min(STEPS, step + 1) }) },
    { label: "重来", next: () => ({ step: 1 }) },
  ],
});
