import { check, dot, matrix, rowsOf, type Random, type TensorData } from "../../../components/exercise/check.ts";

type Inputs = [X: TensorData, y: TensorData];

const columns = (X: TensorData) => Array.from({ length: X.shape[1]! }, (_, j) => rowsOf(X).map((row) => row[j]!));

/** (XᵀX)⁻¹Xᵀy, by Gauss and Jordan with pivots. */
function solve([X, y]: Inputs): number[] {
  const cols = columns(X);
  const rows = cols.map((a) => [...cols.map((b) => dot(a, b)), dot(a, y.values)]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.slice(i).reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    rows[i] = rows[i]!.map((value) => value / rows[i]![i]!);
    for (let k = 0; k < rows.length; k++) if (k !== i) rows[k] = rows[k]!.map((value, j) => value - rows[k]![i]! * rows[i]![j]!);
  }
  return rows.map((row) => row.at(-1)!);
}
const some = (random: Random, n: number, d: number): Inputs => [
  matrix(random.list(n, () => random.list(d, (j) => (j === 0 ? 1 : random.normal())))),
  matrix(random.list(n, () => [random.normal()])),
];

export default check({
  kind: "function",
  name: "leastSquares",
  inputs: (random): Inputs[] => [[matrix([[1, 1], [1, 2], [1, 3]]), matrix([[1], [2], [2]])], some(random, 8, 2), some(random, 12, 3)],
  expected: (...inputs: Inputs): number[] => solve(inputs),
  tolerance: 1e-3,
  misconceptions: [
    { name: "no-inverse", instead: (X, y) => columns(X).map((a) => dot(a, y.values)), says: "这是 Xᵀy。正规方程的左边还有一个矩阵没有除掉（解掉）。" },
    { name: "one-by-one", instead: (X, y) => columns(X).map((a) => dot(a, y.values) / dot(a, a)), says: "你一列一列地分别解了。只有各列互相垂直时才能这样。" },
    {
      name: "predictions",
      instead: (...inputs) => rowsOf(inputs[0]).map((row) => dot(row, solve(inputs))),
      says: "你返回的是预测 Xw。题目要的是 w。",
    },
    { name: "wrong-side", when: (got, _expected, [X]) => got.length === X.shape[0], says: "你得到的数和样本一样多：矩阵乘反了。w 有 d 个分量，左边的矩阵应当是 d × d 的。" },
    { name: "scaled", instead: (...inputs) => solve(inputs).map((value) => value / inputs[1].values.length), says: "多除了一个 n：两边都有 1/n，约掉了。" },
    { name: "negative", instead: (...inputs) => solve(inputs).map((value) => -value), says: "符号反了：令梯度为零以后，移项要变号。" },
  ],
  passed: "它要 X 列满秩；那时二阶导 XᵀX 正定，这是唯一的最小点。",
});
