/** y = (1, 2, 2) and its foot on the plane of the columns 1 and x: the normal equations as a right angle. */
import { area, arrow, curve, dot, figure, line, text, type Point } from "./kit.ts";
import { errors, fit, houses } from "./regression.ts";

type Vector = readonly [number, number, number];
const dotProduct = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const ones: Vector = [1, 1, 1];
export const column = houses.map(([x]) => x) as unknown as Vector;
export const target = houses.map(([, y]) => y) as unknown as Vector;
export const residual = errors(fit()).map((e) => -e) as unknown as Vector;
export const foot = target.map((y, i) => y - residual[i]!) as unknown as Vector;

// an orthonormal basis: along 1, across it within the plane, and up from the plane
const [s2, s3, s6] = [2, 3, 6].map(Math.sqrt) as unknown as Vector;
const along: Vector = [1 / s3, 1 / s3, 1 / s3],
  across: Vector = [-1 / s2, 0, 1 / s2],
  up: Vector = [-1 / s6, 2 / s6, -1 / s6];

/** Where a point of space is drawn: to the right along 1, towards us across it, upwards from the plane. */
function place(v: Vector): Point {
  const [a, c, u] = [dotProduct(v, along), dotProduct(v, across), dotProduct(v, up)];
  return [70 + 112 * a + 36 * c, 86 + 9 * a + 82 * c - 245 * u];
}
const inPlane = (a: number, c: number): Vector => [0, 1, 2].map((i) => a * along[i]! + c * across[i]!) as unknown as Vector;

/** The small square in the corner between two directions from a point. */
function rightAngle(at: Vector, one: Vector, two: Vector): string {
  const by = (v: Vector, w: Vector, t: number) => v.map((vi, i) => vi + t * w[i]!) as unknown as Vector;
  return curve([place(by(at, one, 0.16)), place(by(by(at, one, 0.16), two, 0.1)), place(by(at, two, 0.1))], "stroke-ink thin");
}

export default figure({
  width: 640,
  height: 310,
  parameters: {},
  label: () => "三维空间里，向量 y 从平面上方垂直落到由 1 与 x 张成的平面上，垂足是 ŷ，竖直的一段是残差。",
  draw: () => {
    const origin: Vector = [0, 0, 0];
    const [o, one, x, y, yHat] = [origin, ones, column, target, foot].map(place) as [Point, Point, Point, Point, Point];
    return (
      area([inPlane(-0.25, -0.35), inPlane(3.95, -0.35), inPlane(3.95, 2.05), inPlane(-0.25, 2.05)].map(place), "fill-param wash") +
      text(place(inPlane(0.1, 1.8)), "平面：所有的 Xw", { anchor: "start", className: "text-param" }) +
      arrow(o, one, "stroke-data thick") +
      text([one[0] + 8, one[1] + 8], "1 = (1, 1, 1)", { anchor: "start", className: "text-data" }) +
      arrow(o, x, "stroke-data thick") +
      text([x[0] - 60, x[1] + 22], "x = (1, 2, 3)", { anchor: "start", className: "text-data" }) +
      arrow(o, yHat, "stroke-param thick") +
      text([yHat[0] + 10, yHat[1] + 18], "ŷ = Xw*", { anchor: "start", className: "text-param" }) +
      line(yHat, y, "stroke-err thick") +
      text([yHat[0] + 12, (y[1] + yHat[1]) / 2 + 4], "残差 y − ŷ", { anchor: "start", className: "text-err" }) +
      line(o, y, "stroke-ink dashed") +
      dot(y, "fill-ink", 4.5) +
      text([y[0], y[1] - 12], "y = (1, 2, 2)", {}) +
      rightAngle(foot, up, along.map((v) => -v) as unknown as Vector)
    );
  },
});
