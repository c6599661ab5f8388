/**
 * What a figure is, and the few strokes all figures are drawn with.
 * A figure is a pure function *parameters → SVG markup*: called at build for the default picture, in the page when a handle moves.
 */

export type Parameters = Record<string, number>;

/** A quantity the reader may change; shown as a slider under the picture. */
export interface Parameter {
  /** Chinese, with the symbol: `学习率 η` */
  label: string;
  min: number;
  max: number;
  step: number;
  /** where it stands in print and before anyone touches it */
  value: number;
  /** how the number is written; `toFixed` by the step when absent */
  format?: (value: number) => string;
}

/** A point of the picture one can take hold of. */
export interface Handle<P extends Parameters> {
  x: number;
  y: number;
  /** what a screen reader says */
  label: string;
  /** what changes when the point is moved to (x, y) of the view box */
  move: (x: number, y: number, p: P) => Partial<P>;
}

/** A button under the picture: 走一步, 重来. */
export interface Action<P extends Parameters> {
  label: string;
  next: (p: P) => Partial<P>;
}

export interface Figure<P extends Parameters = Parameters> {
  width: number;
  height: number;
  /** empty for a still figure */
  parameters: { [K in keyof P]: Parameter };
  /** the description a screen reader says; Chinese */
  label: (p: P) => string;
  /** markup inside the <svg>; colours by class only (`stroke-param`, `fill-err`, `text-muted` …) */
  draw: (p: P) => string;
  /** one line of numbers under the picture, announced politely */
  readout?: (p: P) => string;
  /** the one question the figure poses */
  question?: string;
  handles?: (p: P) => Handle<P>[];
  actions?: Action<P>[];
}

/** Declares a figure; only there so that the parameters' names are inferred. */
export function figure<P extends Parameters>(spec: Figure<P>): Figure<P> {
  return spec;
}

/** The values at which every parameter stands untouched. */
export function defaults<P extends Parameters>(spec: Figure<P>): P {
  return Object.fromEntries(Object.entries(spec.parameters).map(([name, p]) => [name, (p as Parameter).value])) as P;
}

export type Point = readonly [x: number, y: number];

export interface Scale {
  (value: number): number;
  invert: (position: number) => number;
  domain: readonly [number, number];
  range: readonly [number, number];
}

/** A linear map of [a, b] onto [c, d]. */
export function scale([a, b]: readonly [number, number], [c, d]: readonly [number, number]): Scale {
  const map = (value: number) => c + ((value - a) / (b - a)) * (d - c);
  return Object.assign(map, { invert: (p: number) => a + ((p - c) / (d - c)) * (b - a), domain: [a, b] as const, range: [c, d] as const });
}

/** The same for a logarithmic axis. */
export function logScale([a, b]: readonly [number, number], range: readonly [number, number]): Scale {
  const inner = scale([Math.log10(a), Math.log10(b)], range);
  return Object.assign((value: number) => inner(Math.log10(value)), {
    invert: (p: number) => 10 ** inner.invert(p),
    domain: [a, b] as const,
    range,
  });
}

/** Evenly spaced numbers from a to b, both included. */
export function span(a: number, b: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => a + ((b - a) * i) / (count - 1));
}

const round = (value: number) => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0");

export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);
}

export function line([x1, y1]: Point, [x2, y2]: Point, className = "stroke-ink"): string {
  return `<line class="${className}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;
}

/**
 * Moves and steps through the points; one that is not finite breaks the line. A tenth of a pixel is enough, nobody sees less, and a step
 * is shorter to write than a place: curves are most of a figure's bytes.
 */
function trace(points: readonly Point[]): string {
  let pen: Point | undefined;
  const pieces = points.map(([x, y]) => {
    const from = pen;
    pen = Number.isFinite(x) && Number.isFinite(y) ? [Math.round(x * 10), Math.round(y * 10)] : undefined;
    if (!pen) return "";
    return from ? `l${(pen[0] - from[0]) / 10} ${(pen[1] - from[1]) / 10}` : `M${pen[0] / 10} ${pen[1] / 10}`;
  });
  return pieces.join("");
}

/** A polyline; points that are not finite break it. */
export function curve(points: readonly Point[], className = "stroke-ink"): string {
  return `<path class="${className}" d="${trace(points)}"/>`;
}

/** A filled area given by its outline. */
export function area(points: readonly Point[], className: string): string {
  return `<path class="${className}" d="${trace(points)}Z"/>`;
}

export function dot([x, y]: Point, className = "fill-data", r = 4): string {
  return `<circle class="${className}" cx="${round(x)}" cy="${round(y)}" r="${r}"/>`;
}

export function rect(x: number, y: number, width: number, height: number, className: string): string {
  return `<rect class="${className}" x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}"/>`;
}

/** A label. Formulas in figures are plain text with Unicode: ŷ⁽ⁱ⁾, w₁, η; class `math` sets them in italics. */
export function text(
  [x, y]: Point,
  content: string,
  { anchor = "middle", className = "" }: { anchor?: "start" | "middle" | "end"; className?: string } = {},
): string {
  return `<text class="${className}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escape(content)}</text>`;
}

export function arrow([x1, y1]: Point, [x2, y2]: Point, className = "stroke-grad"): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number): Point => [x2 - 8 * Math.cos(angle + turn), y2 - 8 * Math.sin(angle + turn)];
  return line([x1, y1], [x2, y2], className) + curve([wing(0.4), [x2, y2], wing(-0.4)], className);
}

/** What is drawn between the axes and must not leave them, however far the reader drags it: an inner <svg>, which cuts at its edges. */
export function pane(x: Scale, y: Scale, content: string): string {
  const [left, right] = [...x.range].sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [...y.range].sort((a, b) => a - b) as [number, number];
  const [width, height] = [right - left, bottom - top].map(round);
  return `<svg x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" viewBox="${round(left)} ${round(top)} ${width} ${height}">${content}</svg>`;
}

export interface AxisOptions {
  ticks: readonly number[];
  label?: string;
  format?: (value: number) => string;
  /** position of the axis line across; the lower/left edge when absent */
  at?: number;
  grid?: boolean;
}

/** A horizontal axis at the bottom of the plot given by its scales. */
export function xAxis(x: Scale, y: Scale, { ticks, label, format = String, at, grid = false }: AxisOptions): string {
  const [bottom, top] = y.range;
  const base = at ?? bottom;
  return [
    line([x.range[0], base], [x.range[1], base], "axis"),
    ...ticks.map(
      (t) =>
        (grid ? line([x(t), bottom], [x(t), top], "grid") : line([x(t), base], [x(t), base + 4], "axis")) +
        text([x(t), base + 18], format(t), { className: "tick" }),
    ),
    label ? text([x.range[1], base + 36], label, { anchor: "end", className: "axis-label" }) : "",
  ].join("");
}

/** A vertical axis at the left of the plot given by its scales. */
export function yAxis(x: Scale, y: Scale, { ticks, label, format = String, at, grid = false }: AxisOptions): string {
  const [left, right] = x.range;
  const base = at ?? left;
  return [
    line([base, y.range[0]], [base, y.range[1]], "axis"),
    ...ticks.map(
      (t) =>
        (grid ? line([left, y(t)], [right, y(t)], "grid") : line([base - 4, y(t)], [base, y(t)], "axis")) +
        text([base - 8, y(t) + 4], format(t), { anchor: "end", className: "tick" }),
    ),
    label ? text([base, y.range[1] - 10], label, { anchor: "middle", className: "axis-label" }) : "",
  ].join("");
}
