/** The formulas of the answers of 3.1.6-2: least squares. */
import { allNear, dot, errors, matrixOf, near, normals, notAbove, outer, slopes, squares, sum, times, transposed, type Verified } from "./numeric.ts";

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
    [
      "\\mathbf R\\mathbf w=\\mathbf Q^\\top\\mathbf y",
      "\\mathbf w^*=(\\mathbf X^\\top\\mathbf X)^{-1}\\mathbf X^\\top\\mathbf y",
      "\\mathbf X=\\mathbf Q\\mathbf R",
      "\\mathbf Q^\\top\\mathbf Q=\\mathbf I",
    ],
    (random) => {
      const [X, y] = [matrixOf(random, 8, 3), normals(random, 8)];
      const { Q, R } = qr(X);
      const w = backwards(R, times(transposed(Q), y));
      X.forEach((row, i) => allNear(times(transposed(R), Q[i]!), row));
      transposed(Q).forEach((q, i) => allNear(times(transposed(Q), q), [0, 1, 2].map((j) => (i === j ? 1 : 0))));
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
    "3.1.6-2.2",
    [
      "\\frac12\\nabla(\\mathbf w^\\top\\mathbf X^\\top\\mathbf X\\mathbf w)=\\mathbf X^\\top\\mathbf X\\mathbf w",
      "-\\nabla(\\mathbf w^\\top\\mathbf X^\\top\\mathbf y)=-\\mathbf X^\\top\\mathbf y",
    ],
    (random) => {
      const [X, w, y] = [matrixOf(random, 6, 3), normals(random, 3), normals(random, 6)];
      const Xt = transposed(X);
      allNear(
        slopes((at) => dot(at, times(Xt, times(X, at))) / 2, w),
        times(Xt, times(X, w)),
      );
      allNear(
        slopes((at) => -dot(at, times(Xt, y)), w),
        times(Xt, y).map((value) => -value),
      );
    },
  ],
  [
    "3.1.6-2.3",
    ["\\lVert\\mathbf X\\mathbf v\\rVert^2=0", "\\mathbf X\\mathbf v=\\mathbf 0", "\\mathbf X^\\top\\mathbf X\\mathbf v=\\mathbf 0"],
    (random) => {
      const [X, v] = [matrixOf(random, 6, 3), normals(random, 3)];
      near(dot(v, times(transposed(X), times(X, v))), sum(times(X, v).map((value) => value ** 2))); // from the left with vᵀ
      const dependent = X.map(([a, b]) => [a!, b!, a! + 2 * b!]);
      allNear(times(dependent, [1, 2, -1]), [0, 0, 0, 0, 0, 0]); // not of full rank: v is not zero
    },
  ],
  [
    "3.1.6-2.3",
    ["b=\\frac23", "w=\\frac12"],
    () => {
      const [X, y] = [[[1, 1], [1, 2], [1, 3]], [1, 2, 2]]; // prettier-ignore
      allNear(times(transposed(X), errors(X, [2 / 3, 1 / 2], y)), [0, 0]);
    },
  ],
  [
    "3.1.6-2.4",
    ["d^3=10^{15}", "3-0.5\\times2010=-1002"],
    () => {
      near((1e5) ** 3, 1e15);
      near((1e5 ** 2 * 4) / 1e9, 40); // XᵀX in gigabytes
      near(3 - 0.5 * 2010, -1002);
    },
  ],
  [
    "3.1.6-2.4",
    "\\mathbf X^\\top\\mathbf X=\\sum_i\\mathbf x^{(i)}\\mathbf x^{(i)\\top}",
    (random) => {
      const X = matrixOf(random, 7, 3);
      const gram = transposed(X).map((a) => transposed(X).map((b) => dot(a, b)));
      const oneByOne = X.map((x) => outer(x, x)).reduce((A, B) => A.map((row, i) => row.map((value, j) => value + B[i]![j]!)));
      gram.forEach((row, i) => allNear(row, oneByOne[i]!));
    },
  ],
];
