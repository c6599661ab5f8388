/** Batch size against learning rate: test accuracy after ten epochs; saved by tests/experiments. */
import saved from "../../content/linear-networks/data/hyperparameters.json" with { type: "json" };
import { figure, text } from "./kit.ts";

const [width, height, left, top] = [104, 52, 96, 62];
export const cells = saved.cells;
export const best = cells.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));

/** How dark a cell is: 0 at an accuracy of 0.62 and below, 1 at 0.85. */
const share = (accuracy: number) => Math.max(0, Math.min(1, (accuracy - 0.62) / 0.23));

export default figure({
  width: 640,
  height: 310,
  parameters: {},
  label: () =>
    `批量大小与学习率的二十种组合，各训练十轮后的测试精度。最好的是批量 ${best.batchSize}、学习率 ${best.lr}，${best.accuracy.toFixed(3)}。小批量配小学习率，大批量配大学习率，沿对角线最好。`,
  draw: () =>
    text([left - 12, 24], "批量大小", { anchor: "end", className: "axis-label" }) +
    text([620, 24], "学习率 η", { anchor: "end", className: "axis-label" }) +
    saved.rates.map((rate, j) => text([left + (j + 0.5) * width, 50], String(rate), { className: "tick" })).join("") +
    saved.sizes
      .map((size, i) => text([left - 12, top + (i + 0.5) * height + 5], String(size), { anchor: "end", className: "tick" }))
      .join("") +
    cells
      .map(({ batchSize, lr, accuracy, low, high }) => {
        const [x, y] = [left + saved.rates.indexOf(lr) * width, top + saved.sizes.indexOf(batchSize) * height];
        const shade = `<rect class="fill-prob" opacity="${(0.5 * share(accuracy) ** 1.5).toFixed(2)}" x="${x + 1}" y="${y + 1}" width="${width - 2}" height="${height - 2}"/>`;
        const wobble = Math.round(1000 * (high - low));
        return (
          shade +
          text([x + width / 2, y + 24], accuracy.toFixed(3)) +
          text([x + width / 2, y + 42], `差 ${(wobble / 1000).toFixed(3)}`, { className: "small" })
        );
      })
      .join("") +
    text([left, 300], "每格：第十轮的测试精度；末五轮最高与最低之差", { anchor: "start", className: "text-muted" }),
});
