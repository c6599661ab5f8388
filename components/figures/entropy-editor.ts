/** I6 with F12 and F13: the entropy of a coin, and what believing in another coin costs. */
import { curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";
import { crossEntropy } from "./softmax.ts";

const x = scale([0, 1], [80, 590]);
const y = scale([0, 3], [300, 30]);

/** H(P, Q) in bits for coins that show heads with probabilities p and q. */
export const bits = (p: number, q: number) => crossEntropy([p, 1 - p], [q, 1 - q], Math.log2);

const grid = span(0, 1, 201);
const along = (f: (p: number) => number) => grid.map((p): Point => (f(p) <= 3 ? [x(p), y(f(p))] : [NaN, NaN]));

export default figure<{ p: number; q: number }>({
  width: 640,
  height: 350,
  parameters: {
    p: { label: "真实概率 p", min: 0, max: 1, step: 0.01, value: 0.7 },
    q: { label: "你以为的概率 q", min: 0.01, max: 0.99, step: 0.01, value: 0.3 },
  },
  question: "把 q 固定在 0.3，p 取多少时你平均最不惊讶？",
  label: ({ p, q }) => `真实概率 ${p}，熵 ${bits(p, p).toFixed(3)} 比特；以为是 ${q}，交叉熵 ${bits(p, q).toFixed(3)} 比特，多付 ${(bits(p, q) - bits(p, p)).toFixed(3)} 比特。`,
  draw: ({ p, q }) =>
    [
      xAxis(x, y, { ticks: [0, 0.25, 0.5, 0.75, 1], label: "真实概率 p" }),
      yAxis(x, y, { ticks: [0, 1, 2, 3], label: "比特", grid: true }),
      curve(along((t) => bits(t, t)), "stroke-prob thick"),
      curve(along((t) => bits(t, q)), "stroke-param dashed"),
      text([x(0.5), y(1) - 10], "熵 H(P)", { className: "text-prob" }),
      text([x(0.96), Math.max(46, Math.min(290, y(bits(0.96, q)) - 10))], "交叉熵 H(P, Q)", { anchor: "end", className: "text-param" }),
      line([x(p), y(bits(p, p))], [x(p), Math.max(30, y(bits(p, q)))], "stroke-err thick"),
      dot([x(p), y(bits(p, p))], "fill-prob", 6),
      bits(p, q) <= 3 ? dot([x(p), y(bits(p, q))], "fill-param", 6) : "",
      bits(p, q) - bits(p, p) > 0.12 ? text([x(p) + 10, (y(bits(p, p)) + Math.max(30, y(bits(p, q)))) / 2], "多付的 KL", { anchor: "start", className: "text-err" }) : "",
    ].join(""),
  readout: ({ p, q }) => `H(P) = ${bits(p, p).toFixed(3)}　H(P, Q) = ${bits(p, q).toFixed(3)}　KL = ${(bits(p, q) - bits(p, p)).toFixed(3)} 比特`,
});
