import { curve, dot, figure, line, scale, text, xAxis, yAxis, type Point } from "./kit.ts";
const points: Point[] = [[0.5, 1.2], [1.2, 2.6], [2, 2.4], [2.8, 3.9], [3.6, 3.6], [4.4, 5.4]];
const x = scale([0, 5], [60, 600]), y = scale([0, 6], [300, 30]);
export default figure({
  width: 640, height: 350,
  parameters: { w: { label: "斜率 w", min: -1, max: 2, step: 0.01, value: 0.8 }, b: { label: "截距 b", min: -1, max: 3, step: 0.01, value: 1 } },
  label: ({ w, b }) => `六个点与直线 y = ${w}x + ${b}`,
  question: "把平方和拖到最小，残差之和会是多少？",
  draw: ({ w, b }) => xAxis(x, y, { ticks: [0, 1, 2, 3, 4, 5], label: "面积（百平方米）" }) + yAxis(x, y, { ticks: [0, 2, 4, 6], label: "价格（百万）", grid: true }) +
    points.map(([a, c]) => line([x(a), y(c)], [x(a), y(w * a + b)], "stroke-err dashed")).join("") + curve([[x(0), y(b)], [x(5), y(5 * w + b)]], "stroke-param thick") + points.map(([a, c]) => dot([x(a), y(c)])).join("") + text([x(4.6), y(4.6 * w + b) - 14], "ŷ = wx + b", { className: "math text-param", anchor: "end" }),
  readout: ({ w, b }) => `平方和 ${points.reduce((s, [a, c]) => s + (w * a + b - c) ** 2, 0).toFixed(3)}`,
  handles: ({ w, b }) => [{ x: x(0), y: y(b), label: "直线左端", move: (_x, py, p) => ({ b: y.invert(py), w: (5 * p.w + p.b - y.invert(py)) / 5 }) }, { x: x(5), y: y(5 * w + b), label: "直线右端", move: (_x, py, p) => ({ w: (y.invert(py) - p.b) / 5 }) }],
  actions: [{ label: "走一步", next: (p) => ({ w: p.w * 0.9 + 0.08 }) }],
});
