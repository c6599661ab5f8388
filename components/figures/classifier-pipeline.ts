/** A batch of images on its way through softmax regression: what happens, and the shape after it. */
import { arrow, figure, rect, text, type Point } from "./kit.ts";

export const stages = [
  { name: "一批图", symbol: "X", shape: "[m, 28, 28, 1]", className: "stroke-data", at: 64 },
  { name: "展平", symbol: "X", shape: "[m, 784]", className: "stroke-data", at: 192 },
  { name: "仿射", symbol: "XW + b", shape: "[m, 10]", className: "stroke-param", at: 320 },
  { name: "softmax", symbol: "Ŷ", shape: "[m, 10]", className: "stroke-prob", at: 448 },
  { name: "交叉熵", symbol: "l", shape: "[m]", className: "stroke-err", at: 576 },
];
const [half, top, height] = [48, 52, 58];
const middle = top + height / 2;

const colour = (className: string) => className.replace("stroke", "text");
const back: [from: Point, to: Point] = [
  [576, 178],
  [326, 178],
];

export default figure({
  width: 640,
  height: 218,
  parameters: {},
  label: () => `一批图依次经过：${stages.map((s) => `${s.name}，形状 ${s.shape}`).join("；")}。梯度从交叉熵走回仿射变换的 W 和 b。`,
  draw: () =>
    stages
      .map(({ name, symbol, shape, className, at }, i) =>
        [
          text([at, 34], name, { className: "axis-label" }),
          rect(at - half, top, 2 * half, height, `fill-sheet ${className}`),
          text([at, middle + 5], symbol, { className: `math ${colour(className)}` }),
          text([at, top + height + 22], shape, { className: "tick" }),
          i > 0 ? arrow([stages[i - 1]!.at + half + 3, middle], [at - half - 4, middle], "stroke-muted") : "",
        ].join(""),
      )
      .join("") +
    arrow(...back, "stroke-grad dashed") +
    arrow([320, 172], [320, 142], "stroke-grad") +
    text([448, 206], "梯度 Ŷ − Y 走回来，更新 W 和 b", { className: "text-grad" }),
});
