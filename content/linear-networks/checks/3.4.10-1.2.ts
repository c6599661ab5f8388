import { check, mean, sum } from "../../../components/exercise/check.ts";

const softmax = (o: number[]) => {
  const exps = o.map((value) => Math.exp(value - Math.max(...o)));
  return exps.map((value) => value / sum(exps));
};
const moment = (p: number[], v: number[], power: number) => sum(p.map((pj, j) => pj * v[j]! ** power));
const variance = (o: number[], v: number[]) => moment(softmax(o), v, 2) - moment(softmax(o), v, 1) ** 2;

export default check({
  kind: "function",
  name: "variance",
  inputs: (random): [o: number[], v: number[]][] => [
    [[1, 2, 0.5], [1, 0, 0]],
    [[0, 0], [0, 1]],
    [[0, 1, 2], [5, 5, 5]],
    [random.list(4, () => random.normal()), random.list(4, () => random.uniform(-3, 3))],
    [random.list(5, () => random.uniform(-2, 2)), random.list(5, () => random.uniform(-3, 3))],
  ],
  expected: variance,
  misconceptions: [
    { name: "second-moment", instead: (o, v) => moment(softmax(o), v, 2), says: "这是平方的期望，还要减去期望的平方。" },
    { name: "uniform", instead: (_o, v) => mean(v.map((x) => x * x)) - mean(v) ** 2, says: "你把各类当成等可能的了。每个取值要乘它的概率。" },
    {
      name: "of-probabilities",
      instead(o) {
        const p = softmax(o);
        return mean(p.map((x) => x * x)) - mean(p) ** 2;
      },
      says: "这是几个概率之间的方差。随机的是类别，不是概率。",
    },
    { name: "deviation", instead: (o, v) => Math.sqrt(Math.max(0, variance(o, v))), says: "这是标准差，还没有平方。" },
  ],
  passed: "它就是 vᵀHv：方差不会是负的，所以损失是凸的。",
});
