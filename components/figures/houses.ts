/** Three sold houses, a fourth one, and three lines that all look reasonable. */
import { dot, figure, line, scale, text, xAxis, yAxis } from "./kit.ts";
import { houses, type Line } from "./regression.ts";

export const candidates: Line[] = [
  { w: 0.8, b: 0.2 },
  { w: 0.5, b: 0.75 },
  { w: 0.5, b: 0.5 },
];
export const area = 2.5;

const x = scale([0, 3.6], [70, 590]),
  y = scale([0, 2.8], [280, 30]);

export default figure({
  width: 640,
  height: 325,
  parameters: {},
  label: () => "横轴是面积，纵轴是价格。三个点 (1, 1)、(2, 2)、(3, 2)，三条不同的直线在面积 2.5 处给出三个不同的价格。",
  draw: () =>
    xAxis(x, y, { ticks: [0, 1, 2, 3], label: "面积（百平方米）" }) +
    yAxis(x, y, { ticks: [0, 1, 2], label: "价格（百万元）" }) +
    line([x(area), y(0)], [x(area), y(2.7)], "stroke-err dashed") +
    text([x(area), y(2.7) - 6], "2.5，值多少？", { className: "text-err" }) +
    candidates.map(({ w, b }) => line([x(0.3), y(w * 0.3 + b)], [x(3.5), y(w * 3.5 + b)], "stroke-muted")).join("") +
    candidates
      .map(
        ({ w, b }) =>
          dot([x(area), y(w * area + b)], "fill-err", 4) +
          text([x(3.5) + 8, y(w * 3.5 + b) + 4], (w * area + b).toFixed(2), { anchor: "start", className: "text-err" }),
      )
      .join("") +
    houses.map(([a, p]) => dot([x(a), y(p)], "fill-data", 6)).join(""),
});
