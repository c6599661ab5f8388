/** The whole training set, three hundred epochs: the test accuracy jumps, it does not fall; saved by tests/experiments. */
import saved from "../../content/linear-networks/data/long-training.json" with { type: "json" };
import { curve, figure, scale, text, xAxis, yAxis, type Point } from "./kit.ts";

const x = scale([0, 300], [60, 600]);
const y = scale([0.8, 0.88], [270, 40]);

/** The mean of an epoch and the ten before it. */
export function elevenEpochs(values: readonly number[]): number[] {
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - 10), i + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

const path = (values: readonly number[], className: string, from = 1) =>
  curve(
    values.map((value, i): Point => (i + 1 < from || value < y.domain[0] ? [NaN, NaN] : [x(i + 1), y(value)])),
    className,
  );

const { constant, falling } = saved.testAcc;
const { lastTen, smooth } = saved;

export default figure({
  width: 640,
  height: 325,
  parameters: {},
  label: () =>
    `全部训练图，训练三百轮。训练精度慢慢升到 ${saved.trainAcc[299]!.toFixed(3)}。固定学习率的测试精度上下跳，十一轮的平均在第 ${smooth.epoch} 轮最高，${smooth.peak.toFixed(4)}，最后是 ${smooth.last.toFixed(4)}；学习率逐渐减小时，它几乎不跳，最后停在 ${lastTen.falling.mean.toFixed(4)}。`,
  draw: () =>
    [
      xAxis(x, y, { ticks: [0, 50, 100, 150, 200, 250, 300], label: "轮" }),
      yAxis(x, y, { ticks: [0.8, 0.82, 0.84, 0.86, 0.88], label: "精度", grid: true, format: (v) => v.toFixed(2) }),
      path(saved.trainAcc, "stroke-param thin"),
      path(constant, "stroke-err thin faint"),
      path(elevenEpochs(constant), "stroke-err thick", 11),
      path(falling, "stroke-prob thick dashed"),
    ].join("") +
    text([x(28), y(0.868)], "训练", { anchor: "end", className: "text-param halo" }) +
    text([x(298), y(0.8165)], "测试，固定学习率", { anchor: "end", className: "text-err halo" }) +
    text([x(298), y(0.8085)], "测试，学习率逐渐减小（虚线）", { anchor: "end", className: "text-prob halo" }),
});
