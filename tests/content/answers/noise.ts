/** The formulas of the answers of 3.1.6-1 and 3.1.6-3: which noise makes which constant, and which line, the best. */
import { allNear, errors, matrixOf, mean, near, normals, notAbove, slopes, sum, times, transposed, type Verified } from "./numeric.ts";

const absolute = (X: number[][], w: readonly number[], y: number[]) => sum(errors(X, w, y).map(Math.abs));

export const noise: Verified[] = [
  [
    "3.1.6-1.1",
    ["-2\\sum_i(x_i-b)", "b^*=\\frac1n\\sum_ix_i=\\bar x", "\\sum_i(x_i-\\bar x)=0", "2n>0"],
    (random) => {
      const x = normals(random, 6);
      const b = random.normal();
      near(slopes(([at]) => sum(x.map((xi) => (xi - at!) ** 2)), [b])[0]!, -2 * sum(x.map((xi) => xi - b)));
      near(sum(x.map((xi) => xi - mean(x))), 0);
      near(slopes(([at]) => -2 * sum(x.map((xi) => xi - at!)), [b])[0]!, 2 * x.length);
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
  [
    "3.1.6-1.2",
    ["\\mathbf X^\\top\\mathbf X\\,b=\\mathbf X^\\top\\mathbf x", "nb=\\sum_ix_i"],
    (random) => {
      const x = normals(random, 6);
      const X = x.map(() => [1]);
      const [[n]] = transposed(X).map((column) => times(transposed(X), column)) as [[number]];
      near(n, 6);
      near(times(transposed(X), x)[0]!, sum(x));
      near(sum(x) / n, mean(x));
    },
  ],
  [
    "3.1.6-1.2",
    ["\\psi(-r)=-\\psi(r)", "\\psi(r+s)=\\psi(r)+\\psi(s)", "\\psi(r)=-cr", "\\log p(r)=-\\frac c2r^2+\\text{常数}", "\\sum_i\\psi(r_i)=0"],
    (random) => {
      const [sigma, r, s] = [random.uniform(0.5, 2), random.normal(), random.normal()];
      const logDensity = (at: number) => -(at ** 2) / (2 * sigma ** 2) - Math.log(2 * Math.PI * sigma ** 2) / 2;
      const psi = (at: number) => slopes(([t]) => logDensity(t!), [at])[0]!;
      const c = 1 / sigma ** 2;
      near(psi(-r), -psi(r));
      near(psi(r + s), psi(r) + psi(s));
      near(psi(r), -c * r);
      near(logDensity(r) - logDensity(0), (-c / 2) * r ** 2);
      near(psi(r) + psi(s) + psi(-r - s), 0); // the residuals add up to zero
    },
  ],
  [
    "3.1.6-1.2",
    "n\\delta^2/(2\\sigma^2)=1000\\times0.01/8=1.25",
    (random) => {
      const x = normals(random, 1000);
      const cost = (b: number) => sum(x.map((xi) => (xi - b) ** 2)) / (2 * 2 ** 2);
      near(cost(mean(x) + 0.1) - cost(mean(x)), 1.25);
    },
  ],
  [
    "3.1.6-3.2",
    "\\#\\{y_i<b\\}-\\#\\{y_i>b\\}",
    (random) => {
      const y = normals(random, 9);
      for (const b of normals(random, 20))
        near(slopes(([at]) => sum(y.map((yi) => Math.abs(yi - at!))), [b], 1e-7)[0]!, y.filter((yi) => yi < b).length - y.filter((yi) => yi > b).length, 1e-5);
    },
  ],
  [
    "3.1.6-3.2",
    "\\hat y=\\frac12x+\\frac12",
    (random) => {
      const [X, y] = [[[1, 1], [2, 1], [3, 1]], [1, 2, 2]]; // prettier-ignore
      near(absolute(X, [1 / 2, 1 / 2], y), 0.5);
      near(absolute(X, [1 / 2, 2 / 3], y), 0.6667, 1e-4); // least squares
      for (let i = 0; i < 5000; i++) notAbove(0.5, absolute(X, [0.5 + random.normal(), 0.5 + random.normal()], y));
    },
  ],
  [
    "3.1.6-3.3",
    ["\\eta_t=\\eta_0/\\sqrt t", "\\eta_t=\\eta_0/t^2"],
    () => {
      const path = (steps: number, rate: (t: number) => number) => sum(Array.from({ length: steps }, (_, i) => rate(i + 1)));
      for (const steps of [100, 10_000]) notAbove(Math.sqrt(steps), path(steps, (t) => 1 / Math.sqrt(t))); // beyond every bound
      notAbove(path(100_000, (t) => 1 / t ** 2), Math.PI ** 2 / 6);
    },
  ],
];
