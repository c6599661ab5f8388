/** F18: a thousand images, three hundred epochs; saved by tests/experiments. */
import saved from "../../content/linear-networks/data/overfitting.json" with { type: "json" };
import { curve, dot, figure, line, scale, text, xAxis, yAxis, type Point, type Scale } from "./kit.ts";

const left = scale([0, 300], [50, 300]);
const right = scale([0, 300], [365, 615]);
const loss = scale([0, 1.1], [270, 40]);
const share = scale([0.6, 1], [270, 40]);

const column = (rows: number[][], i: number) => rows.map((row) => row[i]!);
const [trainLoss, trainAcc, testLoss, testAcc] = [0, 1, 2, 3].map((i) => column(saved.plain, i)) as [
  number[],
  number[],
  number[],
  number[],
];
const decayed = column(saved.decayed, 2);

/** The epoch after which the test loss rises, counted from 1. */
export const bestEpoch = testLoss.indexOf(Math.min(...testLoss)) + 1;
export const ends = { best: testLoss[bestEpoch - 1]!, last: testLoss[299]!, decayed: decayed[299]! };

/** The median of four epochs before and four after: the jumps of single epochs would hide the course. */
export function smooth(values: readonly number[]): number[] {
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - 4), i + 5).sort((a, b) => a - b);
    return near[near.length >> 1]!;
  });
}

const path = (x: Scale, y: Scale, values: number[], className: string) =>
  curve(
    smooth(values).map((value, i): Point => (value > y.domain[1] ? [NaN, NaN] : [x(i + 1), y(value)])),
    className,
  );

export default figure({
  width: 640,
  height: 325,
  parameters: {},
  label: () =>
    `一千张图训练三百轮。训练损失一路降到 ${trainLoss[299]!.toFixed(2)}；测试损失在第 ${bestEpoch} 轮最低，${ends.best.toFixed(3)}，最后升到 ${ends.last.toFixed(3)}。测试精度停在 ${testAcc[299]!.toFixed(2)} 左右，训练精度升到 ${trainAcc[299]!.toFixed(2)}。`,
  draw: () =>
    [
      xAxis(left, loss, { ticks: [0, 100, 200, 300], label: "轮" }) + yAxis(left, loss, { ticks: [0, 0.5, 1], label: "损失", grid: true }),
      path(left, loss, trainLoss, "stroke-param"),
      path(left, loss, testLoss, "stroke-err thick"),
      path(left, loss, decayed, "stroke-grad dashed"),
      line([left(bestEpoch), 60], [left(bestEpoch), loss(0)], "stroke-ink dashed thin"),
      dot([left(bestEpoch), loss(ends.best)], "fill-err", 5),
      text([left(bestEpoch) + 6, 72], `第 ${bestEpoch} 轮`, { anchor: "start" }),
      text([left(298), loss(ends.last) - 10], "测试", { anchor: "end", className: "text-err" }),
      text([left(298), loss(ends.decayed) + 24], "测试，加权重衰减", { anchor: "end", className: "text-grad" }),
      text([left(298), loss(trainLoss[299]!) - 12], "训练", { anchor: "end", className: "text-param" }),
      xAxis(right, share, { ticks: [0, 100, 200, 300], label: "轮" }) +
        yAxis(right, share, { ticks: [0.6, 0.8, 1], label: "精度", grid: true }),
      path(right, share, trainAcc, "stroke-param"),
      path(right, share, testAcc, "stroke-err thick"),
      text([right(298), share(trainAcc[299]!) + 24], "训练", { anchor: "end", className: "text-param" }),
      text([right(298), share(testAcc[299]!) + 26], "测试", { anchor: "end", className: "text-err" }),
    ].join(""),
});
