/** Squared, absolute and Huber loss against the residual, and what each passes on as gradient. */
import { curve, figure, line, scale, span, text, xAxis, yAxis, type Point, type Scale } from "./kit.ts";

/** |r| − σ/2 beyond the threshold, r²/2σ within: both pieces meet with the same slope. */
export function huber(r: number, sigma: number): number {
  return Math.abs(r) > sigma ? Math.abs(r) - sigma / 2 : r ** 2 / (2 * sigma);
}

/** Its derivative: the residual over σ, cut off at ±1. */
export function huberSlope(r: number, sigma: number): number {
  return Math.max(-1, Math.min(1, r / sigma));
}

const r = [scale([-4, 4], [30, 240]), scale([-4, 4], [302, 512])] as const;
const value = scale([0, 4.6], [270, 40]);
const slope = scale([-2.3, 2.3], [270, 40]);

const minus = (tick: number) => String(tick).replace("-", "−");

function graph(x: Scale, y: Scale, f: (r: number) => number, className: string): string {
  const seen = (v: number) => v >= y.domain[0] - 1e-9 && v <= y.domain[1];
  return curve(
    span(-4, 4, 401).map((u): Point => (seen(f(u)) ? [x(u), y(f(u))] : [NaN, NaN])),
    className,
  );
}

export default figure({
  width: 520,
  height: 310,
  parameters: { sigma: { label: "阈值 σ", min: 0.1, max: 3, step: 0.1, value: 1 } },
  question: "把 σ 拖到最小，Huber 像谁？",
  label: ({ sigma }) => `左：平方、绝对值、Huber 三种损失随残差的变化，阈值 ${sigma}；右：它们的导数，分别是直线、阶跃、截断的直线。`,
  draw: ({ sigma }) => {
    const [left, right] = r;
    return [
      xAxis(left, value, { ticks: [-4, -2, 0, 2, 4], label: "残差 r", format: minus }) +
        yAxis(left, value, { ticks: [0, 2, 4], label: "损失", grid: true }),
      line([left(-sigma), value(0)], [left(-sigma), value(huber(sigma, sigma))], "grid"),
      line([left(sigma), value(0)], [left(sigma), value(huber(sigma, sigma))], "grid"),
      graph(left, value, (u) => u ** 2 / 2, "stroke-data"),
      graph(left, value, Math.abs, "stroke-ink dashed"),
      graph(left, value, (u) => huber(u, sigma), "stroke-err thick"),
      text([left(-2.7), value(4.3)], "½r²", { className: "math text-data", anchor: "start" }),
      text([left(4), value(4.2)], "|r|", { className: "math text-ink", anchor: "end" }),
      text([left(4), value(huber(1.9, sigma)) + 20], "Huber", { className: "text-err", anchor: "end" }),
      xAxis(right, slope, { ticks: [-4, -2, 0, 2, 4], label: "残差 r", format: minus }) +
        yAxis(right, slope, { ticks: [-2, -1, 0, 1, 2], label: "导数", format: minus, grid: true }),
      graph(right, slope, (u) => u, "stroke-data"),
      curve(
        [
          [right(-4), slope(-1)],
          [right(0), slope(-1)],
        ],
        "stroke-ink dashed",
      ) +
        curve(
          [
            [right(0), slope(1)],
            [right(4), slope(1)],
          ],
          "stroke-ink dashed",
        ),
      graph(right, slope, (u) => huberSlope(u, sigma), "stroke-err thick"),
      text([right(1.6), slope(2.05)], "r", { className: "math text-data", anchor: "end" }),
      text([right(0.4), slope(-1) + 5], "sign r", { className: "math text-ink halo", anchor: "start" }),
      text([right(4), slope(1) - 8], "封顶", { className: "text-err", anchor: "end" }),
    ].join("");
  },
  readout: ({ sigma }) =>
    `残差为 4 的离群点：平方损失的梯度是 4，Huber 的梯度是 ${huberSlope(4, sigma).toFixed(0)}；残差为 0.1 时，Huber 的梯度是 ${huberSlope(0.1, sigma).toFixed(2)}`,
});
