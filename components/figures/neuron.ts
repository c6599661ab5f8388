/** A nerve cell drawn after the linear model: what comes in, what sums, what goes out. */
import { dot, figure, line, text, type Point } from "./kit.ts";

type Cubic = readonly [Point, Point, Point, Point];
const path = (d: string, className: string) => `<path class="${className}" d="${d}"/>`;
const cubic = ([a, b, c, d]: Cubic) => path(`M${a.join(" ")}C${[b, c, d].map((p) => p.join(" ")).join(" ")}`, "stroke-ink");

/** The point of a cubic Bézier curve at t. */
function at(p: Cubic, t: number): Point {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
  return [0, 1].map((k) => p.reduce((sum, point, i) => sum + weights[i]! * point[k]!, 0)) as unknown as Point;
}

const dendrites: Cubic[] = [
  [
    [60, 58],
    [110, 68],
    [130, 105],
    [190, 122],
  ],
  [
    [46, 135],
    [95, 128],
    [130, 135],
    [180, 138],
  ],
  [
    [60, 215],
    [110, 205],
    [140, 180],
    [188, 156],
  ],
];
const twigs: [branch: number, t: number, dx: number, dy: number][] = [
  [0, 0.3, -18, -30],
  [0, 0.5, 10, -30],
  [1, 0.25, -18, -24],
  [1, 0.5, -10, 24],
  [2, 0.25, -22, 26],
  [2, 0.45, 8, 30],
];
const terminals: Cubic[] = [
  [
    [470, 140],
    [510, 130],
    [520, 95],
    [556, 86],
  ],
  [
    [470, 140],
    [510, 142],
    [530, 140],
    [562, 140],
  ],
  [
    [470, 140],
    [510, 152],
    [520, 190],
    [554, 198],
  ],
];

/** `x_i`, with a lowered i: few fonts have a slanted ᵢ. */
const lowered = (formula: string) => formula.replace(/_(.)([^_]*)/g, '<tspan dy="4" font-size="75%">$1</tspan><tspan dy="-4">$2</tspan>');

function label(x: number, y: number, name: string, formula: string, className: string): string {
  return text([x, y], name) + `<text class="math ${className}" x="${x}" y="${y + 20}" text-anchor="middle">${lowered(formula)}</text>`;
}

export default figure({
  width: 640,
  height: 300,
  parameters: {},
  label: () => "神经元示意图：左侧树突接收信号，中间胞体含细胞核，右侧长轴突，末端分成轴突端子，经突触连到下一个细胞。",
  draw: () =>
    dendrites.map(cubic).join("") +
    twigs
      .map(([branch, t, dx, dy]) => {
        const [x, y] = at(dendrites[branch]!, t);
        return line([x, y], [x + dx, y + dy], "stroke-ink");
      })
      .join("") +
    dendrites.map(([start]) => dot(start, "fill-data", 4)).join("") +
    path(
      "M180 138C182 110 205 96 230 98C262 100 276 118 286 134C290 138 290 142 286 146C274 164 258 180 230 180C202 180 184 164 180 138Z",
      "fill-sheet stroke-ink",
    ) +
    dot([230, 139], "fill-param wash", 18) +
    dot([230, 139], "stroke-param fill-none", 18) +
    line([288, 140], [470, 140], "stroke-ink thick") +
    terminals.map(cubic).join("") +
    terminals.map(([, , , end]) => dot(end, "fill-err", 5)).join("") +
    path("M574 108C604 112 622 132 640 136", "stroke-muted dashed") +
    path("M574 172C600 168 620 148 640 144", "stroke-muted dashed") +
    label(92, 264, "树突", "x_i · w_i", "text-data") +
    label(230, 218, "细胞核", "Σ x_iw_i + b", "text-param") +
    label(378, 166, "轴突", "σ(y)", "text-ink") +
    text([520, 242], "轴突端子") +
    line([522, 226], [538, 198], "stroke-muted thin") +
    text([606, 84], "突触") +
    line([598, 90], [571, 132], "stroke-muted thin"),
});
