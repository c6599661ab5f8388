/** I6 with F12 and F13: the entropy of a coin, and what believing in another coin costs. */
import { arrow, curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";
import { crossEntropy } from "./softmax.ts";

const x = scale([0, 1], [80, 590]);
const y = scale([0, 3], [300, 30]);

/** H(P, Q) in bits for coins that show heads with probabilities p and q. */
export const bits = (p: number, q: number) => crossEntropy([p, 1 - p], [q, 1 - q], Math.log2);

const grid = span(0, 1, 201);
const along = (f: (p: number) => number) => grid.map((p): Point => (f(p) <= 3 ? [x(p), y(f(p))] : [NaN, NaN]));

/** Where the dashed line leaves room for its name: near its higher end, below the top of the frame. */
function nameOfLine(q: number) {
  const rising = q <= 0.5;
  const [from, to] = [bits(0, q), bits(1, q)];
  const high = Math.min(2.65, Math.max(from, to));
  const p = from === to ? 0.98 : Math.min(0.98, Math.max(0.02, (high - from) / (to - from)));
  return text([x(p) + (rising ? -6 : 6), y(bits(p, q)) - 12], "交叉熵 H(P, Q)", {
    anchor: rising ? "end" : "start",
    className: "text-param",
  });
}

export default figure<{ p: number; q: number }>({
  width: 640,
  height: 350,
  parameters: {
    p: { label: "真实概率 p", min: 0, max: 1, step: 0.01, value: 0.7 },
    q: { label: "你以为的概率 q", min: 0.01, max: 0.99, step: 0.01, value: 0.3 },
  },
  question: "p 不动，把 q 拖到哪里，红线最短？",
  label: ({ p, q }) =>
    `真实概率 ${p}，熵 ${bits(p, p).toFixed(3)} 比特；以为是 ${q}，交叉熵 ${bits(p, q).toFixed(3)} 比特，多付 ${(bits(p, q) - bits(p, p)).toFixed(3)} 比特。`,
  draw: ({ p, q }) => {
    const [paid, needed] = [bits(p, q), bits(p, p)];
    const [anchor, aside] = p > 0.75 ? (["end", -10] as const) : (["start", 10] as const);
    return [
      xAxis(x, y, { ticks: [0, 0.25, 0.5, 0.75, 1], label: "真实概率 p" }),
      yAxis(x, y, { ticks: [0, 1, 2, 3], label: "比特", grid: true }),
      curve(
        along((t) => bits(t, t)),
        "stroke-prob thick",
      ),
      curve(
        along((t) => bits(t, q)),
        "stroke-param dashed",
      ),
      text([x(0.5), y(0.62)], "熵 H(P)", { className: "text-prob" }),
      nameOfLine(q),
      dot([x(q), y(bits(q, q))], "fill-paper stroke-param", 5),
      // what leaves the frame at the top ends in an arrow
      paid > 3 ? arrow([x(p), y(needed)], [x(p), y(3)], "stroke-err thick") : line([x(p), y(needed)], [x(p), y(paid)], "stroke-err thick"),
      dot([x(p), y(needed)], "fill-prob", 6),
      paid <= 3 ? dot([x(p), y(paid)], "fill-param", 6) : "",
      paid - needed > 0.3
        ? text([x(p) + aside, y((needed + Math.min(3, paid)) / 2) + 5], "多付的", { anchor, className: "text-err halo" })
        : "",
    ].join("");
  },
  readout: ({ p, q }) =>
    `H(P) = ${bits(p, p).toFixed(3)}　H(P, Q) = ${bits(p, q).toFixed(3)}　多付 ${(bits(p, q) - bits(p, p)).toFixed(3)} 比特`,
});
