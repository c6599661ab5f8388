import { check, dot, matrix, rowsOf, sum, type Random, type TensorData } from "../../../components/exercise/check.ts";

type Inputs = [w: TensorData, X: TensorData, y: TensorData, lr: number];

/** One step w + lr·k·Σ f(r)x, with k = 1/n if `mean`. */
function step([w, X, y, lr]: Inputs, f: (r: number) => number, factor = 1 / y.values.length): TensorData {
  const rows = rowsOf(X);
  const pulls = rows.map((row, i) => f(y.values[i]! - dot(row, w.values)));
  return matrix(w.values.map((value, j) => [value + lr * factor * sum(rows.map((row, i) => pulls[i]! * row[j]!))]));
}
const column = (random: Random, n: number) => matrix(random.list(n, () => [random.normal()]));
const some = (random: Random, n: number, d: number): Inputs => [column(random, d), matrix(random.list(n, () => random.list(d, () => random.normal()))), column(random, n), 0.5];

export default check({
  kind: "function",
  name: "step",
  inputs: (random): Inputs[] => [
    [matrix([[0], [0]]), matrix([[1, 1], [1, 2], [1, 3]]), matrix([[1], [2], [2]]), 0.1],
    some(random, 5, 2),
    some(random, 6, 3),
    [matrix([[0], [1]]), matrix([[1, 1], [1, 2], [1, 3]]), matrix([[1], [2], [2]]), 0.1], // two residuals are exactly zero
  ],
  expected: (...inputs: Inputs): TensorData => step(inputs, Math.sign),
  misconceptions: [
    { name: "squared", instead: (...inputs) => step(inputs, (r) => r), says: "步子随误差变小：这是平方损失的一步。绝对值的梯度只看误差的符号。" },
    { name: "uphill", instead: (...inputs) => step(inputs, (r) => -Math.sign(r)), says: "走反了，代价在变大。y 大于预测时，预测应当变大还是变小？" },
    { name: "sum", instead: (...inputs) => step(inputs, Math.sign, 1), says: "没有除以样本数：说好的是平均损失。" },
    {
      name: "at-zero",
      when: (_got, _expected, [w]) => w.values[0] === 0 && w.values[1] === 1,
      says: "平常都对，残差恰好为零时不对：已经猜中的样本不该出力，这里约定斜率取 0。（tfjs 的 abs 在 0 处的导数不是 0。）",
    },
    { name: "loss", instead: (...inputs) => step(inputs, Math.abs), says: "你乘的是误差的大小。要的是损失对预测的导数。" },
  ],
  passed: "步子的大小不随误差变小：学习率要自己变小，才停得下来。",
});
