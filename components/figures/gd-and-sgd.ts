/** Full gradients against single samples; and three minibatch gradients whose mean is the full one. */
import { arrow, curve, dot, figure, text, type Point } from "./kit.ts";
import { descend, gradient, houses } from "./regression.ts";
import { inWindow, map } from "./valley.ts";

export const rate = 0.1;
export const steps = 240;

/** The sample looked at in step t: a fixed linear congruential sequence, so that the picture never changes. */
export function sampleAt(t: number): Point {
  let state = 11;
  for (let k = 0; k <= t; k++) state = (state * 1103515245 + 12345) % 2147483648;
  return houses[Math.floor((state / 2147483648) * 3)]!;
}

export const batches = [
  [0, 1],
  [0, 2],
  [1, 2],
].map((batch) => ({
  name: `{${batch.map((i) => i + 1).join(", ")}}`,
  gradient: gradient(
    { w: 0, b: 0 },
    batch.map((i) => houses[i]!),
  ),
}));

const start = { w: 0, b: 0 };
const [ox, oy, unit] = [400, 190, 42];

export default figure({
  width: 640,
  height: 370,
  parameters: {},
  label: () => "左：等高线上，全量梯度下降的轨迹光滑，单样本随机梯度下降的轨迹抖动，都走向最低点。右：三个小批量的负梯度与它们的平均。",
  draw: () => {
    const full = inWindow(descend(start, rate, steps)),
      single = inWindow(descend(start, rate, steps, (t) => [sampleAt(t)]));
    const whole = gradient(start);
    const tip = (g: { w: number; b: number }): Point => [ox - g.w * unit, oy + g.b * unit];
    const end = tip(whole);
    return (
      map() +
      curve(single, "stroke-grad thin") +
      curve(full, "stroke-param thick") +
      text([ox, 300], "粗线：每步看三个样本", { className: "text-param", anchor: "start" }) +
      text([ox, 324], "细线：每步只看一个", { className: "text-grad", anchor: "start" }) +
      text([ox, 70], "起点处的负梯度", { anchor: "start", className: "axis-label" }) +
      batches
        .map(({ name, gradient: g }, k) => {
          const [x, y] = tip(g);
          return (
            arrow([ox, oy], [x, y], "stroke-grad") + text([x + [-22, 8, 10][k]!, y + [-14, -14, 22][k]!], name, { className: "text-grad" })
          );
        })
        .join("") +
      arrow([ox, oy], end, "stroke-param thick") +
      text([end[0] + 8, end[1] + 30], "平均", { className: "text-param" }) +
      dot([ox, oy], "fill-ink", 4)
    );
  },
});
