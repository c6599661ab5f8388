/** F22: along one weight, accuracy is a staircase and cross-entropy a slope. */
import { curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";

const w = scale([-3, 5], [90, 590]);
const top = scale([0, 1], [165, 30]);
const bottom = scale([0, 2.5], [345, 205]);

/** One feature and a binary label each; two of them lie on the wrong side, so no weight is right for all. */
const SAMPLES: readonly (readonly [x: number, y: 0 | 1])[] = [[-2, 0], [-1.2, 0], [-0.5, 1], [-0.3, 0], [0.4, 1], [0.7, 0], [1.1, 1], [1.9, 1]];
const BIAS = -0.2;

const probability = (weight: number, x: number) => 1 / (1 + Math.exp(-(weight * x + BIAS)));
export const accuracy = (weight: number) => SAMPLES.filter(([x, y]) => (probability(weight, x) > 0.5 ? 1 : 0) === y).length / SAMPLES.length;
export const crossEntropy = (weight: number) => SAMPLES.reduce((sum, [x, y]) => sum - Math.log(y === 1 ? probability(weight, x) : 1 - probability(weight, x)), 0) / SAMPLES.length;

const sweep = span(-3, 5, 401);
const along = (f: (weight: number) => number, y: (value: number) => number) => sweep.map((weight): Point => [w(weight), y(f(weight))]);

export default figure<{ weight: number }>({
  width: 640,
  height: 390,
  parameters: { weight: { label: "权重 w", min: -3, max: 5, step: 0.05, value: 0.4 } },
  question: "站在台阶上，你能知道该往左还是往右吗？",
  label: ({ weight }) => `权重 ${weight.toFixed(2)}：精度 ${accuracy(weight)}，交叉熵 ${crossEntropy(weight).toFixed(3)}。精度随权重成台阶，交叉熵光滑。`,
  draw: ({ weight }) => {
    const slope = (crossEntropy(weight + 1e-4) - crossEntropy(weight - 1e-4)) / 2e-4;
    const tangent = [-0.8, 0.8].map((d): Point => [w(weight + d), bottom(crossEntropy(weight) + slope * d)]);
    return [
      yAxis(w, top, { ticks: [0, 0.5, 1], label: "精度" }),
      yAxis(w, bottom, { ticks: [0, 1, 2], label: "交叉熵" }),
      xAxis(w, bottom, { ticks: [-2, 0, 2, 4], label: "权重 w" }),
      curve(along(accuracy, top), "stroke-prob thick"),
      curve(along(crossEntropy, bottom), "stroke-err thick"),
      line([w(weight), 30], [w(weight), 345], "stroke-ink dashed thin"),
      dot([w(weight), top(accuracy(weight))], "fill-prob", 6),
      curve(tangent, "stroke-grad thick"),
      dot([w(weight), bottom(crossEntropy(weight))], "fill-err", 6),
      text([w(weight) + 10, top(accuracy(weight)) + 20], "平的：导数 0", { anchor: "start", className: "text-prob" }),
      text([w(weight) + 10, bottom(crossEntropy(weight)) - 16], `坡度 ${slope.toFixed(2)}`, { anchor: "start", className: "text-grad" }),
    ].join("");
  },
  readout: ({ weight }) => `精度 ${accuracy(weight)}　交叉熵 ${crossEntropy(weight).toFixed(3)}`,
});
