/** I7: logits drawn apart by a factor; three ways to compute the same loss, and where each breaks. */
import { LIMITS, fused, naive, shifted } from "./float32.ts";
import { curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";

const x = scale([0, 150], [60, 600]);
const y = scale([0, 150], [300, 40]);

/** The true class, 0, is beaten by the others: the loss is about s. */
const logits = (s: number) => [0, s, s / 2];
const WAYS = [
  { name: "照定义", loss: naive, breaksAt: LIMITS.float32.overflow },
  { name: "减最大值", loss: shifted, breaksAt: -LIMITS.float32.zero },
  { name: "合在一起", loss: fused, breaksAt: Infinity },
];

export const losses = (s: number): number[] => WAYS.map(({ loss }) => loss(logits(s), 0));

function said(value: number): string {
  return Number.isNaN(value) ? "NaN" : Number.isFinite(value) ? value.toFixed(2) : "∞";
}

const path = (loss: (o: readonly number[], label: number) => number, from: number, to: number) =>
  span(from, to, 121).map((s): Point => [x(s), y(loss(logits(s), 0))]);

export default figure<{ s: number }>({
  width: 640,
  height: 350,
  parameters: { s: { label: "放大倍数 s", min: 0, max: 150, step: 0.5, value: 120, format: (s) => s.toFixed(1) } },
  question: "三种写法算的是同一个损失。把分数放大到哪里，它们一个个坏掉？",
  label: ({ s }) =>
    `分数是 0、s、s/2，真类是第一个，s = ${s}。${WAYS.map(({ name }, i) => `${name}得 ${said(losses(s)[i]!)}`).join("，")}。照定义的写法在 88.72 处变成 NaN，减最大值的在 103.97 处变成无穷大，合在一起的一直正确。`,
  draw: ({ s }) => {
    const [atOnce, atLog] = [WAYS[0]!.breaksAt, WAYS[1]!.breaksAt];
    return [
      xAxis(x, y, { ticks: [0, 50, 100, 150], label: "放大倍数 s" }) + yAxis(x, y, { ticks: [0, 50, 100, 150], label: "损失" }),
      curve(path(fused, 0, 150), "stroke-param thick faint"),
      curve(path(naive, 0, atOnce - 0.01), "stroke-err"),
      curve(path(shifted, 0, atLog - 0.01), "stroke-grad dashed thick"),
      line([x(atOnce), y(0)], [x(atOnce), y(atOnce)], "stroke-err dashed thin"),
      line([x(atLog), y(0)], [x(atLog), y(atLog)], "stroke-grad dashed thin"),
      dot([x(atOnce), y(atOnce)], "fill-err", 6) + dot([x(atLog), y(atLog)], "fill-grad", 6),
      text([x(atOnce) - 12, y(atOnce) - 6], "照定义：到此变 NaN", { anchor: "end", className: "text-err" }),
      text([x(atLog) - 12, y(atLog) - 22], "减最大值：到此变 ∞", { anchor: "end", className: "text-grad" }),
      text([x(141), y(149)], "合在一起：一直正确", { anchor: "end", className: "text-param" }),
      line([x(s), y(0)], [x(s), y(fused(logits(s), 0))], "stroke-ink thin"),
      dot([x(s), y(fused(logits(s), 0))], "fill-param", 5),
    ].join("");
  },
  readout: ({ s }) => `s = ${s.toFixed(1)}：${WAYS.map(({ name }, i) => `${name} ${said(losses(s)[i]!)}`).join("　")}`,
});
