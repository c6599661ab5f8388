/** The formulas of the answers of 3.1. */
import { allNear, dot, errors, matrixOf, mean, near, normals, notAbove, slopes, squares, sum, times, transposed, type Verified } from "./numeric.ts";

const absolute = (X: number[][], w: readonly number[], y: number[]) => sum(errors(X, w, y).map(Math.abs));

/** Gram and Schmidt: X = QR. */
function qr(X: number[][]): { Q: number[][]; R: number[][] } {
  const columns = transposed(X);
  const Q: number[][] = [];
  const R = columns.map(() => columns.map(() => 0));
  columns.forEach((column, j) => {
    let rest = [...column];
    Q.forEach((q, i) => {
      R[i]![j] = dot(q, column);
      rest = rest.map((value, k) => value - R[i]![j]! * q[k]!);
    });
    R[j]![j] = Math.hypot(...rest);
    Q.push(rest.map((value) => value / R[j]![j]!));
  });
  return { Q: transposed(Q), R };
}

function backwards(R: number[][], c: number[]): number[] {
  const w = c.map(() => 0);
  for (let i = c.length - 1; i >= 0; i--) w[i] = (c[i]! - sum(w.map((wj, j) => (j > i ? R[i]![j]! * wj : 0)))) / R[i]![i]!;
  return w;
}

export const regression: Verified[] = [
  [
    "3.1.6-1.1",
    "-2\\sum_i(x_i-b)",
    (random) => {
      const x = normals(random, 6);
      const b = random.normal();
      near(slopes(([at]) => sum(x.map((xi) => (xi - at!) ** 2)), [b])[0]!, -2 * sum(x.map((xi) => xi - b)));
      near(-2 * sum(x.map((xi) => xi - mean(x))), 0);
    },
  ],
  [
    "3.1.6-1.1",
    "\\sum_i(x_i-\\bar x)^2+n(\\bar x-b)^2",
    (random) => {
      const x = normals(random, 7);
      const b = random.normal();
      near(sum(x.map((xi) => (xi - b) ** 2)), sum(x.map((xi) => (xi - mean(x)) ** 2)) + 7 * (mean(x) - b) ** 2);
    },
  ],
  [
    "3.1.6-1.2",
    "\\frac n2\\log(2\\pi\\sigma^2)+\\frac1{2\\sigma^2}\\sum_i(x_i-b)^2",
    (random) => {
      const [x, b, sigma] = [normals(random, 5), random.normal(), random.uniform(0.5, 2)];
      const density = (xi: number) => Math.exp(-((xi - b) ** 2) / (2 * sigma ** 2)) / Math.sqrt(2 * Math.PI * sigma ** 2);
      const product = x.reduce((p, xi) => p * density(xi), 1);
      near(-Math.log(product), 2.5 * Math.log(2 * Math.PI * sigma ** 2) + sum(x.map((xi) => (xi - b) ** 2)) / (2 * sigma ** 2));
    },
  ],
  [
    "3.1.6-2.1",
    "(\\mathbf y-\\mathbf X\\mathbf w)^\\top(\\mathbf y-\\mathbf X\\mathbf w)",
    (random) => {
      const [X, w, y] = [matrixOf(random, 5, 2), normals(random, 2), normals(random, 5)];
      const r = errors(X, w, y).map((value) => -value);
      near(Math.hypot(...r) ** 2, dot(r, r));
      near(dot(r, r), sum(X.map((row, i) => (y[i]! - dot(w, row)) ** 2)));
    },
  ],
  [
    "3.1.6-2.2",
    "\\mathbf X^\\top\\mathbf X\\mathbf w-\\mathbf X^\\top\\mathbf y=\\mathbf X^\\top(\\mathbf X\\mathbf w-\\mathbf y)",
    (random) => {
      const [X, w, y] = [matrixOf(random, 6, 3), normals(random, 3), normals(random, 6)];
      const Xt = transposed(X);
      const formula = times(Xt, errors(X, w, y));
      allNear(
        times(Xt, times(X, w)).map((value, j) => value - times(Xt, y)[j]!),
        formula,
      );
      allNear(
        slopes((at) => squares(X, at, y) / 2, w),
        formula,
      );
    },
  ],
  [
    "3.1.6-2.2",
    "\\Big(\\sum_kX_{ik}w_k-y_i\\Big)X_{ij}",
    (random) => {
      const [X, w, y] = [matrixOf(random, 6, 3), normals(random, 3), normals(random, 6)];
      const byComponents = w.map((_, j) => sum(X.map((row, i) => (sum(row.map((x, k) => x * w[k]!)) - y[i]!) * row[j]!)));
      allNear(
        slopes((at) => squares(X, at, y) / 2, w),
        byComponents,
      );
    },
  ],
  [
    "3.1.6-2.3",
    "\\mathbf R\\mathbf w=\\mathbf Q^\\top\\mathbf y",
    (random) => {
      const [X, y] = [matrixOf(random, 8, 3), normals(random, 8)];
      const { Q, R } = qr(X);
      const w = backwards(R, times(transposed(Q), y));
      allNear(times(transposed(X), errors(X, w, y)), [0, 0, 0]); // the normal equations
      for (let i = 0; i < 20; i++)
        notAbove(
          squares(X, w, y),
          squares(
            X,
            w.map((value) => value + 0.1 * random.normal()),
            y,
          ),
        );
    },
  ],
  [
    "3.1.6-3.1",
    "n\\log2+\\sum_{i=1}^n\\big|y^{(i)}-\\mathbf w^\\top\\mathbf x^{(i)}-b\\big|",
    (random) => {
      const residuals = normals(random, 5);
      const product = residuals.reduce((p, r) => p * Math.exp(-Math.abs(r)) * 0.5, 1);
      near(-Math.log(product), 5 * Math.log(2) + sum(residuals.map(Math.abs)));
    },
  ],
  [
    "3.1.6-3.2",
    "-t_i\\le y^{(i)}-\\mathbf w^\\top\\mathbf x^{(i)}-b\\le t_i",
    (random) => {
      // for given w and b the smallest t is |residual|; the best line passes through two of the points
      const points = random.list(6, (): [number, number] => [random.normal(), random.normal()]);
      const [X, y] = [points.map(([x]) => [x, 1]), points.map(([, value]) => value)];
      const through = points.flatMap(([x1, y1], i) => points.slice(i + 1).map(([x2, y2]) => [(y2 - y1) / (x2 - x1), y1 - ((y2 - y1) / (x2 - x1)) * x1]));
      const best = Math.min(...through.map((line) => absolute(X, line, y)));
      for (let i = 0; i < 2000; i++) notAbove(best, absolute(X, [2 * random.normal(), 2 * random.normal()], y));
    },
  ],
  [
    "3.1.6-3.3",
    "\\sum_{i\\in\\mathcal B}\\operatorname{sign}(r^{(i)})\\,\\mathbf x^{(i)}",
    (random) => {
      const [X, w, y] = [matrixOf(random, 5, 2), normals(random, 2), normals(random, 5)];
      const r = errors(X, w, y).map((value) => -value);
      const uphill = slopes((at) => absolute(X, at, y) / 5, w);
      allNear(
        times(transposed(X), r.map(Math.sign)).map((value) => value / 5),
        uphill.map((value) => -value),
      );
    },
  ],
];
