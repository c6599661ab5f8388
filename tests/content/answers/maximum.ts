/** The formulas of the answers of 3.4.10-3: the real softmax. */
import { allNear, below, logSumExp, near, normals, notAbove, slopes, softmax, sum, type Random, type Verified } from "./numeric.ts";

const real = (a: number, b: number) => Math.log(Math.exp(a) + Math.exp(b));
const many = (o: number[], lambda: number) => Math.log(sum(o.map((ok) => Math.exp(lambda * ok)))) / lambda;
const three = (random: Random): [a: number, b: number, lambda: number] => [random.normal(), random.normal(), random.uniform(0.3, 5)];

export const maximum: Verified[] = [
  ["3.4.10-3.1", "\\log\\bigl(e^a(1+e^{b-a})\\bigr)", (random) => pair(random, (a, b) => near(real(a, b), Math.log(Math.exp(a) * (1 + Math.exp(b - a)))))],
  ["3.4.10-3.1", "=a+\\log(1+e^{b-a})", (random) => pair(random, (a, b) => near(real(a, b), a + Math.log(1 + Math.exp(b - a))))],
  ["3.4.10-3.1", ">a=\\max(a,b)", (random) => pair(random, (a, b) => below(Math.max(a, b), real(a, b)))],
  [
    "3.4.10-3.1",
    "\\le\\max(a,b)+\\log2",
    (random) => {
      pair(random, (a, b) => notAbove(real(a, b), Math.max(a, b) + Math.LN2));
      near(real(2, 2), 2 + Math.LN2);
    },
  ],
  ["3.4.10-3.2", ">\\max(\\lambda a,\\lambda b)", (random) => scaled(random, (a, b, l) => below(Math.max(l * a, l * b), real(l * a, l * b)))],
  [
    "3.4.10-3.2",
    "\\max(\\lambda a,\\lambda b)=\\lambda\\max(a,b)",
    (random) => scaled(random, (a, b, l) => near(Math.max(l * a, l * b), l * Math.max(a, b))),
  ],
  ["3.4.10-3.2", "\\lambda^{-1}\\,\\mathrm{RealSoftMax}(\\lambda a,\\lambda b)>\\max(a,b)", (random) => scaled(random, (a, b, l) => below(Math.max(a, b), real(l * a, l * b) / l))],
  [
    "3.4.10-3.2",
    ["\\lambda^{-1}\\,\\mathrm{RealSoftMax}(\\lambda a,\\lambda b)<\\min(a,b)", "\\max(\\lambda a,\\lambda b)=\\lambda\\min(a,b)"],
    (random) =>
      scaled(random, (a, b, l) => {
        near(Math.max(-l * a, -l * b), -l * Math.min(a, b)); // λ = −l
        below(real(-l * a, -l * b) / -l, Math.min(a, b));
      }),
  ],
  [
    "3.4.10-3.3",
    "e^{\\lambda a}+e^{\\lambda b}\\le2\\,e^{\\lambda\\max(a,b)}",
    (random) => scaled(random, (a, b, l) => notAbove(Math.exp(l * a) + Math.exp(l * b), 2 * Math.exp(l * Math.max(a, b)))),
  ],
  ["3.4.10-3.3", "\\le\\log2+\\lambda\\max(a,b)", (random) => scaled(random, (a, b, l) => notAbove(real(l * a, l * b), Math.LN2 + l * Math.max(a, b)))],
  [
    "3.4.10-3.3",
    "\\le\\max(a,b)+\\frac{\\log2}\\lambda",
    (random) => scaled(random, (a, b, l) => notAbove(real(l * a, l * b) / l, Math.max(a, b) + Math.LN2 / l)),
  ],
  [
    "3.4.10-3.3",
    "\\lambda^{-1}\\log(1+e^{-\\lambda|a-b|})",
    (random) => scaled(random, (a, b, l) => near(real(l * a, l * b) / l - Math.max(a, b), Math.log(1 + Math.exp(-l * Math.abs(a - b))) / l)),
  ],
  [
    "3.4.10-3.4",
    ["\\min(a,b)-\\frac{\\log2}\\lambda\\le", "\\min(a,b)=-\\max(-a,-b)", "\\dfrac{e^{-\\lambda a}}{e^{-\\lambda a}+e^{-\\lambda b}}"],
    (random) =>
      scaled(random, (a, b, l) => {
        near(Math.min(a, b), -Math.max(-a, -b));
        const soft = -real(-l * a, -l * b) / l;
        notAbove(Math.min(a, b) - Math.LN2 / l, soft);
        below(soft, Math.min(a, b));
        near(soft, real(-l * a, -l * b) / -l); // λ negative in the question before
        allNear(
          slopes(([x, y]) => -real(-l * x!, -l * y!) / l, [a, b]),
          softmax([-l * a, -l * b]),
        );
      }),
  ],
  [
    "3.4.10-3.5",
    "\\le\\max_ko_k+\\frac{\\log q}\\lambda",
    (random) => {
      const [o, lambda] = [normals(random, 5), random.uniform(0.3, 4)];
      below(Math.max(...o), many(o, lambda));
      notAbove(many(o, lambda), Math.max(...o) + Math.log(5) / lambda);
      near(many([2, 2, 2], lambda), 2 + Math.log(3) / lambda);
    },
  ],
  [
    "3.4.10-3.5",
    "=\\lambda M+\\log\\sum_ke^{\\lambda(o_k-M)}",
    (random) => {
      const [o, lambda] = [normals(random, 5), random.uniform(0.3, 4)];
      for (const M of [Math.max(...o), 0, 1]) near(lambda * many(o, lambda), lambda * M + logSumExp(o.map((ok) => lambda * (ok - M))));
    },
  ],
  ["3.4.10-3.5", "1<\\sum_ke^{\\lambda(o_k-M)}\\le q", (random) => between(random, (total, q) => (below(1, total), notAbove(total, q)))],
  ["3.4.10-3.5", "0<\\log\\sum_ke^{\\lambda(o_k-M)}\\le\\log q", (random) => between(random, (total, q) => (below(0, Math.log(total)), notAbove(Math.log(total), Math.log(q))))],
  ["3.4.10-3.5", "\\frac{\\partial}{\\partial o_j}\\log\\sum_ke^{o_k}", (random) => void ((o: number[]) => allNear(slopes(logSumExp, o), softmax(o)))(normals(random, 5))],
  [
    "3.4.10-3.5",
    "\\log\\bigl(e^{\\log(e^a+e^b)}+e^c\\bigr)=\\log(e^a+e^b+e^c)",
    (random) => pair(random, (a, b) => near(real(real(a, b), 0.5), logSumExp([a, b, 0.5]))),
  ],
  ["3.4.10-3.1", ["e^{b-a}>0", "e^{b-a}\\le1", "b-a\\le0"], (random) => pair(random, (a, b) => (below(0, Math.exp(b - a)), notAbove(Math.exp(b - a), 1)))],
  ["3.4.10-3.1", "\\log(1+e^{-40})\\approx4\\times10^{-18}", () => (near(Math.log1p(Math.exp(-40)) / 1e-18, 4, 0.1), near(40 + Math.log1p(Math.exp(-40)) - 40, 0, 1e-30))],
  ["3.4.10-3.4", "-4.3", () => near(Math.log(2 * Math.exp(-5)), -4.3, 0.01)],
  ["3.4.10-3.5", "1000+\\ln1000\\approx1006.9", () => near(1000 + Math.log(1000), 1006.9, 1e-4)],
];

function pair(random: Random, holds: (a: number, b: number) => void): void {
  for (let i = 0; i < 20; i++) {
    const [a, b] = three(random);
    holds(Math.max(a, b), Math.min(a, b));
  }
}

function scaled(random: Random, holds: (a: number, b: number, lambda: number) => void): void {
  for (let i = 0; i < 20; i++) holds(...three(random));
}

function between(random: Random, holds: (total: number, q: number) => unknown): void {
  for (let q = 2; q < 8; q++) {
    const [o, lambda] = [normals(random, q), random.uniform(0.5, 3)];
    holds(sum(o.map((ok) => Math.exp(lambda * (ok - Math.max(...o))))), q);
  }
}
