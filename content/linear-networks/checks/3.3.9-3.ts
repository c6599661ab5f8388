import { check, dot, matrix, mean, rowsOf, sum, tensor, type Random, type TensorData } from "../../../components/exercise/check.ts";

type Inputs = [X: TensorData, y: TensorData, w: TensorData, b: TensorData];

function data(random: Random, n: number, d: number): Inputs {
  const column = (length: number) => matrix(random.list(length, () => [random.normal()]));
  return [matrix(random.list(n, () => random.list(d, () => random.normal()))), column(n), column(d), tensor([random.normal()])];
}

/** Σᵢ rᵢ xᵢ and Σᵢ rᵢ, each times a factor; r = ŷ − y. */
function gradients([X, y, w, b]: Inputs, factor: (n: number) => number): [dw: TensorData, db: TensorData] {
  const rows = rowsOf(X);
  const r = rows.map((row, i) => dot(row, w.values) + b.values[0]! - y.values[i]!);
  const k = factor(rows.length);
  return [matrix(w.values.map((_, j) => [k * sum(rows.map((row, i) => r[i]! * row[j]!))])), tensor([k * r.length * mean(r)])];
}

export default check({
  kind: "function",
  name: "gradients",
  inputs: (random) => [
    [matrix([[1, 2], [3, 4], [5, 6]]), matrix([[1], [2], [3]]), matrix([[0], [0]]), tensor([0])] satisfies Inputs,
    data(random, 6, 2),
    data(random, 8, 3),
  ],
  expected: (...inputs: Inputs): TensorData[] => gradients(inputs, (n) => 2 / n),
  tolerance: 1e-3,
  misconceptions: [
    { name: "half", instead: (...inputs) => gradients(inputs, (n) => 1 / n), says: "恰好小一半：这是带 ½ 的损失的梯度。均方误差没有 ½。" },
    { name: "sum", instead: (...inputs) => gradients(inputs, () => 2), says: "没有除以样本数：这是总和的梯度，不是平均值的。" },
    { name: "sign", instead: (...inputs) => gradients(inputs, (n) => -2 / n), says: "符号反了：这是下降的方向。梯度里的残差是预测减标签。" },
    { name: "order", instead: (...inputs) => gradients(inputs, (n) => 2 / n).reverse(), says: "顺序反了：先返回对 w 的，再返回对 b 的。" },
    {
      name: "bias-shape",
      when: (got, expected) => Array.isArray(got) && got.length === 2 && `${got[0]?.shape}` === `${expected[0]!.shape}` && got[1]?.shape?.length !== 1,
      says: "对 b 的梯度形状不对。梯度总与参数同形：b 是 [1]。",
    },
  ],
  passed: "梯度是函数的返回值，不在变量身上。",
});
