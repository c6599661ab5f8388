/** I5: the push ŷ − y gives to every score. */
import { arrow, figure, line, rect, scale, text } from "./kit.ts";
import { crossEntropy, softmax } from "./softmax.ts";

const NAMES = ["猫", "鸡", "狗"];
const height = scale([-1, 1], [270, 62]);
const column = (j: number) => 140 + j * 180;

type State = { cat: number; hen: number; dog: number; truth: number };
const shares = ({ cat, hen, dog }: State) => softmax([cat, hen, dog]);
const target = ({ truth }: State) => NAMES.map((_, j) => (j + 1 === truth ? 1 : 0));
export const gradient = (p: State) => shares(p).map((y, j) => y - target(p)[j]);
const signed = (v: number) => (Math.abs(v) < 0.005 ? "" : v < 0 ? "−" : "+") + Math.abs(v).toFixed(2);
const slider = (label: string, value: number) => ({ label, min: -3, max: 3, step: 0.1, value });

export default figure<State>({
  width: 640,
  height: 330,
  parameters: {
    cat: slider("猫的分数 o₁", 1),
    hen: slider("鸡的分数 o₂", 2),
    dog: slider("狗的分数 o₃", 0.5),
    truth: { label: "真类", min: 1, max: 3, step: 1, value: 2, format: (j) => NAMES[j - 1] },
  },
  question: "怎样的分数会让三支箭头都几乎消失？",
  label: (p) =>
    `真类是${NAMES[p.truth - 1]}。${NAMES.map((name, j) => `${name}的梯度 ${gradient(p)[j].toFixed(2).replace("-", "−")}，下降时分数${gradient(p)[j] > 0 ? "被压低" : "被抬高"}`).join("；")}。`,
  draw: (p) =>
    [
      line([60, height(0)], [600, height(0)], "axis"),
      ...NAMES.flatMap((name, j) => {
        const g = gradient(p)[j];
        const x = column(j);
        return [
          rect(x - 44, Math.min(height(0), height(shares(p)[j])), 34, Math.abs(height(shares(p)[j]) - height(0)), "fill-prob faint"),
          text([x - 27, height(shares(p)[j]) - 6], shares(p)[j].toFixed(2), { className: "text-prob" }),
          // descending the loss moves a score against its gradient
          Math.abs(g) > 0.02 ? arrow([x + 20, height(0)], [x + 20, height(-g)], "stroke-grad thick") : "",
          text([x + 34, height(-g) + (g > 0 ? 12 : -4)], signed(-g), { anchor: "start", className: "text-grad" }),
          text([x, 314], j + 1 === p.truth ? `${name}（真类）` : name),
        ];
      }),
      text([60, 24], "淡色条：概率 ŷ　箭头：下降的方向 y − ŷ", { anchor: "start", className: "text-muted" }),
    ].join(""),
  readout: (p) =>
    `损失 ${crossEntropy(target(p), shares(p)).toFixed(3)}　三支箭头之和 ${Math.abs(gradient(p).reduce((a, b) => a + b, 0)).toFixed(3)}`,
});
