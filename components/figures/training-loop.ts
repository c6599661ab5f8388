/** The five parts of a training loop and how they feed each other; under each the subsection that writes it. */
import { arrow, curve, figure, rect, text, type Point } from "./kit.ts";

const WIDTH = 136;
const HEIGHT = 58;
const columns = [4, 192, 380] as const;
const rows = [46, 168] as const;

interface Part {
  at: Point;
  name: string;
  formula: string;
  where: string;
  colour: "data" | "param" | "err" | "grad" | "muted";
}

const data: Part = { at: [columns[0], rows[0]], name: "数据", formula: "X, y", where: "3.2.1–2", colour: "data" };
const model: Part = { at: [columns[1], rows[0]], name: "模型", formula: "ŷ = Xw + b", where: "3.2.4", colour: "param" };
const loss: Part = { at: [columns[2], rows[0]], name: "损失", formula: "½(ŷ − y)²", where: "3.2.5", colour: "err" };
const gradient: Part = { at: [columns[2], rows[1]], name: "梯度", formula: "∂w, ∂b", where: "3.2.6", colour: "grad" };
const update: Part = { at: [columns[1], rows[1]], name: "更新", formula: "w, b", where: "3.2.6", colour: "param" };
const start: Part = { at: [columns[0], rows[1]], name: "起点", formula: "w, b", where: "3.2.3", colour: "muted" };

function box({ at: [x, y], name, formula, where, colour }: Part): string {
  return (
    rect(x, y, WIDTH, HEIGHT, `fill-sheet stroke-${colour}`) +
    text([x + WIDTH / 2, y + 23], name) +
    text([x + WIDTH / 2, y + 45], formula, { className: `math text-${colour}` }) +
    text([x + WIDTH / 2, y + HEIGHT + 17], where, { className: "tick" })
  );
}

const right = ({ at: [x, y] }: Part): Point => [x + WIDTH + 3, y + HEIGHT / 2];
const left = ({ at: [x, y] }: Part): Point => [x - 3, y + HEIGHT / 2];
const middle = ({ at: [x] }: Part) => x + WIDTH / 2;

export default figure({
  width: 520,
  height: 250,
  parameters: {},
  label: () => "训练循环：数据送进模型得到预测，预测与标签算出损失，由损失求梯度，用梯度更新参数，新参数再送回模型；参数从起点出发。",
  draw: () => {
    const over = rows[0] - 26;
    const down = rows[0] + HEIGHT + 24;
    return [
      ...[data, model, loss, gradient, update, start].map(box),
      arrow(right(data), left(model), "stroke-data"),
      text([(right(data)[0] + left(model)[0]) / 2, rows[0] + 22], "X", { className: "math text-data" }),
      arrow(right(model), left(loss), "stroke-param"),
      text([(right(model)[0] + left(loss)[0]) / 2, rows[0] + 22], "ŷ", { className: "math text-param" }),
      curve(
        [
          [middle(data), rows[0] - 3],
          [middle(data), over],
          [middle(loss), over],
        ],
        "stroke-data",
      ),
      arrow([middle(loss), over], [middle(loss), rows[0] - 3], "stroke-data"),
      text([middle(model), over - 6], "标签 y", { className: "text-data" }),
      arrow([middle(loss) + 44, down - 18], [middle(loss) + 44, rows[1] - 3], "stroke-err"),
      text([middle(loss) + 36, rows[1] - 16], "自动微分", { anchor: "end", className: "text-muted" }),
      arrow(left(gradient), right(update), "stroke-grad"),
      text([(right(update)[0] + left(gradient)[0]) / 2, rows[1] + 22], "η", { className: "math text-grad" }),
      arrow(right(start), left(update), "stroke-muted"),
      arrow([middle(update) + 44, rows[1] - 3], [middle(update) + 44, down - 18], "stroke-param"),
      text([middle(update) + 36, rows[1] - 16], "下一批", { anchor: "end", className: "text-muted" }),
    ].join("");
  },
});
