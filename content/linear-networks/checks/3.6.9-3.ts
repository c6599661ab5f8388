import { check, matrix, rowsOf, tensor, type Random, type TensorData } from "../../../components/exercise/check.ts";

type Inputs = [O: TensorData, y: TensorData];

const one = (rows: number[][], classes: number[]): Inputs => [matrix(rows), tensor(classes, [classes.length], "int32")];
const some = (random: Random, n: number, q: number) => one(random.list(n, () => random.list(q, () => 2 * random.normal())), random.list(n, () => random.integer(0, q - 1)));

function losses([O, y]: Inputs): number[] {
  return rowsOf(O).map((row, i) => {
    const most = Math.max(...row);
    return most + Math.log(row.reduce((total, o) => total + Math.exp(o - most), 0)) - row[y.values[i]!]!;
  });
}

/** Are exactly those rows spoilt that a mistake spoils? */
function spoils(got: TensorData, [O, y]: Inputs, isSpoilt: (row: number[], own: number, all: number) => boolean): boolean {
  const all = Math.max(...O.values);
  return got.values.length === y.values.length && rowsOf(O).every((row, i) => Number.isFinite(got.values[i]!) !== isSpoilt(row, row[y.values[i]!]!, all));
}
const isFar = (row: number[], own: number) => own < Math.max(...row) - 104;

export default check({
  kind: "function",
  name: "stableCrossEntropy",
  inputs: (random): Inputs[] => [
    one([[1, 2, 0.5], [0, 0, 0]], [1, 2]),
    some(random, 4, 3),
    one([[100, 100, 100], [1, 2, 3]], [0, 1]),
    one([[0, -200, 0], [3, 1, 2]], [1, 0]),
    one([[1000, 0, 0], [0, 1, 0.5]], [1, 1]),
    some(random, 5, 4),
  ],
  expected: (...inputs: Inputs): TensorData => tensor(losses(inputs)),
  misconceptions: [
    { name: "then-log", when: (got, _expected, inputs) => spoils(got, inputs, isFar), says: "不上溢了，可是分数差很大时，小的那个概率先变成了 0，再取对数就是无穷大。不要经过概率：把 log 和除法先展开。" },
    {
      name: "global-max",
      when: (got, _expected, inputs) => spoils(got, inputs, (row, _own, all) => Math.max(...row) < all - 104),
      says: "你减去的是整个矩阵的最大值。另一行的分数全都小得多时，那一行求幂全是 0。每一行要减自己的最大值。",
    },
    {
      name: "overflow",
      when: (got, _expected, inputs) => spoils(got, inputs, (row, own) => Math.max(...row) > 88 || isFar(row, own)),
      says: "分数一大就上溢。softmax 平移不变：求幂之前，先让每行最大的变成 0。",
    },
    {
      name: "epsilon",
      when: (got, expected) => got.values.every((value, i) => Number.isFinite(value) && value <= expected.values[i]! + 1e-3) && got.values.some((value) => value > 9 && value < 120),
      says: "平常都对，错得最离谱的样本损失却封了顶：概率加一个小数或者截断，只是把问题藏起来，那里的梯度几乎是 0。",
    },
    { name: "sign", instead: (...inputs) => tensor(losses(inputs).map((value) => -value)), says: "符号反了：损失不会是负的。" },
    { name: "reduced", when: (got) => got.shape.length === 0, says: "你返回了一个标量。要逐样本的损失；现成的损失要传 tf.Reduction.NONE。" },
    { name: "column", when: (got, expected) => got.shape.length === 2 && got.values.length === expected.values.length, says: "数值的个数对，形状不对：要 [n]，你多了一维（keepDims）。" },
  ],
  passed: "最后一步只有加减：真类的分数没有被求幂。",
});
