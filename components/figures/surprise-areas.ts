/** I6: three outcomes as wide as they are likely and as high as they are surprising; the whole area is the entropy. */
import { figure, line, rect, scale, text, yAxis } from "./kit.ts";
import { crossEntropy } from "./softmax.ts";

const NAMES = ["苹果", "梨", "桃"];
const x = scale([0, 1], [70, 540]);
const y = scale([0, 5.2], [290, 34]);

type Split = { apple: number; pear: number };

/** `pear` is the pear's share of what the apple leaves. */
export const distribution = ({ apple, pear }: Split) => [apple, (1 - apple) * pear, (1 - apple) * (1 - pear)];
export const surprise = (p: number) => -Math.log2(p);
const entropy = (p: Split) => crossEntropy(distribution(p), distribution(p), Math.log2);
const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export default figure<Split>({
  width: 640,
  height: 352,
  parameters: {
    apple: { label: "苹果的概率", min: 0.05, max: 0.8, step: 0.01, value: 0.5 },
    pear: { label: "其余里梨的份额", min: 0.15, max: 0.85, step: 0.01, value: 0.5 },
  },
  question: "怎样分，总面积最大？",
  label: (p) =>
    `三个长方形，宽是概率 ${distribution(p)
      .map((v) => v.toFixed(2))
      .join("、")}，高是该花的次数 ${distribution(p)
      .map((v) => surprise(v).toFixed(2))
      .join("、")} 比特；总面积是熵 ${entropy(p).toFixed(3)} 比特。`,
  draw: (p) => {
    const P = distribution(p);
    const left = [0, P[0], P[0] + P[1]];
    const mean = entropy(p);
    return [
      yAxis(x, y, { ticks: [0, 1, 2, 3, 4, 5], label: "次数（比特）" }),
      ...P.map((share, j) => {
        const height = y(surprise(share));
        return rect(x(left[j]), height, x(share) - x(0), y(0) - height, "fill-prob faint stroke-prob thin");
      }),
      line([x(0), y(0)], [x(1), y(0)], "axis"),
      line([x(0), y(mean)], [x(1), y(mean)], "stroke-err dashed"),
      text([x(1) + 8, y(mean) + 5], `平均 ${mean.toFixed(2)}`, { anchor: "start", className: "text-err" }),
      ...P.flatMap((share, j) => {
        const middle = x(left[j] + share / 2);
        const top = y(surprise(share));
        const crossed = top > y(mean) && top - y(mean) < 24; // above it the name would stand on the dashed line
        return [
          text([middle, crossed ? top + 19 : top - 8], surprise(share).toFixed(1), { className: "text-prob" }),
          text([middle, y(0) + 30], NAMES[j]),
        ];
      }),
      text([x(1), y(0) + 56], "宽：概率，一共是 1", { anchor: "end", className: "axis-label" }),
    ].join("");
  },
  readout: (p) =>
    `面积 ${distribution(p)
      .map((v) => `${v.toFixed(3).replace(/0$/, "")} × ${surprise(v).toFixed(2)}`)
      .join(" + ")} = ${entropy(p).toFixed(3)} 比特`,
  handles: (p) => {
    const [a, b] = distribution(p);
    return [
      { x: x(a), y: y(0), label: "苹果与梨的分界", move: (px) => ({ apple: within(x.invert(px), 0.05, 0.8) }) },
      {
        x: x(a + b),
        y: y(0),
        label: "梨与桃的分界",
        move: (px, _y, { apple }) => ({ pear: within((x.invert(px) - apple) / (1 - apple), 0.15, 0.85) }),
      },
    ];
  },
});
