/** The formulas of the answers of 3.5 to 3.7. */
import { expect } from "vitest";
import { logSumExp, near, normals, notAbove, softmax, sum, type Verified } from "./numeric.ts";

export const training: Verified[] = [
  [
    "3.5.5-1",
    "\\Big\\lceil\\frac{60000}{m}\\Big\\rceil a+60000\\,c",
    (random) => {
      const [a, c] = [random.uniform(1, 2), random.uniform(0.001, 0.01)];
      for (const m of [1, 7, 256, 1024]) {
        let time = 0;
        for (let i = 0; i < 60000; i += m) time += a + Math.min(m, 60000 - i) * c;
        near(time, Math.ceil(60000 / m) * a + 60000 * c);
      }
      expect(Math.ceil(60000 / 256)).toBe(235);
    },
  ],
  [
    "3.5.5-2",
    ["\\frac1{(1-p)+p/k}", "1/0.85\\approx1.18", "1/0.8=1.25"],
    (random) => {
      const [reading, training, k] = [random.uniform(1, 5), random.uniform(5, 20), random.uniform(2, 9)];
      const p = reading / (reading + training);
      near((reading + training) / (training + reading / k), 1 / (1 - p + p / k));
      near(0.8 + 0.2 / 4, 0.85);
      near(1 / 0.85, 1.18, 0.01);
      near(1 / 0.8, 1.25); // k → ∞
    },
  ],
  ["3.6.9-1", "\\ln(3.4028\\times10^{38})\\approx88.72", () => near(Math.log(2 ** 128 * (1 - 2 ** -24)), 88.72, 1e-4)],
  ["3.6.9-1", "5.18\\times10^{21}", () => near(Math.exp(50) / 1e21, 5.18, 1e-3)],
  [
    "3.6.9-3",
    ["\\Big(m+\\log\\sum_ke^{o_k-m}\\Big)-o_j", "e^0=1"],
    (random) => {
      const o = normals(random, 4).map((value) => 5 * value);
      const m = Math.max(...o);
      o.forEach((oj, j) => near(-Math.log(softmax(o)[j]!), m + logSumExp(o.map((ok) => ok - m)) - oj));
      const far = [1000, 0]; // where the plain formula is lost
      near(1000 + logSumExp(far.map((ok) => ok - 1000)) - far[1]!, 1000);
    },
  ],
  [
    "3.6.9-4",
    ["\\operatorname*{argmin}_k\\sum_j\\hat y_jC_{jk}", "0.1\\times100=10", "0.9\\times1=0.9", "100p>1-p", "p>1/101"],
    (random) => {
      // a thousand patients, drawn: no other decision costs less on average
      const p = softmax(normals(random, 3));
      const C = random.list(3, (j) => random.list(3, (k) => (j === k ? 0 : random.uniform(1, 20))));
      const cost = (k: number) => sum(p.map((pj, j) => pj * C[j]![k]!));
      const k = [0, 1, 2].reduce((best, one) => (cost(one) < cost(best) ? one : best));
      for (const other of [0, 1, 2]) notAbove(cost(k), cost(other));
      [0, 1, 2].forEach((one) => near(sum(p.map((pj, j) => (j === one ? 0 : pj))), 1 - p[one]!)); // all mistakes cost 1
      near(0.1 * 100, 10);
      near(0.9 * 1, 0.9);
      for (const sick of random.list(50, () => random.uniform(0, 0.03))) expect(100 * sick > 1 - sick).toBe(sick > 1 / 101);
    },
  ],
  [
    "3.6.9-5",
    ["512\\times50000+50000=25\\,650\\,000", "256\\times50000\\times4\\approx49"],
    () => {
      expect(512 * 50_000 + 50_000).toBe(25_650_000);
      near((25_650_000 * 4) / 2 ** 20, 98, 0.01);
      near((256 * 50_000 * 4) / 2 ** 20, 49, 0.01);
    },
  ],
  [
    "3.7.6-1",
    "10\\lceil60000/m\\rceil",
    () => {
      expect(10 * Math.ceil(60_000 / 16)).toBe(37_500);
      expect(10 * Math.ceil(60_000 / 1024)).toBe(590);
    },
  ],
  [
    "3.5.5-2",
    "\\mathbf X/255\\cdot\\mathbf W=\\mathbf X\\cdot\\mathbf W/255",
    (random) => {
      const [x, w] = [normals(random, 5).map((value) => 255 * value), normals(random, 5)];
      near(sum(x.map((value, i) => (value / 255) * w[i]!)), sum(x.map((value, i) => (value * w[i]!) / 255)));
    },
  ],
  [
    "3.6.9-2",
    ["-\\log0=\\infty", "\\hat{\\mathbf y}-\\mathbf y=[1,-1]", "\\hat y=e^{-100}\\approx3.7\\times10^{-44}"],
    () => {
      expect(-Math.log(Math.fround(Math.exp(-110)))).toBe(Infinity); // in float32 it is 0
      const p = softmax([0, -110]);
      near(p[0]! - 0, 1);
      near(p[1]! - 1, -1);
      near(Math.exp(-100) / 1e-44, 3.7, 0.01);
      expect(Math.fround(Math.exp(-100))).toBeGreaterThan(0);
      expect(Math.fround(1 / Math.fround(Math.exp(-100)))).toBe(Infinity); // 1/ŷ
      expect(Math.fround(1 / Math.exp(-88.7))).toBeLessThan(Infinity);
      expect(Math.fround(1 / Math.exp(-88.8))).toBe(Infinity);
    },
  ],
];
