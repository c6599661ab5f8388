import { check, sum } from "../../../components/exercise/check.ts";

const gaps = (y: number[], yHat: number[]) => y.map((value, i) => value - yHat[i]!);
const absolute = (y: number[], yHat: number[]) => sum(gaps(y, yHat).map(Math.abs));

export default check({
  kind: "function",
  name: "negativeLogLikelihood",
  inputs: (random): [y: number[], yHat: number[]][] => [
    [[1, 2, 2], [1, 1.5, 2]],
    [[0, 0], [3, -1]],
    [random.list(5, () => random.normal()), random.list(5, () => random.normal())],
    [random.list(8, () => random.uniform(-4, 4)), random.list(8, () => random.normal())],
  ],
  expected: (y, yHat) => y.length * Math.LN2 + absolute(y, yHat),
  misconceptions: [
    { name: "no-constant", instead: (y, yHat) => absolute(y, yHat), says: "差一个与参数无关的常数：密度前面的 ½，取负对数后每个样本留下什么？" },
    { name: "one-constant", instead: (y, yHat) => Math.LN2 + absolute(y, yHat), says: "密度前面的 ½ 每个样本都有一个，你只算了一次。" },
    { name: "sign", instead: (y, yHat) => -y.length * Math.LN2 - absolute(y, yHat), says: "这是对数似然；题目要它的相反数。" },
    { name: "minus-constant", instead: (y, yHat) => -y.length * Math.LN2 + absolute(y, yHat), says: "常数的符号反了：−log ½ 是正的。" },
    { name: "no-abs", instead: (y, yHat) => y.length * Math.LN2 + sum(gaps(y, yHat)), says: "正负误差抵消了：密度里是误差的绝对值。" },
    { name: "squares", instead: (y, yHat) => y.length * Math.LN2 + sum(gaps(y, yHat).map((r) => r * r)), says: "这是正态噪声的平方。拉普拉斯密度的指数里是绝对值。" },
    { name: "mean", instead: (y, yHat) => (y.length * Math.LN2 + absolute(y, yHat)) / y.length, says: "这是平均。独立样本的负对数似然是相加。" },
  ],
  passed: "正态噪声推出平方，拉普拉斯噪声推出绝对值。",
});
