/** The learning rate: the same valley walked with longer and longer steps. */
import { curve, dot, figure, line, logScale, scale, text, xAxis, yAxis } from "./kit.ts";
import { descend, loss } from "./regression.ts";
import { bottom, inWindow, map, stableRate } from "./valley.ts";

const lowest = loss(bottom);
const rate = scale([0, 0.4], [420, 610]);
const step = scale([0, 40], [420, 610]),
  height = logScale([1e-3, 10], [325, 110]);

export default figure({
  width: 640,
  height: 370,
  question: "学习率拖到哪里，走 20 步之后损失最低？",
  parameters: {
    eta: { label: "学习率 η", min: 0.01, max: 0.4, step: 0.01, value: 0.34 },
    steps: { label: "步数", min: 0, max: 40, step: 1, value: 20 },
  },
  label: ({ eta, steps }) => `学习率 ${eta}，从 (0, 0) 出发走 ${steps} 步：${eta < stableRate ? "步步靠近最低点" : "越走越远"}`,
  draw: ({ eta, steps }) => {
    const path = descend({ w: 0, b: 0 }, eta, steps);
    const visible = inWindow(path);
    const heights = path.map((p, t) => [step(t), height(Math.min(10, Math.max(1e-3, loss(p) - lowest)))] as const);
    return (
      map() +
      curve(visible, "stroke-param") +
      visible.map((p) => dot(p, "fill-param", 3)).join("") +
      line([rate(0), 50], [rate(0.4), 50], "axis") +
      line([rate(stableRate), 38], [rate(0.4), 38], "stroke-err thick") +
      line([rate(stableRate), 30], [rate(stableRate), 58], "stroke-err dashed") +
      text([rate(0.4), 26], "会发散", { anchor: "end", className: "text-err" }) +
      text([rate(stableRate), 74], "2/λ = 0.36", { anchor: "end", className: "tick" }) +
      text([rate(0), 26], "学习率 η", { anchor: "start", className: "axis-label" }) +
      dot([rate(eta), 50], "fill-param", 6) +
      xAxis(step, height, { ticks: [0, 20, 40], label: "步" }) +
      yAxis(step, height, { ticks: [1e-3, 1e-1], format: String, label: "比最低损失高多少" }) +
      curve(heights, "stroke-err thick")
    );
  },
  readout: ({ eta, steps }) => {
    const end = loss(descend({ w: 0, b: 0 }, eta, steps).at(-1)!);
    return `η = ${eta.toFixed(2)}，${steps} 步后 L = ${end < 1000 ? end.toFixed(4) : end.toExponential(1)}（最低 ${lowest.toFixed(4)}），${eta < stableRate ? "会收敛" : "越走越远"}`;
  },
  actions: [
    { label: "走一步", next: (p) => ({ steps: p.steps + 1 }) },
    { label: "回到起点", next: () => ({ steps: 0 }) },
  ],
});
