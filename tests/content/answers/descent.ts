/** The formulas of the answers of 3.2 and 3.3. */
import { allNear, below, dot, errors, matrixOf, mean, near, normals, slopes, squares, sum, times, transposed, type Verified } from "./numeric.ts";

/** ½ Σ over all pairs */
const pairs = (a: number[], b: number[]) => mean(a.flatMap((p) => b.map((q) => (p - q) ** 2 / 2)));
const variance = (v: number[]) => mean(v.map((x) => (x - mean(v)) ** 2));
const planck = (lambda: number, T: number) => -5 * Math.log(lambda) - Math.log(Math.exp(14.388 / (lambda * T)) - 1);

export const descent: Verified[] = [
  [
    "3.2.9-1",
    "-\\frac1n\\mathbf X^\\top\\mathbf y,\\qquad \\partial_bL=-\\frac1n\\sum_iy^{(i)}",
    (random) => {
      const [X, y] = [matrixOf(random, 6, 2).map((row) => [...row, 1]), normals(random, 6)];
      const at = slopes((w) => squares(X, w, y) / 12, [0, 0, 0]);
      allNear(at, [...times(transposed(X), y).slice(0, 2), sum(y)].map((value) => -value / 6));
    },
  ],
  [
    "3.2.9-2",
    "\\hat R=\\sum(I_i-\\bar I)(U_i-\\bar U)\\big/\\sum(I_i-\\bar I)^2",
    (random) => {
      const [I, U] = [normals(random, 9), normals(random, 9)];
      const R = sum(I.map((i, k) => (i - mean(I)) * (U[k]! - mean(U)))) / sum(I.map((i) => (i - mean(I)) ** 2));
      const X = I.map((i) => [i, 1]);
      allNear(times(transposed(X), errors(X, [R, mean(U) - R * mean(I)], U)), [0, 0]);
    },
  ],
  [
    "3.2.9-3",
    "-5\\log\\lambda-\\log\\!\\big(e^{14.388/(\\lambda T)}-1\\big)",
    (random) => {
      const [h, c, k] = [6.62607015e-34, 299_792_458, 1.380649e-23];
      const u = (lambda: number, T: number) => (8 * Math.PI * h * c) / lambda ** 5 / (Math.exp((h * c) / (lambda * k * T)) - 1);
      const [lambda, T] = [random.uniform(0.3, 3), random.uniform(3, 9)];
      const constant = Math.log(u(1e-6, 1000)) - planck(1, 1);
      near(Math.log(u(lambda * 1e-6, T * 1000)), planck(lambda, T) + constant, 1e-4);
      below(planck(lambda, T), planck(lambda, T + 0.1)); // grows with T
    },
  ],
  [
    "3.2.9-3",
    "14.388/0.15\\approx96",
    () => {
      near(14.388 / (0.3 * 0.5), 96, 0.01);
      below(88.72, 14.388 / (0.3 * 0.5));
    },
  ],
  [
    "3.2.9-3",
    "\\partial\\log u/\\partial T",
    () => {
      // the mean gradient from 3000 K towards 5778 K, T in kelvin: one step of 0.3 moves hundredths of a kelvin
      const wavelengths = Array.from({ length: 60 }, (_, i) => 0.3 + (2.7 * i) / 59);
      const loss = (T: number) => mean(wavelengths.map((l) => (planck(l, T / 1000) - planck(l, 5.778)) ** 2 / 2));
      const step = Math.abs(0.3 * slopes(([T]) => loss(T!), [3000], 0.1)[0]!);
      below(step, 0.1);
      below(1e-4, step);
      below(0.5, Math.abs(0.3 * slopes(([T]) => loss(1000 * T!), [3])[0]!)); // in kilokelvin it moves
    },
  ],
  [
    "3.2.9-4",
    "\\mathbf H\\mathbf v=\\frac{\\mathrm d}{\\mathrm d t}\\nabla L(\\mathbf w+t\\mathbf v)\\big|_{t=0}",
    (random) => {
      const [X, w, v] = [matrixOf(random, 6, 3).map((row) => [...row]), normals(random, 3), normals(random, 3)];
      const gradient = (at: readonly number[]) => times(transposed(X), errors(X, at, [0, 0, 0, 0, 0, 0])).map((value) => value / 6);
      const H = transposed(X).map((a) => transposed(X).map((b) => dot(a, b) / 6)); // XᵀX/n
      const along = w.map((_, j) => slopes(([t]) => gradient(w.map((value, i) => value + t! * v[i]!))[j]!, [0])[0]!);
      allNear(along, times(H, v));
    },
  ],
  [
    "3.2.9-4",
    "(2+x)e^x",
    (random) => {
      const x = random.normal();
      const first = (at: number) => slopes(([t]) => t! * Math.exp(t!), [at])[0]!;
      near(slopes(([at]) => first(at!), [x], 1e-3)[0]!, (2 + x) * Math.exp(x), 1e-4);
    },
  ],
  [
    "3.2.9-5",
    "\\tfrac12\\operatorname{Var}(\\hat y)+\\tfrac12\\operatorname{Var}(y)+\\tfrac12(\\bar{\\hat y}-\\bar y)^2",
    (random) => {
      const [a, b] = [normals(random, 6), normals(random, 6)];
      near(pairs(a, b), (variance(a) + variance(b) + (mean(a) - mean(b)) ** 2) / 2);
    },
  ],
  [
    "3.2.9-6",
    "c=\\frac5{10}+\\frac9{10}=1.4",
    (random) => {
      // E‖(I − ηĤ)e‖² for e along a feature, and along the bias, from many batches of ten
      const factor = (e: number[], eta: number) =>
        mean(
          random.list(20_000, () => {
            const batch = random.list(10, () => [random.normal(), random.normal(), 1]);
            const He = e.map((_, j) => mean(batch.map((a) => a[j]! * dot(a, e))));
            return sum(e.map((value, j) => (value - eta * He[j]!) ** 2));
          }),
        );
      const eta = 0.5;
      near(factor([1, 0, 0], eta), 1 - 2 * eta + 1.4 * eta ** 2, 0.02);
      near(factor([0, 0, 1], eta), 1 - 2 * eta + 1.2 * eta ** 2, 0.02);
      near(1 / 1.4, 0.71, 0.01);
      near(2 / 1.4, 1.43, 0.01);
    },
  ],
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
];
