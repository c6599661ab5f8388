import { check, dot, matrix, rowsOf, sum, tensor, type Random, type TensorData } from "../../../components/exercise/check.ts";

type Inputs = [X: TensorData, w: TensorData, y: TensorData];

/** Xᵀ(Xw − y) times a factor, as numbers. */
function gradient([X, w, y]: Inputs, factor = 1): number[] {
  const rows = rowsOf(X);
  const errors = rows.map((row, i) => dot(row, w.values) - y.values[i]!);
  return w.values.map((_, j) => factor * sum(rows.map((row, i) => errors[i]! * row[j]!)));
}
const column = (values: number[]) => matrix(values.map((value) => [value]));
const some = (random: Random, n: number, d: number): Inputs => [
  matrix(random.list(n, () => random.list(d, () => random.normal()))),
  column(random.list(d, () => random.normal())),
  column(random.list(n, () => random.normal())),
];

export default check({
  kind: "function",
  name: "gradient",
  inputs: (random): Inputs[] => [[matrix([[1, 1], [1, 2], [1, 3]]), matrix([[0.5], [0.25]]), matrix([[1], [2], [2]])], some(random, 5, 2), some(random, 8, 3)],
  expected: (...inputs: Inputs): TensorData => column(gradient(inputs)),
  tolerance: 1e-3,
  misconceptions: [
    { name: "sign", instead: (...inputs) => column(gradient(inputs, -1)), says: "符号反了：这是下降的方向。差要用预测减标签。" },
    { name: "double", instead: (...inputs) => column(gradient(inputs, 2)), says: "大了一倍：求导出来的 2 被 ½ 消掉了。" },
    { name: "mean", instead: (...inputs) => column(gradient(inputs, 1 / inputs[2].values.length)), says: "目标是平方和的一半，没有除以 n。" },
    { name: "row", instead: (...inputs) => tensor(gradient(inputs), [1, inputs[1].values.length]), says: "成了一行。梯度要与 w 同形；检查转置。" },
    {
      name: "linear-part",
      instead: (...inputs) => column(gradient([inputs[0], column(inputs[1].values.map(() => 0)), inputs[2]])),
      says: "只有一次项的导数。二次项 wᵀXᵀXw 的导数去哪里了？",
    },
  ],
  passed: "第 j 个分量是第 j 列特征与误差的内积。",
});
