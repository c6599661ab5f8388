/** The formulas of the answers of 3.3. */
import { allNear, errors, matrixOf, mean, near, normals, slopes, squares, times, transposed, type Verified } from "./numeric.ts";


export const losses: Verified[] = [
  [
    "3.3.9-1",
    "\\eta_{\\text{平均}}=|\\mathcal B|\\,\\eta_{\\text{总和}}",
    (random) => {
      const [X, w, y] = [matrixOf(random, 10, 2), normals(random, 2), normals(random, 10)];
      const bySum = slopes((at) => squares(X, at, y), w).map((g) => 0.003 * g);
      const byMean = slopes((at) => squares(X, at, y) / 10, w).map((g) => 10 * 0.003 * g);
      allNear(bySum, byMean);
    },
  ],
  [
    "3.3.9-2",
    "\\delta|r|-\\frac12\\delta^2",
    (random) => {
      const sigma = random.uniform(0.3, 2.5);
      const h = (r: number) => (Math.abs(r) <= sigma ? r ** 2 / 2 : sigma * Math.abs(r) - sigma ** 2 / 2);
      const asked = (r: number) => (Math.abs(r) > sigma ? Math.abs(r) - sigma / 2 : r ** 2 / (2 * sigma));
      for (const r of normals(random, 20).map((value) => 3 * value)) {
        near(h(r) / sigma, asked(r));
        near(slopes(([at]) => asked(at!), [r])[0]!, Math.max(-1, Math.min(1, r / sigma)), 1e-4);
      }
    },
  ],
  [
    "3.3.9-3",
    "\\frac2n\\mathbf X^\\top(\\hat{\\mathbf y}-\\mathbf y)",
    (random) => {
      const [X, w, y] = [matrixOf(random, 6, 2).map((row) => [...row, 1]), normals(random, 3), normals(random, 6)];
      allNear(
        slopes((at) => squares(X, at, y) / 6, w),
        times(transposed(X), errors(X, w, y)).map((value) => (2 / 6) * value), // the last component is the bias's
      );
    },
  ],
  [
    "3.3.9-2",
    "0.05\\times20=1",
    () => near(mean([...Array<number>(50).fill(20), ...Array<number>(950).fill(0)]), 1), // what the squares make of fifty labels in a thousand
  ],
];
