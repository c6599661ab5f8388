/** The formulas of the answers of 3.4.10-1 and 3.4.10-2: softmax as a distribution, and coding. */
import { allNear, below, dot, logSumExp, mean, near, normals, notAbove, outer, slopes, softmax, sum, times, type Verified } from "./numeric.ts";

const loss = (y: readonly number[]) => (o: readonly number[]) => -sum(softmax(o).map((p, j) => y[j]! * Math.log(p)));
const unit = (j: number, q: number) => Array.from({ length: q }, (_, k) => (k === j ? 1 : 0));
const covariance = (p: number[]) => outer(p, p).map((row, i) => row.map((value, j) => (i === j ? p[i]! : 0) - value));
/** Σ over the one-hot vectors, each with its probability */
const expectation = (o: number[], f: (y: number[]) => number[]) =>
  o.map((_, j) => f(unit(j, o.length)).map((value) => Math.exp(o[j]! - logSumExp(o)) * value)).reduce((a, b) => a.map((value, i) => value + b[i]!));
const hessianOf = (f: (o: number[]) => number, o: number[]) => o.map((_, j) => slopes((at) => slopes(f, at, 1e-4)[j]!, o, 1e-4));
const eachNear = (got: number[][], expected: number[][], tolerance = 1e-6) => got.forEach((row, i) => allNear(row, expected[i]!, tolerance));


