/** Maximum likelihood: three houses, a line, the noise's bell at each, and −log P as a function of w. */
import { area, curve, dot, figure, line, pane, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";
import { errors, houses, lineHandles, logNormal, loss, negativeLogLikelihood, type Line } from "./regression.ts";

const x = scale([0.6, 4.1], [45, 360]),
  y = scale([-0.8, 4.2], [310, 30]);
const ends = [0.7, 4] as const;
const w = scale([-0.5, 1.5], [430, 590]),
  nll = scale([0, 12], [310, 30]);

/** The w that minimises the loss for this b; σ has no part in it. */
export function bestSlope(b: number): number {
  const sum = (f: (p: Point) => number) => houses.reduce((s, p) => s + f(p), 0);
  return sum(([a, price]) => a * (price - b)) / sum(([a]) => a ** 2);
}

const width = (e: number, sigma: number) => 55 * Math.exp(logNormal(e, 0, sigma));

function scan(b: number, sigma: number): Point[] {
  return span(-0.5, 1.5, 121).map((slope): Point => {
    const value = negativeLogLikelihood({ w: slope, b }, sigma);
    return [w(slope), value > 12 || value < -2 ? NaN : nll(value)];
  });
}

export default figure<Line & { sigma: number }>({
  width: 640,
  height: 355,
  question: "拖动直线的两端，让似然最大；再拖 σ：最好的直线会不会变？",
  parameters: {
    w: { label: "斜率 w", min: -0.5, max: 1.5, step: 0.01, value: 0.2 },
    b: { label: "截距 b", min: -0.5, max: 2, step: 0.01, value: 0.67 },
    sigma: { label: "标准差 σ", min: 0.3, max: 2, step: 0.05, value: 0.6 },
  },
  label: (p) =>
    `w = ${p.w.toFixed(2)}，b = ${p.b.toFixed(2)}，σ = ${p.sigma.toFixed(2)}：负对数似然 ${negativeLogLikelihood(p, p.sigma).toFixed(3)}；这个 b 之下最好的 w 是 ${bestSlope(p.b).toFixed(2)}，与 σ 无关`,
  draw: (p) => {
    const e = errors(p),
      best = bestSlope(p.b),
      here = negativeLogLikelihood(p, p.sigma);
    const bells = houses.map(([a, price], i) => {
      const shape = span(-3, 3, 61).map((k): Point => [x(a) + width(k * p.sigma, p.sigma), y(price + e[i]! + k * p.sigma)]);
      return (
        area(shape, "fill-prob wash") +
        curve(shape, "stroke-prob thin") +
        line([x(a), y(price)], [x(a) + width(e[i]!, p.sigma), y(price)], "stroke-prob thick")
      );
    });
    return (
      xAxis(x, y, { ticks: [1, 2, 3], label: "面积 x" }) +
      yAxis(x, y, { ticks: [0, 2, 4], label: "价格 y" }) +
      pane(
        x,
        y,
        bells.join("") +
          line([x(ends[0]), y(p.w * ends[0] + p.b)], [x(ends[1]), y(p.w * ends[1] + p.b)], "stroke-param thick") +
          houses.map(([a, price]) => dot([x(a), y(price)], "fill-data", 5)).join(""),
      ) +
      xAxis(w, nll, { ticks: [0, 0.5, 1], label: "w" }) +
      yAxis(w, nll, { ticks: [0, 5, 10], label: "−log P" }) +
      line([w(best), nll(0)], [w(best), nll(12)], "stroke-ink dashed") +
      [1, 2]
        .map((other) => {
          const points = scan(p.b, other),
            end = points[points.length - 1]!;
          return (
            curve(points, "stroke-data thin") +
            (Number.isNaN(end[1]) ? "" : text([end[0] + 5, end[1] + 4], `σ = ${other}`, { anchor: "start", className: "text-data" }))
          );
        })
        .join("") +
      curve(scan(p.b, p.sigma), "stroke-err thick") +
      (here < 12 ? dot([w(p.w), nll(here)], "fill-err", 6) : text([w(p.w), 46], "↑", { className: "text-err halo" })) +
      text([Math.min(578, Math.max(540, w(best))), 22], `最低点 w = ${best.toFixed(2)}`, { className: "halo" }) // clear of −log P and the edge
    );
  },
  readout: (p) =>
    `似然 ${Math.exp(-negativeLogLikelihood(p, p.sigma)).toPrecision(3)}　负对数似然 ${negativeLogLikelihood(p, p.sigma).toFixed(3)}　损失 L = ${loss(p).toFixed(4)}`,
  handles: (p) => lineHandles(x, y, ends, p),
});
