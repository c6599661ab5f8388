/** The valley of the three houses' loss over (w, b): scales, contours and paths, for the figures on gradient descent. */
import { curve, dot, scale, text, xAxis, yAxis, type Point } from "./kit.ts";
import { curvatures, fit, type Line } from "./regression.ts";

export const bottom = fit();
const [steep, flat] = curvatures() as [ReturnType<typeof curvatures>[number], ReturnType<typeof curvatures>[number]];
/** Gradient descent converges below this learning rate. */
export const stableRate = 2 / steep.value;

// both axes have the same unit: right angles stay right
export const w = scale([-0.45, 1.55], [50, 350]),
  b = scale([-0.35, 1.65], [325, 25]);
export const place = (p: Line): Point => [w(p.w), b(p.b)];

const within = ([x, y]: Point) => x >= w.range[0] && x <= w.range[1] && y >= b.range[1] && y <= b.range[0];

/** Points of the line of equal height, `height` above the bottom: some 4 px apart, which is enough for an ellipse of any size. */
export function contour(height: number): Point[] {
  const long = w(Math.sqrt((2 * height) / flat.value)) - w(0);
  const pieces = Math.max(40, Math.min(360, Math.ceil((Math.PI * long) / 4)));
  return Array.from({ length: pieces + 1 }, (_, k) => {
    const angle = (2 * Math.PI * k) / pieces;
    const [u, v] = [Math.sqrt((2 * height) / steep.value) * Math.cos(angle), Math.sqrt((2 * height) / flat.value) * Math.sin(angle)];
    const at = place({
      w: bottom.w + u * steep.direction.w + v * flat.direction.w,
      b: bottom.b + u * steep.direction.b + v * flat.direction.b,
    });
    return within(at) ? at : ([NaN, NaN] as const);
  });
}

/** A path up to where it leaves the window; the last piece ends on the frame. */
export function inWindow(path: readonly Line[]): Point[] {
  const points = path.map(place);
  const out = points.findIndex((p) => !within(p));
  if (out < 1) return points;
  const [[x1, y1], [x2, y2]] = [points[out - 1]!, points[out]!];
  const room = (from: number, by: number, low: number, high: number) =>
    by > 0 ? (high - from) / by : by < 0 ? (low - from) / by : Infinity;
  const t = Math.min(1, room(x1, x2 - x1, w.range[0], w.range[1]), room(y1, y2 - y1, b.range[1], b.range[0]));
  return [...points.slice(0, out), [x1 + t * (x2 - x1), y1 + t * (y2 - y1)]];
}

/** Axes, contours, and a star at the bottom. */
export function map(): string {
  const star = Array.from({ length: 11 }, (_, k): Point => {
    const r = k % 2 ? 3 : 8,
      a = (k * Math.PI) / 5 - Math.PI / 2;
    return [w(bottom.w) + r * Math.cos(a), b(bottom.b) + r * Math.sin(a)];
  });
  return (
    [0.004, 0.02, 0.06, 0.14, 0.3, 0.6, 1.1, 1.8].map((height) => curve(contour(height), "stroke-rule")).join("") +
    xAxis(w, b, { ticks: [0, 0.5, 1, 1.5], label: "w" }) +
    yAxis(w, b, { ticks: [0, 0.5, 1, 1.5], label: "b" }) +
    curve(star, "fill-err stroke-err") +
    dot(place({ w: 0, b: 0 }), "fill-ink", 4) +
    text([w(0) - 8, b(0) + 16], "起点", { anchor: "end", className: "halo" })
  );
}
