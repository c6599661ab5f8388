/** Normal noise along a line: the same bell stands at every x, centred on the prediction. */
import { area, curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";
import { logNormal } from "./regression.ts";

const x = scale([0, 7.2], [55, 610]),
  y = scale([-0.5, 4.6], [310, 20]);
const [w, b, sigma] = [0.45, 0.9, 0.42];
const on = (at: number) => w * at + b;

/** How far each observation is off, in units of σ. */
export const observations: Point[] = [
  [0.7, 0.4],
  [2.2, -1],
  [3.7, 2.2],
  [5.2, -0.3],
];

/** A bell lying on its side: to the right of `at`, as wide as the density. */
function bell(at: number): Point[] {
  return span(-3, 3, 61).map((k): Point => [x(at) + 75 * Math.exp(logNormal(k * sigma, 0, sigma)), y(on(at) + k * sigma)]);
}

export default figure({
  width: 640,
  height: 355,
  parameters: {},
  label: () => "一条上升的直线，四个位置上各有一条横躺的钟形曲线，中心都在直线上，宽窄相同；四个观测点落在各自的钟形附近。",
  draw: () =>
    xAxis(x, y, { ticks: [], label: "x" }) +
    yAxis(x, y, { ticks: [], label: "y" }) +
    line([x(0.1), y(on(0.1))], [x(7.1), y(on(7.1))], "stroke-param thick") +
    observations
      .map(
        ([at]) =>
          area(bell(at), "fill-prob wash") +
          curve(bell(at), "stroke-prob") +
          line([x(at), y(on(at) - 3 * sigma)], [x(at), y(on(at) + 3 * sigma)], "grid"),
      )
      .join("") +
    observations
      .map(([at, k]) => {
        const height = on(at) + k * sigma;
        return (
          line([x(at), y(height)], [x(at) + 75 * Math.exp(logNormal(k * sigma, 0, sigma)), y(height)], "stroke-prob thick") +
          dot([x(at), y(height)], "fill-data", 5)
        );
      })
      .join("") +
    text([x(7.1), y(on(7.1)) - 14], "均值 wx + b", { anchor: "end", className: "text-param halo" }) +
    text([x(3.7) - 12, y(on(3.7) + 2.2 * sigma) + 5], "2.2 个 σ 之外：意外", { anchor: "end", className: "text-err halo" }) +
    text([x(2.2) + 48, y(on(2.2) - sigma) + 34], "1 个 σ：寻常", { anchor: "start", className: "text-prob halo" }),
});
