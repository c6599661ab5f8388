/** F14: λ⁻¹ log(e^{λa} + e^{λ·0}) above max(a, 0), never further than ln 2 / λ. */
import { area, curve, dot, figure, line, scale, span, text, xAxis, yAxis, type Point } from "./kit.ts";

const x = scale([-2.5, 2.5], [70, 590]);
const y = scale([-0.25, 3.1], [310, 34]);

/** λ⁻¹ log(e^{λa} + e^{λb}), with the larger one taken out of the logarithm. */
export function smoothMax(a: number, b: number, lambda: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-lambda * Math.abs(a - b))) / lambda;
}

const grid = span(-2.5, 2.5, 201);
const along = (f: (a: number) => number) => grid.map((a): Point => [x(a), y(f(a))]);
const SHARPNESS = [1, 2, 5];

export default figure<{ lambda: number }>({
  width: 640,
  height: 360,
  parameters: { lambda: { label: "λ", min: 0.5, max: 12, step: 0.1, value: 2 } },
  question: "λ 多大时，最多高出不到 0.1？",
  label: ({ lambda }) =>
    `折线是 max(a, 0)，它上方三条光滑的曲线 λ 等于 1、2、5，依次更贴近它；阴影是 λ = ${lambda} 时的上界，高 ${(Math.LN2 / lambda).toFixed(3)}。`,
  draw: ({ lambda }) =>
    [
      area(
        [...along((a) => Math.max(a, 0)), ...along((a) => Math.max(a, 0) + Math.LN2 / lambda).reverse()].map(([u, v]): Point => [
          u,
          Math.max(y(3.1), v),
        ]),
        "fill-param faint",
      ),
      xAxis(x, y, { ticks: [-2, -1, 0, 1, 2], label: "a（b 固定为 0）", format: (a) => String(a).replace("-", "−") }),
      yAxis(x, y, { ticks: [0, 1, 2, 3] }),
      curve(
        along((a) => Math.max(a, 0)),
        "stroke-ink thick",
      ),
      ...SHARPNESS.flatMap((s, i) => {
        const name: Point = [x(-1.35), y(1.9 - 0.42 * i)];
        return [
          curve(
            along((a) => smoothMax(a, 0, s)),
            "stroke-prob thin",
          ),
          line([name[0] + 6, name[1] - 5], [x(0), y(smoothMax(0, 0, s))], "stroke-muted thin dashed"),
          text(name, `λ = ${s}`, { anchor: "end", className: "text-prob" }),
        ];
      }),
      curve(
        along((a) => smoothMax(a, 0, lambda)),
        "stroke-param thick",
      ),
      dot([x(0), y(Math.LN2 / lambda)], "fill-param", 5),
      text([x(1.72), y(1.3)], "max(a, 0)", { anchor: "start" }),
    ].join(""),
  readout: ({ lambda }) => `a = b 时差得最多：ln 2 / λ = ${(Math.LN2 / lambda).toFixed(3)}`,
});
