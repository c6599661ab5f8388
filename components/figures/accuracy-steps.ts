/** F22: along one weight, accuracy is a staircase and cross-entropy a slope. */
import { curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";

const w = scale([-3, 5], [90, 590]);
const top = scale([0, 1], [165, 30]);
const bottom = scale([0, 3], [345, 210]);

/** One feature and a binary label each; two of them lie on the wrong side, so no weight is right for all. */
const SAMPLES: readonly (readonly [x: number, y: 0 | 1])[] = [
  [-2, 0],
  [-1.2, 0],
  [-0.5, 1],
  [-0.3, 0],
  [0.4, 1],
  [0.7, 0],
  [1.1, 1],
  [1.9, 1],
];
const BIAS = -0.2;

const probability = (weight: number, x: number) => 1 / (1 + Math.exp(-(weight * x + BIAS)));
export const accuracy = (weight: number) =>
  SAMPLES.filter(([x, y]) => (probability(weight, x) > 0.5 ? 1 : 0) === y).length / SAMPLES.length;
export const crossEntropy = (weight: number) =>
  SAMPLES.reduce((sum, [x, y]) => sum - Math.log(y === 1 ? probability(weight, x) : 1 - probability(weight, x)), 0) / SAMPLES.length;

/** The weights at which a sample changes sides, w x + b = 0, between the ends of the axis. */
export const flips = SAMPLES.map(([x]) => -BIAS / x)
  .filter((weight) => weight > -3 && weight < 5)
  .sort((a, b) => a - b);

/** The staircase: level between two flips, upright at each. */
const stairs = [-3, ...flips].flatMap((left, i): Point[] => {
  const right = flips[i] ?? 5;
  const height = top(accuracy((left + right) / 2));
  return [
    [w(left), height],
    [w(right), height],
  ];
});
const slide = span(-3, 5, 201).map((weight): Point => [w(weight), bottom(crossEntropy(weight))]);
const inFrame = (weight: number) => Math.min(5, Math.max(-3, weight));
const minus = (value: number, digits: number) =>
  value
    .toFixed(digits)
    .replace(/^-(?=.*[1-9])/, "−")
    .replace("-", "");

export default figure<{ weight: number }>({
  width: 640,
  height: 390,
  parameters: { weight: { label: "权重 w", min: -3, max: 5, step: 0.05, value: -1.5 } },
  question: "站在台阶上，你能知道该往左还是往右吗？",
  label: ({ weight }) =>
    `权重 ${weight.toFixed(2)}：精度 ${accuracy(weight)}，交叉熵 ${crossEntropy(weight).toFixed(3)}。精度随权重成台阶，交叉熵光滑。`,
  draw: ({ weight }) => {
    const slope = (crossEntropy(weight + 1e-4) - crossEntropy(weight - 1e-4)) / 2e-4;
    const tangent = [-0.8, 0.8].map((d): Point => [
      w(inFrame(weight + d)),
      bottom(crossEntropy(weight) + slope * (inFrame(weight + d) - weight)),
    ]);
    // labels stand where there is room
    const [anchor, aside] = weight > 3 ? (["end", -10] as const) : (["start", 10] as const);
    return [
      yAxis(w, top, { ticks: [0, 0.5, 1], label: "精度" }),
      yAxis(w, bottom, { ticks: [0, 1, 2, 3], label: "交叉熵" }),
      xAxis(w, bottom, { ticks: [-2, 0, 2, 4], label: "权重 w", format: (v) => minus(v, 0) }),
      curve(stairs, "stroke-prob thick"),
      curve(slide, "stroke-err thick"),
      line([w(weight), 30], [w(weight), 345], "stroke-ink dashed thin"),
      dot([w(weight), top(accuracy(weight))], "fill-prob", 6),
      curve(tangent, "stroke-grad thick"),
      dot([w(weight), bottom(crossEntropy(weight))], "fill-err", 6),
      text([w(weight) + aside, top(accuracy(weight)) + 24], "平的：导数 0", { anchor, className: "text-prob" }),
      text([Math.max(w(weight) + aside, 128), bottom(crossEntropy(weight)) - 14], `坡度 ${minus(slope, 2)}`, {
        anchor,
        className: "text-grad",
      }),
    ].join("");
  },
  readout: ({ weight }) => `精度 ${accuracy(weight)}　交叉熵 ${crossEntropy(weight).toFixed(3)}`,
});
