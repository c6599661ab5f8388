import { check, tensor, type TensorData } from "../../../components/exercise/check.ts";

const make = (r: TensorData, sigma: number, near: (a: number) => number, far: (a: number) => number) =>
  tensor(r.values.map((value) => (Math.abs(value) > sigma ? far : near)(Math.abs(value))));

export default check({
  kind: "function",
  name: "huber",
  inputs: (random): [r: TensorData, sigma: number][] => [
    [tensor([-3, -1, -0.5, 0, 0.5, 1, 3]), 1],
    [tensor([-3, -2, -0.5, 0, 0.5, 2, 3]), 0.5],
    [tensor([-9, -4, 1, 5]), 4],
    [tensor(random.list(8, () => 3 * random.normal())), random.uniform(0.3, 2.5)],
  ],
  expected: (r, sigma) => make(r, sigma, (a) => (a * a) / (2 * sigma), (a) => a - sigma / 2),
  misconceptions: [
    {
      name: "library",
      instead: (r, sigma) => make(r, sigma, (a) => (a * a) / 2, (a) => sigma * a - (sigma * sigma) / 2),
      says: "这是 tfjs 和 PyTorch 的 HuberLoss，与题目的公式差一个只含 σ 的因子（σ = 1 时看不出来）。",
    },
    {
      name: "jump",
      instead: (r, sigma) => make(r, sigma, (a) => (a * a) / (2 * sigma), (a) => a),
      says: "两段在阈值处接不上：直线的一段少减了一个常数。",
    },
    {
      name: "no-abs",
      when: (got, _expected, [r]) => got.values?.some((value, i) => value < 0 && r.values[i]! < 0),
      says: "残差为负时结果成了负数。损失看的是残差的大小，要先取绝对值。",
    },
    {
      name: "no-sigma",
      instead: (r, sigma) => make(r, sigma, (a) => (a * a) / 2, (a) => a - sigma / 2),
      says: "平方的一段忘了除以 σ；σ = 1 时看不出来。",
    },
    { name: "squared", instead: (r, sigma) => tensor(r.values.map((value) => (value * value) / (2 * sigma))), says: "大残差也还在平方：超过阈值的要换成直线。" },
    { name: "reduced", when: (got) => got.shape?.length === 0, says: "你返回了一个标量。这里要逐个残差的损失；huberLoss 默认取平均，想要每一项，传 tf.Reduction.NONE。" },
  ],
  passed: "小残差像平方，大残差像绝对值，导数在 σ 处连上。",
});
