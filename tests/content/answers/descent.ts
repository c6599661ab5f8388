/** The formulas of the answers of 3.2. */
import { allNear, below, dot, errors, matrixOf, mean, near, normals, notAbove, outer, slopes, squares, sum, times, transposed, type Verified } from "./numeric.ts";

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
    ["c=\\frac5{10}+\\frac9{10}=1.4", "c=1.2", "\\eta=1/1.4\\approx0.71", "2/1.4\\approx1.43"],
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
    "3.2.9-1",
    ["\\partial\\mathbf w_2=\\mathbf H^\\top\\mathbf r=\\mathbf 0", "\\partial\\mathbf W_1=\\mathbf X^\\top\\mathbf r\\,\\mathbf w_2^\\top=\\mathbf 0"],
    (random) => {
      const [X, y] = [matrixOf(random, 6, 2), normals(random, 6)];
      /** two features, two hidden units: W₁ row by row, then w₂ */
      const loss = ([a, b, c, d, p, q]: number[]) => sum(X.map(([x1, x2], i) => ((x1! * a! + x2! * c!) * p! + (x1! * b! + x2! * d!) * q! - y[i]!) ** 2 / 2));
      const formula = ([a, b, c, d, p, q]: number[]) => {
        const H = X.map(([x1, x2]) => [x1! * a! + x2! * c!, x1! * b! + x2! * d!]);
        const r = H.map((h, i) => dot(h, [p!, q!]) - y[i]!);
        return [...outer(times(transposed(X), r), [p!, q!]).flat(), ...times(transposed(H), r)];
      };
      const somewhere = normals(random, 6);
      allNear(slopes(loss, somewhere), formula(somewhere), 1e-5);
      allNear(formula([0, 0, 0, 0, 0, 0]), [0, 0, 0, 0, 0, 0]);
      const [ga, gb, gc, gd, gp, gq] = formula([0.3, 0.3, -0.2, -0.2, 0.7, 0.7]); // equal units stay equal
      allNear([ga!, gc!, gp!], [gb!, gd!, gq!]);
    },
  ],
  [
    "3.2.9-2",
    "b\\approx0",
    (random) => {
      // without an error at zero, the intercept is as far from zero as the noise lets it: about 0.05·2/√50
      const I = random.list(50, () => random.uniform(0, 2));
      const U = I.map((i) => 5 * i + 0.05 * random.normal());
      const R = sum(I.map((i, k) => (i - mean(I)) * U[k]!)) / sum(I.map((i) => (i - mean(I)) ** 2));
      below(Math.abs(mean(U) - R * mean(I)), 0.05);
    },
  ],
  [
    "3.2.9-3",
    "hc/k=14.388",
    () => near(((6.62607015e-34 * 299_792_458) / 1.380649e-23) * 1e6 * 1e-3, 14.388, 1e-4), // metre · kelvin → micrometre · kilokelvin
  ],
  [
    "3.2.9-3",
    "\\log u\\approx-14.388/(\\lambda T)+\\cdots",
    () => {
      const straight = (inverse: number) => -5 * Math.log(0.3) - (14.388 / 0.3) * inverse;
      for (const T of [1, 3, 5]) below(Math.abs(planck(0.3, T) - straight(1 / T)), 1e-3);
    },
  ],
  [
    "3.2.9-4",
    ["h\\approx10^{-2}", "h=10^{-5}"],
    () => {
      const gradient = (x: number) => Math.fround((1 + Math.fround(x)) * Math.exp(Math.fround(x))); // as float32 keeps it
      const points = [0.3, 0.7, 1, 1.3, 1.9];
      const error = (h: number) => mean(points.map((x) => Math.abs((gradient(x + h) - gradient(x - h)) / (2 * h) - (2 + x) * Math.exp(x))));
      below(error(1e-2), error(1e-1));
      below(error(1e-2), error(1e-4) / 2);
      below(100 * error(1e-2), error(1e-5)); // only noise is left
    },
  ],
  [
    "3.2.9-5",
    "\\hat y_i-y_j=(\\hat y_i-\\bar{\\hat y})+(\\bar{\\hat y}-\\bar y)-(y_j-\\bar y)",
    (random) => {
      const [a, b] = [normals(random, 4), normals(random, 4)];
      for (const p of a) for (const q of b) near(p - q, p - mean(a) + (mean(a) - mean(b)) - (q - mean(b)));
      const [first, second] = [a.map((p) => p - mean(a)), b.map((q) => q - mean(b))];
      near(sum(first.flatMap((p) => second.map((q) => p * q))), 0); // the products add up to zero
    },
  ],
  [
    "3.2.9-5",
    ["\\operatorname{Var}(\\hat y)=0", "\\bar{\\hat y}=\\bar y"],
    (random) => {
      const y = normals(random, 5);
      for (let i = 0; i < 100; i++) notAbove(pairs(y.map(() => mean(y)), y), pairs(normals(random, 5), y));
    },
  ],
  [
    "3.2.9-6",
    ["\\mathbf e'=(\\mathbf I-\\eta\\hat{\\mathbf H})\\mathbf e", "\\eta<2", "|1-\\eta|<1"],
    (random) => {
      const [A, best, theta, eta] = [matrixOf(random, 10, 2).map((row) => [...row, 1]), normals(random, 3), normals(random, 3), 0.3];
      const y = times(A, best); // no noise
      const step = slopes((at) => squares(A, at, y) / (2 * 10), theta).map((g, j) => theta[j]! - eta * g);
      const e = theta.map((value, j) => value - best[j]!);
      const He = transposed(A).map((column) => dot(column, times(A, e)) / 10);
      allNear(step.map((value, j) => value - best[j]!), e.map((value, j) => value - eta * He[j]!)); // prettier-ignore
      for (const rate of [0.1, 1, 1.9]) below(Math.abs(1 - rate), 1);
      for (const rate of [2, 2.1]) notAbove(1, Math.abs(1 - rate));
    },
  ],
  [
    "3.2.9-6",
    [
      "\\hat{\\mathbf H}\\approx\\mathbf I",
      "\\mathbb E[\\hat{\\mathbf H}^2]=\\frac1m\\mathbb E\\big[\\lVert\\mathbf a\\rVert^2\\mathbf a\\mathbf a^\\top\\big]+\\big(1-\\frac1m\\big)\\mathbf I",
      "\\mathbb E[(x_1^2+x_2^2+1)x_1^2]=3+1+1=5",
      "1+1+1=3",
    ],
    (random) => {
      const [m, draws] = [4, 40_000];
      const entry = (f: (a: number[][]) => number) => mean(random.list(draws, () => f(random.list(m, () => [random.normal(), random.normal(), 1]))));
      const H = (a: number[][], i: number, j: number) => mean(a.map((row) => row[i]! * row[j]!));
      const squared = (i: number) => entry((a) => sum([0, 1, 2].map((k) => H(a, i, k) * H(a, k, i))));
      near(entry((a) => H(a, 0, 0)), 1, 0.03);
      near(entry((a) => H(a, 0, 2)), 0, 0.03);
      near(entry(([a]) => dot(a!, a!) * a![0]! ** 2), 5, 0.05);
      near(entry(([a]) => dot(a!, a!)), 3, 0.03);
      near(squared(0), 5 / m + 1 - 1 / m, 0.03);
      near(squared(2), 3 / m + 1 - 1 / m, 0.03);
    },
  ],
];
