/** F9: four inputs, three scores, and a softmax that has no parameters. */
import { curve, dot, figure, line, rect, span, text, type Point } from "./kit.ts";

const subscript = (n: number) => "₀₁₂₃₄"[n];
const inputs = span(60, 300, 4).map((y): Point => [110, y]);
const scores = span(100, 260, 3).map((y): Point => [330, y]);
const probabilities = scores.map(([, y]): Point => [560, y]);
const RADIUS = 22;

/** A neuron: a circle with its name. */
const neuron = (at: Point, name: string, quantity: string) =>
  dot(at, `fill-paper stroke-${quantity}`, RADIUS) + text([at[0], at[1] + 5], name, { className: "math" });

export default figure({
  width: 640,
  height: 370,
  parameters: {},
  label: () => "左边四个输入 x₁ 到 x₄，每个都连到中间的三个分数 o₁ 到 o₃，共十二条线；右边的虚线框 softmax 把三个分数变成三个概率。",
  draw: () =>
    [
      ...scores.flatMap(([x, y]) => inputs.map(([u, v]) => line([u + RADIUS, v], [x - RADIUS, y], "stroke-param thin"))),
      rect(405, 66, 100, 228, "fill-none stroke-prob dashed"),
      text([455, 185], "softmax", { className: "text-muted" }),
      ...scores.flatMap(([x, y]) => [
        line([x + RADIUS, y], [405, y], "stroke-ink thin"),
        line([505, y], [560 - RADIUS, y], "stroke-ink thin"),
      ]),
      ...inputs.map((at, i) => neuron(at, `x${subscript(i + 1)}`, "data")),
      ...scores.map((at, j) => neuron(at, `o${subscript(j + 1)}`, "param")),
      ...probabilities.map((at, j) => neuron(at, `ŷ${subscript(j + 1)}`, "prob")),
      curve(
        [
          [72, 40],
          [64, 40],
          [64, 320],
          [72, 320],
        ],
        "stroke-ink thin",
      ),
      text([110, 352], "输入层"),
      text([330, 352], "输出层：12 个权重"),
      text([560, 352], "概率"),
    ].join(""),
});
