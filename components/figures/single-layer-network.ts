/** Linear regression as a network: d inputs, one output, every one connected. */
import { figure, line, text, type Point } from "./kit.ts";

const inputs = [
  { name: "x₁", y: 60 },
  { name: "x₂", y: 125 },
  { name: "", y: 190 },
  { name: "x_d", y: 255 },
];
const output: Point = [470, 157];

const circle = ([x, y]: Point, className: string) => `<circle class="${className}" cx="${x}" cy="${y}" r="24"/>`;
/** x with a subscript; Unicode has no subscript d. */
const named = ([x, y]: Point, name: string, sub: string, className: string) =>
  `<text class="math ${className}" x="${x}" y="${y + 5}" text-anchor="middle">${name}<tspan dy="5" font-size="75%">${sub}</tspan></text>`;

export default figure({
  width: 640,
  height: 295,
  parameters: {},
  label: () => "单层网络：左边一列圆是输入 x₁ 到 x_d，右边一个圆是输出 o₁，每个输入都有一条线连到输出。",
  draw: () =>
    inputs.map(({ y }, i) => (i === 2 ? "" : line([164, y], [output[0] - 24, output[1]], "stroke-param"))).join("") +
    inputs
      .map(({ y }, i) =>
        i === 2
          ? text([140, y + 6], "⋮", {})
          : circle([140, y], "fill-paper stroke-data") + named([140, y], "x", ["1", "2", "", "d"][i]!, "text-data"),
      )
      .join("") +
    circle(output, "fill-paper stroke-ink") +
    named(output, "o", "1", "text-ink") +
    named([300, 88], "w", "1", "text-param") +
    named([300, 220], "w", "d", "text-param") +
    text([100, 162], "输入层", { anchor: "end" }) +
    text([100, 182], "不计层数", { anchor: "end", className: "text-muted small" }) +
    text([510, 152], "输出层", { anchor: "start" }) +
    text([510, 172], "唯一的一层", { anchor: "start", className: "text-muted small" }),
});
