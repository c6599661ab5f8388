/** Drag a line through three points; each error is the side of a square. */
import { dot, figure, line, pane, rect, scale, text, xAxis, yAxis } from "./kit.ts";
import { errors, fit, houses, lineHandles, loss, type Line } from "./regression.ts";

// one unit is as long on both axes: the squares are squares
const unit = 105;
const x = scale([0, 4.6], [60, 60 + 4.6 * unit]),
  y = scale([-0.3, 3.6], [435, 435 - 3.9 * unit]);
const ends = [0.25, 3.5] as const;

const signed = (value: number) => value.toFixed(2).replace("-", "−");

export default figure<Line>({
  width: 640,
  height: 480,
  question: "拖动直线的两端：三个方块的总面积最小能到多少？",
  parameters: {
    w: { label: "斜率 w", min: -1, max: 2, step: 0.01, value: 1 },
    b: { label: "截距 b", min: -1, max: 2.5, step: 0.01, value: 0 },
  },
  label: ({ w, b }) =>
    `直线 ŷ = ${signed(w)}x + ${signed(b)} 与三个点；误差 ${errors({ w, b }).map(signed).join("、")}，损失 ${loss({ w, b }).toFixed(4)}`,
  draw: (p) => {
    const e = errors(p);
    const squares = houses.map(([a, price], i) => {
      const side = Math.abs(e[i]!) * unit;
      return (
        rect(x(a), Math.min(y(price), y(price + e[i]!)), side, side, "fill-err wash") +
        line([x(a), y(price)], [x(a), y(price + e[i]!)], "stroke-err thick")
      );
    });
    return (
      xAxis(x, y, { ticks: [1, 2, 3, 4], label: "面积 x", at: y(0) }) +
      yAxis(x, y, { ticks: [0, 1, 2, 3], label: "价格 y" }) +
      pane(
        x,
        y,
        squares.join("") +
          line([x(ends[0]), y(p.w * ends[0] + p.b)], [x(ends[1]), y(p.w * ends[1] + p.b)], "stroke-param thick") +
          houses.map(([a, price]) => dot([x(a), y(price)], "fill-data", 6)).join("") +
          e
            .map((ei, i) =>
              Math.abs(ei) < 0.005
                ? ""
                : text([x(houses[i]![0]) - 8, y(houses[i]![1] + ei / 2) + 5], signed(ei), { anchor: "end", className: "text-err halo" }),
            )
            .join(""),
      )
    );
  },
  readout: (p) => {
    const total = errors(p).reduce((sum, e) => sum + e ** 2, 0);
    return `误差 ŷ − y：${errors(p).map(signed).join("、")}　总面积 ${total.toFixed(2)}　损失 L = 总面积 ÷ 6 = ${loss(p).toFixed(4)}（最低 ${loss(fit()).toFixed(4)}）`;
  },
  handles: (p) => lineHandles(x, y, ends, p),
});
