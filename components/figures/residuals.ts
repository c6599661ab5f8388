/** Eight points, the line of least squares, and the vertical distances that the loss adds up. */
import { dot, figure, line, scale, text, xAxis, yAxis, type Point } from "./kit.ts";
import { fit } from "./regression.ts";

export const points: Point[] = [
  [0.6, 0.7],
  [0.95, 1.15],
  [1.3, 0.85],
  [1.75, 1.75],
  [2.1, 1.2],
  [2.6, 2.25],
  [3.2, 1.7],
  [3.55, 2.35],
];

const x = scale([0, 3.8], [60, 600]),
  y = scale([0, 2.8], [290, 25]);

export default figure({
  width: 640,
  height: 335,
  parameters: {},
  label: () => "八个点与一条穿过它们的直线，每个点有一条竖直线段连到直线上，长度就是误差。",
  draw: () => {
    const { w, b } = fit(points);
    const on = (a: number) => w * a + b;
    const [a, p] = points[5]!;
    return (
      xAxis(x, y, { ticks: [0, 1, 2, 3], label: "面积 x" }) +
      yAxis(x, y, { ticks: [0, 1, 2], label: "价格 y" }) +
      line([x(0.2), y(on(0.2))], [x(3.7), y(on(3.7))], "stroke-param thick") +
      points.map(([at, price]) => line([x(at), y(price)], [x(at), y(on(at))], "stroke-err")).join("") +
      points.map(([at, price]) => dot([x(at), y(price)], "fill-data", 5)).join("") +
      dot([x(a), y(on(a))], "fill-param", 4) +
      text([x(a), y(p) - 14], "观测 y⁽ⁱ⁾", { className: "text-data halo" }) +
      text([x(a) + 8, y(on(a)) + 24], "预测 ŷ⁽ⁱ⁾", { anchor: "start", className: "text-param halo" }) +
      text([x(a) - 10, y((p + on(a)) / 2) - 6], "误差 ŷ⁽ⁱ⁾ − y⁽ⁱ⁾", { anchor: "end", className: "text-err halo" })
    );
  },
});
