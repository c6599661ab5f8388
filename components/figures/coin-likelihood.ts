/** Four tosses: for a fixed coin the probabilities of 0 … 4 heads; for fixed data the likelihood of every coin. */
import { curve, dot, figure, line, rect, scale, span, text, xAxis, yAxis } from "./kit.ts";

const choose = [1, 4, 6, 4, 1];
/** The probability of k heads in four tosses. */
export function binomial(k: number, p: number): number {
  return choose[k]! * p ** k * (1 - p) ** (4 - k);
}

const heads = scale([-0.5, 4.5], [50, 260]),
  p = scale([0, 1], [350, 610]);
const y = scale([0, 0.7], [270, 40]);

export default figure({
  width: 640,
  height: 320,
  question: "把 p 拖到哪里，“3 次正面”那根柱子最高？",
  parameters: { p: { label: "正面的概率 p", min: 0.1, max: 0.9, step: 0.01, value: 0.5 } },
  label: (v) =>
    `左：正面概率为 ${v.p} 时，掷 4 次得到 0 到 4 次正面的概率。右：看到 3 次正面的似然，在 0.75 处最高。当前似然 ${binomial(3, v.p).toFixed(3)}`,
  draw: (v) => {
    const now = binomial(3, v.p);
    return (
      text([heads(2), 20], `p = ${v.p.toFixed(2)} 时各结果的概率`, { className: "axis-label" }) +
      text([p(0.5), 20], "看到 3 次正面的似然", { className: "axis-label" }) +
      choose
        .map((_, k) => rect(heads(k) - 15, y(binomial(k, v.p)), 30, y(0) - y(binomial(k, v.p)), k === 3 ? "fill-prob" : "fill-rule"))
        .join("") +
      xAxis(heads, y, { ticks: [0, 1, 2, 3, 4], label: "正面的次数" }) +
      yAxis(heads, y, { ticks: [0, 0.25, 0.5] }) +
      xAxis(p, y, { ticks: [0, 0.5, 0.75, 1], label: "参数 p" }) +
      line([heads(3) + 15, y(now)], [p(v.p), y(now)], "stroke-prob dotted") +
      curve(
        span(0, 1, 101).map((q) => [p(q), y(binomial(3, q))] as const),
        "stroke-prob thick",
      ) +
      [0.5, 0.75]
        .map(
          (q) =>
            line([p(q), y(0)], [p(q), y(binomial(3, q))], "stroke-prob thin") +
            text([p(q) + (q < 0.6 ? -8 : 0), y(binomial(3, q)) - 10], binomial(3, q).toFixed(2), {
              className: "text-prob halo",
              anchor: q < 0.6 ? "end" : "middle",
            }),
        )
        .join("") +
      dot([p(v.p), y(now)], "fill-prob", 5)
    );
  },
  readout: (v) => `p = ${v.p.toFixed(2)}：看到“4 次里 3 次正面”的概率是 ${binomial(3, v.p).toFixed(4)}`,
  handles: (v) => [{ x: p(v.p), y: y(binomial(3, v.p)), label: "参数 p", move: (px) => ({ p: p.invert(px) }) }],
});
