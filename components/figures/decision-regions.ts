/** I8: softmax regression in the plane, trained by full-batch gradient descent; every border is a straight line. */
import { area, curve, dot, figure, rect, scale, span, text, type Point } from "./kit.ts";
import { crossEntropy, softmax } from "./softmax.ts";

const x = scale([-3, 3], [70, 430]);
const y = scale([-3, 3], [350, 20]);
const CLASSES = ["data", "prob", "grad"] as const;
const CENTRES: Point[] = [
  [-1.2, -0.8],
  [1.3, -0.6],
  [0.1, 1.4],
];

/** Eight points around each centre, on a spiral: spread without a random number. */
export const points = CENTRES.flatMap(([cx, cy], label) =>
  span(0, 7, 8).map((i) => {
    const [angle, radius] = [i * 2.4 + label, 0.25 + 0.11 * i];
    return { at: [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)] as Point, label };
  }),
);

/** One row [w₁, w₂, b] a class. */
export type Weights = number[][];
export const scoresAt = (W: Weights, [u, v]: Point) => W.map(([a, b, c]) => a * u + b * v + c);

const RATE = 0.5;

/** One step of gradient descent by (3.4.10): the average of (ŷ − y) xᵀ. */
function step(W: Weights): Weights {
  const next = W.map((row) => [...row]);
  for (const { at, label } of points) {
    softmax(scoresAt(W, at)).forEach((share, j) => {
      const push = (RATE * (share - (j === label ? 1 : 0))) / points.length;
      [...at, 1].forEach((feature, i) => (next[j][i] -= push * feature));
    });
  }
  return next;
}

const START: Weights = [
  [0.9, -0.4, 0.2],
  [-0.7, 0.5, 0.1],
  [-0.1, -0.6, -0.2],
];
const history: Weights[] = [START];

/** The weights after `count` steps; computed once. */
export function weightsAfter(count: number): Weights {
  while (history.length <= count) history.push(step(history[history.length - 1]));
  return history[count];
}

const predicted = (W: Weights, at: Point) => {
  const scores = scoresAt(W, at);
  return scores.indexOf(Math.max(...scores));
};

const FRAME: Point[] = [
  [-3, -3],
  [3, -3],
  [3, 3],
  [-3, 3],
];

/** The part of a convex polygon where `f`, linear, is not negative: every edge that crosses f = 0 is cut there. */
export function clip(polygon: readonly Point[], f: (at: Point) => number): Point[] {
  return polygon.flatMap((here, i) => {
    const next = polygon[(i + 1) % polygon.length];
    const [a, b] = [f(here), f(next)];
    const share = a / (a - b);
    const crossing: Point = [here[0] + share * (next[0] - here[0]), here[1] + share * (next[1] - here[1])];
    return [...(a >= 0 ? [here] : []), ...(a * b < 0 ? [crossing] : [])];
  });
}

/** Where class j has the largest score: the frame, cut by one straight line for every other class. */
export const region = (W: Weights, j: number) =>
  W.reduce((polygon, _, k) => (k === j ? polygon : clip(polygon, (at) => scoresAt(W, at)[j] - scoresAt(W, at)[k])), FRAME);

function drawn(W: Weights, j: number): string {
  const outline = region(W, j).map(([u, v]): Point => [x(u), y(v)]);
  return outline.length < 3 ? "" : area(outline, `fill-${CLASSES[j]} faint`) + curve([...outline, outline[0]], "stroke-ink");
}

const lossOf = (W: Weights) =>
  points.reduce(
    (sum, { at, label }) =>
      sum +
      crossEntropy(
        CLASSES.map((_, j) => (j === label ? 1 : 0)),
        softmax(scoresAt(W, at)),
      ),
    0,
  ) / points.length;
const correct = (W: Weights) => points.filter(({ at, label }) => predicted(W, at) === label).length;

const mark = ([u, v]: Point, label: number) =>
  [
    dot([u, v], "fill-data", 5),
    rect(u - 4.5, v - 4.5, 9, 9, "fill-prob"),
    curve(
      [
        [u - 6, v + 5],
        [u + 6, v + 5],
        [u, v - 6],
        [u - 6, v + 5],
      ],
      "fill-grad",
    ),
  ][label];

export default figure<{ steps: number }>({
  width: 640,
  height: 380,
  parameters: { steps: { label: "训练步数", min: 0, max: 100, step: 1, value: 40 } },
  question: "训练能把直线边界变弯吗？",
  label: ({ steps }) => `训练 ${steps} 步后，三类各 8 个点，答对 ${correct(weightsAfter(steps))} 个；三块区域的边界都是直线。`,
  draw: ({ steps }) => {
    const W = weightsAfter(steps);
    return [
      ...CLASSES.map((_, j) => drawn(W, j)),
      ...points.map(({ at, label }) => mark([x(at[0]), y(at[1])], label)),
      text([430, 374], "x₁", { anchor: "end", className: "math" }),
      text([58, 34], "x₂", { anchor: "end", className: "math" }),
      text([450, 110], "● 第 1 类", { anchor: "start", className: "text-data" }),
      text([450, 140], "■ 第 2 类", { anchor: "start", className: "text-prob" }),
      text([450, 170], "▲ 第 3 类", { anchor: "start", className: "text-grad" }),
      text([450, 230], "边界上两类分数相等", { anchor: "start", className: "text-muted" }),
    ].join("");
  },
  readout: ({ steps }) => `损失 ${lossOf(weightsAfter(steps)).toFixed(3)}　答对 ${correct(weightsAfter(steps))} / ${points.length}`,
  actions: [
    { label: "走一步", next: ({ steps }) => ({ steps: Math.min(100, steps + 1) }) },
    { label: "从头来", next: () => ({ steps: 0 }) },
  ],
});
