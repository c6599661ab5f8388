import type { AxisScale } from "../../src/kernel/protocol.ts";
import type { Series } from "./series.ts";

/** Colour and dashes of each run: told apart without seeing colours. */
export const STROKES = ["var(--c-param)", "var(--c-err)", "var(--c-grad)", "var(--c-prob)", "var(--c-data)", "var(--ink)"];
const DASHES = ["", "6 3", "2 3", "8 3 2 3", "1 4"];
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 300, 56, 90, 14, 34];

type Extent = readonly [number, number];
export type Kinds = Record<"x" | "y", AxisScale["type"]>;

/** Draws the lines of several runs on common axes, which hold them all; each run has a colour, each line of a run its dashes. */
export function overlay(runs: readonly (readonly Series[])[], kinds: Kinds): string {
  const points = runs.flatMap((series) => series.flatMap((one) => one.points));
  const x = axis(
    kinds.x,
    extent(
      points.map(([value]) => value),
      kinds.x,
    ),
    [LEFT, WIDTH - RIGHT],
  );
  const y = axis(
    kinds.y,
    extent(
      points.map(([, value]) => value),
      kinds.y,
    ),
    [HEIGHT - BOTTOM, TOP],
  );
  const lines = runs.flatMap((series, run) =>
    series.map(({ points, name }, i) => {
      const d = points.map(([a, b], k) => `${k === 0 ? "M" : "L"}${round(x.at(a))},${round(y.at(b))}`).join("");
      const [lastX, lastY] = points[points.length - 1]!;
      const label = name && run === runs.length - 1 ? text(x.at(lastX) + 6, y.at(lastY) + 4, name, "start") : "";
      const dash = DASHES[i % DASHES.length];
      return `<path d="${d}" fill="none" stroke="${STROKES[run % STROKES.length]}" stroke-width="1.5"${dash ? ` stroke-dasharray="${dash}"` : ""}/>${label}`;
    }),
  );
  const ticks = [
    ...x.ticks.map(
      (t) => `${rule(x.at(t), HEIGHT - BOTTOM, x.at(t), HEIGHT - BOTTOM + 5)}${text(x.at(t), HEIGHT - BOTTOM + 18, print(t), "middle")}`,
    ),
    ...y.ticks.map((t) => `${rule(LEFT - 5, y.at(t), LEFT, y.at(t))}${text(LEFT - 8, y.at(t) + 4, print(t), "end")}`),
  ];
  return `<svg class="plot" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-size="11" font-family="system-ui, sans-serif">${ticks.join("")}${lines.join("")}</svg>`;
}

/** Smallest and largest value; on a logarithmic axis of the positive ones. */
function extent(values: number[], kind: AxisScale["type"]): Extent {
  const usable = values.filter((value) => Number.isFinite(value) && (kind !== "log" || value > 0));
  const [low, high] = usable.reduce<Extent>(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  if (low < high) return [low, high];
  return low > high ? [1, 10] : [low, kind === "log" ? low * 10 : low + 1];
}

function axis(kind: AxisScale["type"], [a, b]: Extent, [c, d]: Extent) {
  const map = kind === "log" ? Math.log10 : (value: number) => value;
  const [from, to] = [map(a), map(b)];
  return { at: (value: number) => c + ((map(value) - from) / (to - from)) * (d - c), ticks: kind === "log" ? decades(a, b) : steps(a, b) };
}

/** Round numbers, four to eight of them. */
function steps(a: number, b: number): number[] {
  const rough = (b - a) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (rough / power >= 5 ? 5 : rough / power >= 2 ? 2 : 1);
  return Array.from({ length: Math.floor(b / step) - Math.ceil(a / step) + 1 }, (_, i) => (Math.ceil(a / step) + i) * step);
}

function decades(a: number, b: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(a) - 1e-9), Math.floor(Math.log10(b) + 1e-9)];
  const every = Math.max(1, Math.ceil((last - first) / 6));
  return last < first ? [a, b] : Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => 10 ** (first + i * every));
}

const round = (value: number) => Math.round(value * 100) / 100;
const print = (value: number) =>
  value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e5)
    ? value.toExponential().replace(/\.\d+/, "")
    : String(Number(value.toPrecision(4)));
const rule = (x1: number, y1: number, x2: number, y2: number) =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="currentColor"/>`;
const escape = (words: string) => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const text = (x: number, y: number, words: string, anchor: string) =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="currentColor">${escape(words)}</text>`;
