/** The seven sections of the chapter: two rows, three columns, and what rests on what. */
import { arrow, figure, line, text, type Point } from "./kit.ts";

interface Stop {
  number: string;
  title: string;
  at: Point;
}

const [left, middle, right] = [128, 330, 532];
export const stops: Stop[] = [
  { number: "3.1", title: "线性回归", at: [left, 95] },
  { number: "3.2", title: "从零开始实现", at: [middle, 95] },
  { number: "3.3", title: "简洁实现", at: [right, 95] },
  { number: "3.4", title: "softmax 回归", at: [left, 195] },
  { number: "3.5", title: "图像数据集", at: [middle, 280] },
  { number: "3.6", title: "从零开始实现", at: [middle, 195] },
  { number: "3.7", title: "简洁实现", at: [right, 195] },
];
export const needs: [from: string, to: string][] = [
  ["3.1", "3.2"],
  ["3.2", "3.3"],
  ["3.1", "3.4"],
  ["3.2", "3.6"],
  ["3.3", "3.7"],
  ["3.4", "3.6"],
  ["3.5", "3.6"],
  ["3.6", "3.7"],
];

const [halfWidth, halfHeight] = [78, 26];

function joined([x1, y1]: Point, [x2, y2]: Point): string {
  if (y1 === y2) return arrow([x1 + halfWidth + 3, y1], [x2 - halfWidth - 4, y2], "stroke-muted");
  const down = Math.sign(y2 - y1);
  return arrow([x1, y1 + down * (halfHeight + 3)], [x2, y2 - down * (halfHeight + 4)], "stroke-muted");
}

const place = (number: string) => stops.find((stop) => stop.number === number)!.at;

export default figure({
  width: 640,
  height: 325,
  parameters: {},
  label: () =>
    `学习路线：${stops.map((s) => `${s.number} ${s.title}`).join("，")}。上一行回归，下一行分类；从左到右是推导、从零实现、框架实现。`,
  draw: () =>
    [
      ["推导", left],
      ["从零开始", middle],
      ["用框架", right],
    ]
      .map(([name, x]) => text([x as number, 32], name as string, { className: "axis-label" }))
      .join("") +
    text([0, 100], "多少", { anchor: "start", className: "text-param" }) +
    text([0, 200], "哪一个", { anchor: "start", className: "text-prob" }) +
    line([50, 46], [610, 46], "grid") +
    needs.map(([from, to]) => joined(place(from), place(to))).join("") +
    stops
      .map(
        ({ number, title, at: [x, y] }) =>
          `<rect class="fill-sheet ${y < 150 ? "stroke-param" : "stroke-prob"}" x="${x - halfWidth + (x === left ? 14 : 0)}" y="${y - halfHeight}" width="${2 * halfWidth - (x === left ? 14 : 0)}" height="${2 * halfHeight}" rx="4"/>` +
          text([x + (x === left ? 7 : 0), y - 4], number, { className: "text-muted" }) +
          text([x + (x === left ? 7 : 0), y + 16], title),
      )
      .join(""),
});