export const distribution: Verified[] = [
  [
    "3.4.10-1.1",
    "\\frac{\\partial l}{\\partial o_i}=\\hat y_i-y_i",
    (random) => {
      const [o, y] = [normals(random, 4), softmax(normals(random, 4))];
      allNear(
        slopes(loss(y), o),
        softmax(o).map((p, i) => p - y[i]!),
      );
    },
  ],
  [
    "3.4.10-1.1",
    "=\\frac{\\partial\\hat y_i}{\\partial o_j}",
    (random) => {
      const [o, y] = [normals(random, 4), unit(1, 4)];
      eachNear(
        hessianOf(loss(y), o),
        o.map((_, i) => slopes((at) => softmax(at)[i]!, o)),
        1e-5,
      );
    },
  ],
  [
    "3.4.10-1.1",
    [
      "\\hat y_i(\\delta_{ij}-\\hat y_j)",
      "\\mathbf H=\\operatorname{diag}(\\hat{\\mathbf y})-\\hat{\\mathbf y}\\hat{\\mathbf y}^\\top",
      "\\hat y_i\\bigl(1-\\sum_j\\hat y_j\\bigr)=0",
    ],
    (random) => {
      const o = normals(random, 4);
      const H = covariance(softmax(o));
      for (const y of [unit(0, 4), unit(3, 4)]) eachNear(hessianOf(loss(y), o), H, 1e-5); // whatever the label
      allNear(H.map(sum), [0, 0, 0, 0]);
    },
  ],
  [
    "3.4.10-1.1",
    "\\operatorname{diag}(y_j/\\hat y_j^2)",
    (random) => {
      const [p, y] = [softmax(normals(random, 3)), unit(1, 3)];
      const inP = (at: number[]) => -sum(at.map((value, j) => y[j]! * Math.log(value)));
      eachNear(
        hessianOf(inP, p),
        p.map((pj, j) => unit(j, 3).map((e) => (e * y[j]!) / pj ** 2)),
        1e-3,
      );
    },
  ],
  ["3.4.10-1.2", "\\mathbb E[\\mathbf Y]=\\sum_j\\hat y_j\\,\\mathbf e_j=\\hat{\\mathbf y}", (random) => mass(normals(random, 4))],
  [
    "3.4.10-1.2",
    "=\\operatorname{diag}(\\hat{\\mathbf y})",
    (random) => {
      const o = normals(random, 3);
      const second = o.map((_, i) => expectation(o, (y) => y.map((value) => value * y[i]!)));
      eachNear(
        second,
        softmax(o).map((p, i) => unit(i, 3).map((e) => e * p)),
      );
    },
  ],
  [
    "3.4.10-1.2",
    "\\operatorname{diag}(\\hat{\\mathbf y})-\\hat{\\mathbf y}\\hat{\\mathbf y}^\\top",
    (random) => {
      const o = normals(random, 3);
      const centre = expectation(o, (y) => y);
      const Cov = o.map((_, i) => expectation(o, (y) => y.map((value, j) => (value - centre[j]!) * (y[i]! - centre[i]!))));
      eachNear(Cov, covariance(softmax(o)));
    },
  ],
  [
    "3.4.10-1.2",
    "A(\\mathbf o)=\\log\\sum_k e^{o_k}",
    (random) => {
      const o = normals(random, 4);
      o.forEach((_, j) => near(Math.exp(dot(o, unit(j, 4)) - logSumExp(o)), softmax(o)[j]!));
    },
  ],
  ["3.4.10-1.2", "e^{\\mathbf o^\\top\\mathbf y-A(\\mathbf o)}=1", (random) => near(expectation(normals(random, 4), () => [1])[0]!, 1)],
  [
    "3.4.10-1.2",
    ["\\bigl(\\mathbf y-\\nabla A\\bigr)", "\\nabla A=\\mathbb E[\\mathbf Y]"],
    (random) => {
      const o = normals(random, 4);
      const gradient = slopes(logSumExp, o);
      allNear(
        expectation(o, (y) => y.map((value, j) => value - gradient[j]!)),
        [0, 0, 0, 0],
      );
    },
  ],
  [
    "3.4.10-1.2",
    "-\\nabla^2A\\Bigr]",
    (random) => {
      const o = normals(random, 3);
      const [gradient, H] = [slopes(logSumExp, o), hessianOf(logSumExp, o)];
      o.forEach((_, i) =>
        allNear(
          expectation(o, (y) => y.map((value, j) => (value - gradient[j]!) * (y[i]! - gradient[i]!) - H[i]![j]!)),
          [0, 0, 0],
          1e-5,
        ),
      );
    },
  ],
  ["3.4.10-1.2", "\\nabla^2A=", (random) => void ((o: number[]) => eachNear(hessianOf(logSumExp, o), covariance(softmax(o)), 1e-5))(normals(random, 3))],
  [
    "3.4.10-1.2",
    "\\mathbf v^\\top\\mathbf H\\mathbf v=\\operatorname{Var}(\\mathbf v^\\top\\mathbf Y)",
    (random) => {
      const [o, v] = [normals(random, 4), normals(random, 4)];
      const p = softmax(o);
      const centre = dot(p, v);
      near(dot(v, times(covariance(p), v)), sum(p.map((pj, j) => pj * (v[j]! - centre) ** 2)));
      near(dot([2, 2, 2, 2], times(covariance(p), [2, 2, 2, 2])), 0);
    },
  ],
  [
    "3.4.10-2.1",
    "\\sum_j2^{-l_j}\\le1",
    () => {
      // all codes of three words of up to four bits: those without a prefix among them obey Kraft, and none is shorter than 5/3 on average
      const words = [1, 2, 3, 4].flatMap((l) => Array.from({ length: 2 ** l }, (_, i) => i.toString(2).padStart(l, "0")));
      let best = Infinity;
      for (const a of words)
        for (const b of words)
          for (const c of words) {
            const code = [a, b, c];
            if (code.some((x, i) => code.some((y, j) => i !== j && y.startsWith(x)))) continue;
            notAbove(sum(code.map((word) => 2 ** -word.length)), 1);
            best = Math.min(best, mean(code.map((word) => word.length)));
          }
      near(best, 5 / 3);
    },
  ],
  [
    "3.4.10-2.2",
    "\\log_23\\le\\frac{\\lceil n\\log_23\\rceil}n<\\log_23+\\frac1n",
    () => {
      for (let n = 1; n <= 40; n++) {
        const bits = Math.ceil(n * Math.log2(3)) / n;
        notAbove(Math.log2(3), bits);
        below(bits, Math.log2(3) + 1 / n);
      }
    },
  ],
  [
    "3.4.10-2.2",
    ["k-\\frac{2^k-N}N", "\\sum2^{-l}=1"],
    () => {
      for (const N of [3, 9, 27, 81, 243, 5, 100]) {
        const k = Math.ceil(Math.log2(N));
        const [short, long] = [2 ** k - N, N - (2 ** k - N)];
        near(short * 2 ** -(k - 1) + long * 2 ** -k, 1); // the code words are used up
        near((short * (k - 1) + long * k) / N, k - (2 ** k - N) / N);
      }
    },
  ],
  [
    "3.4.10-1.2",
    ["l=A(\\mathbf o)-\\mathbf o^\\top\\mathbf y", "\\nabla l=\\mathbb E[\\mathbf Y]-\\mathbf y=\\hat{\\mathbf y}-\\mathbf y", "\\nabla^2l=\\operatorname{Cov}[\\mathbf Y]"],
    (random) => {
      const [o, y] = [normals(random, 3), unit(2, 3)];
      near(loss(y)(o), logSumExp(o) - dot(o, y));
      const centre = expectation(o, (Y) => Y);
      allNear(slopes(loss(y), o), centre.map((value, j) => value - y[j]!)); // prettier-ignore
      eachNear(hessianOf(loss(y), o), covariance(softmax(o)), 1e-5);
    },
  ],
  [
    "3.4.10-2.1",
    ["\\log_23\\approx1.585", "\\frac53\\approx1.667", "\\frac{1+2+2}3=\\frac53"],
    () => {
      near(Math.log2(3), 1.585, 1e-4);
      near(5 / 3, 1.667, 1e-3);
      near(mean([1, 2, 2]), 5 / 3);
      near(2 / Math.log2(3), 1.26, 0.01); // 26 % more, 5 % more
      near(5 / 3 / Math.log2(3), 1.05, 0.01);
    },
  ],
  [
    "3.4.10-2.2",
    ["3^5=243", "2^8=256", "3^4=81", "2^7=128", "k=4", "\\frac{7\\times3+2\\times4}9=\\frac{29}9"],
    () => {
      allNear([3 ** 5, 2 ** 8, 3 ** 4, 2 ** 7], [243, 256, 81, 128]);
      near(Math.ceil(Math.log2(9)), 4);
      near((7 * 3 + 2 * 4) / 9, 29 / 9);
      near(2 ** 4 - 9, 7); // of three bits
    },
  ],
  [
    "3.4.10-2.2",
    ["\\frac{29}{18}", "\\frac{130}{81}", "\\frac85"],
    () => {
      const huffman = (n: number) => {
        const [N, k] = [3 ** n, Math.ceil(Math.log2(3 ** n))];
        return (k - (2 ** k - N) / N) / n;
      };
      allNear([1, 2, 3].map(huffman), [5 / 3, 29 / 18, 130 / 81]);
      near(Math.ceil(5 * Math.log2(3)) / 5, 8 / 5);
      // the columns in decimals, and in per cent above the entropy
      allNear([5 / 3, 29 / 18, 130 / 81], [1.6667, 1.6111, 1.6049], 1e-4);
      const above = [2, 5 / 3, 29 / 18, 130 / 81, 8 / 5].map((bits) => Number((100 * (bits / Math.log2(3) - 1)).toFixed(1)));
      allNear(above, [26.2, 5.2, 1.6, 1.3, 0.9]);
    },
  ],
];

/** Of a one-hot vector that is drawn, the expectation is the probabilities. */
function mass(o: number[]): void {
  allNear(
    expectation(o, (y) => y),
    softmax(o),
  );
}

