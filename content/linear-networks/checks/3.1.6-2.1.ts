import { check, dot, matrix, rowsOf, sum, tensor, type Random, type TensorData } from "../../../components/exercise/check.ts";

type Inputs = [X: TensorData, w: TensorData, y: TensorData];

const residuals = ([X, w, y]: Inputs) => rowsOf(X).map((row, i) => y.values[i]! - dot(row, w.values));
const squares = (inputs: Inputs) => sum(residuals(inputs).map((r) => r * r));
const scalar = (value: number) => tensor([value], []);
const column = (random: Random, n: number) => matrix(random.list(n, () => [random.normal()]));
const some = (random: Random, n: number, d: number): Inputs => [matrix(random.list(n, () => random.list(d, () => random.normal()))), column(random, d), column(random, n)];

export default check({
  kind: "function",
  name: "objective",
  inputs: (random): Inputs[] => [[matrix([[1, 1], [1, 2], [1, 3]]), matrix([[0.5], [0.25]]), matrix([[1], [2], [2]])], some(random, 5, 2), some(random, 7, 4)],
  expected: (...inputs: Inputs): TensorData => scalar(squares(inputs) / 2),
  misconceptions: [
    { name: "norm", instead: (...inputs) => scalar(Math.sqrt(squares(inputs)) / 2), says: "范数忘了平方。" },
    { name: "no-half", instead: (...inputs) => scalar(squares(inputs)), says: "最优的 w 一样，但说好了前面有 ½。" },
    { name: "mean", instead: (...inputs) => scalar(squares(inputs) / 2 / inputs[2].values.length), says: "最优的 w 一样，但这里要的是平方和的一半，不是平均。" },
    { name: "vector", when: (got) => got.shape.length > 0 && got.values.length > 1, says: "目标必须是一个数：残差是向量，它的分量要平方，再怎样？" },
    { name: "shape", when: (got, expected) => got.values.length === 1 && Math.abs(got.values[0]! - expected.values[0]!) < 1e-3, says: "数值对，但形状是 [1, 1]：rᵀr 是一行一列的矩阵。用 asScalar() 或 sum() 变成标量。" },
  ],
});
