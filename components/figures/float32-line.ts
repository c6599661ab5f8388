/** F17: which x have an eˣ that 16 and 32 bits can hold. */
import { LIMITS } from "./float32.ts";
import { figure, line, rect, scale, text, xAxis } from "./kit.ts";

const x = scale([-130, 110], [70, 620]);
const y = scale([0, 1], [215, 40]);
const signed = (value: number, digits = 2) => value.toFixed(digits).replace("-", "−");

function row(name: "float32" | "float16", top: number): string {
  const { zero, subnormal, overflow } = LIMITS[name];
  const height = 40;
  const part = (from: number, to: number, className: string) => rect(x(from), top, x(to) - x(from), height, className);
  return [
    text([60, top + 25], name, { anchor: "end", className: "tick" }),
    part(-130, zero, "fill-err faint") +
      part(zero, subnormal, "fill-grad faint") +
      part(subnormal, overflow, "fill-param faint") +
      part(overflow, 110, "fill-err faint"),
    ...[zero, subnormal, overflow].map((at) => line([x(at), top], [x(at), top + height], "stroke-ink")),
  ].join("");
}

const { zero, subnormal, overflow } = LIMITS.float32;

export default figure({
  width: 640,
  height: 260,
  parameters: {},
  label: () =>
    `指数函数在 float32 里：x 小于 ${signed(zero)} 时 e 的 x 次方变成 0，到 ${signed(subnormal)} 之前只剩部分有效数字，大于 ${signed(overflow)} 变成无穷大。float16 的三个界线是 ${Object.values(
      LIMITS.float16,
    )
      .map((v) => signed(v))
      .join("、")}。`,
  draw: () =>
    row("float32", 70) +
    row("float16", 150) +
    text([x((-130 + zero) / 2), 95], "0", { className: "text-err" }) +
    text([x(0), 95], "正常", { className: "text-param" }) +
    text([x((110 + overflow) / 2), 95], "∞", { className: "text-err" }) +
    text([x((zero + subnormal) / 2) + 2, 34], "位数不全", { className: "text-grad" }) +
    line([x((zero + subnormal) / 2), 40], [x((zero + subnormal) / 2), 68], "stroke-grad thin") +
    [zero, subnormal, overflow]
      .map((at, i) =>
        text([x(at) + [-4, 4, 0][i]!, 130], signed(at), { anchor: i === 0 ? "end" : i === 1 ? "start" : "middle", className: "tick" }),
      )
      .join("") +
    text([x(60), 175], "∞", { className: "text-err" }) +
    text([x(-70), 175], "0", { className: "text-err" }) +
    text([x(LIMITS.float16.overflow) + 4, 208], signed(LIMITS.float16.overflow), { anchor: "start", className: "tick" }) +
    text([x(LIMITS.float16.zero) - 4, 208], signed(LIMITS.float16.zero), { anchor: "end", className: "tick" }) +
    xAxis(x, y, { ticks: [-100, -50, 0, 50, 100], at: 222, format: (v) => signed(v, 0) }) +
    text([620, 256], "x", { anchor: "end", className: "math axis-label" }),
});
