/** I4: three scores become three shares; a common shift changes nothing, a temperature flattens or sharpens. */
import { figure, line, rect, scale, text } from "./kit.ts";
import { softmax } from "./softmax.ts";

const NAMES = ["猫", "鸡", "狗"];
const score = scale([-5, 5], [115, 295]);
const share = scale([0, 1], [395, 560]);
const row = (j: number) => 50 + j * 60;
const signed = (o: number) => o.toFixed(1).replace("-", "−");

type Scores = { cat: number; hen: number; dog: number; shift: number; temperature: number };
const scoresOf = ({ cat, hen, dog, shift }: Scores) => [cat, hen, dog].map((o) => o + shift);
export const sharesOf = (p: Scores) => softmax(scoresOf(p).map((o) => o / p.temperature));

const slider = (label: string, value: number) => ({ label, min: -3, max: 3, step: 0.1, value });

/** a number that stays short, however large or small */
const ratio = (value: number) => (value < 0.001 ? "< 0.001" : value > 1000 ? "> 1000" : `= ${value.toFixed(value < 10 ? 2 : 0)}`);

export default figure<Scores>({
  width: 640,
  height: 250,
  parameters: {
    cat: slider("猫的分数 o₁", 1),
    hen: slider("鸡的分数 o₂", 2),
    dog: slider("狗的分数 o₃", 0.5),
    shift: { label: "整体平移 c", min: -2, max: 2, step: 0.1, value: 0 },
    temperature: { label: "温度 T", min: 0.2, max: 5, step: 0.1, value: 1 },
  },
  question: "只抬高猫的分数，鸡和狗的概率之比会变吗？",
  label: (p) =>
    `三个分数 ${scoresOf(p).map(signed).join("、")}，对应的概率 ${sharesOf(p)
      .map((y) => y.toFixed(2))
      .join("、")}。`,
  draw: (p) =>
    [
      text([score(0), 22], "分数 oⱼ", { className: "text-muted" }),
      text([share(0.5), 22], "概率 ŷⱼ", { className: "text-muted" }),
      line([score(0), 34], [score(0), 205], "axis"),
      line([share(0), 34], [share(0), 205], "axis"),
      ...scoresOf(p).flatMap((o, j) => {
        const y = sharesOf(p)[j];
        return [
          text([50, row(j) + 19], NAMES[j], { anchor: "end" }),
          rect(Math.min(score(0), score(o)), row(j), Math.abs(score(o) - score(0)), 28, "fill-param"),
          text([score(o) + (o < 0 ? -8 : 8), row(j) + 19], signed(o), { anchor: o < 0 ? "end" : "start" }),
          rect(share(0), row(j), share(y) - share(0), 28, "fill-prob"),
          text([share(y) + 6, row(j) + 19], y.toFixed(3), { anchor: "start" }),
        ];
      }),
      text([score(0), 228], "0", { className: "tick" }),
      text([share(0), 228], "0", { className: "tick" }),
      text([share(1), 228], "1", { className: "tick" }),
    ].join(""),
  readout: (p) => `鸡与狗的概率之比 exp((o₂ − o₃) / T) ${ratio(Math.exp((p.hen - p.dog) / p.temperature))}`,
});
