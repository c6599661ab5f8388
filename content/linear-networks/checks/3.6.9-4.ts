import { check } from "../../../components/exercise/check.ts";

const argmin = (values: number[]) => values.indexOf(Math.min(...values));
const expectedCosts = (p: number[], cost: number[][]) => cost[0]!.map((_, k) => p.reduce((total, pj, j) => total + pj * cost[j]![k]!, 0));

export default check({
  kind: "function",
  name: "decide",
  inputs: (random): [p: number[], cost: number[][]][] => {
    const share = (q: number) => {
      const weights = random.list(q, () => random.uniform(0.1, 1));
      const total = weights.reduce((a, b) => a + b);
      return weights.map((weight) => weight / total);
    };
    const costs = (q: number, k: number) => random.list(q, (i) => random.list(k, (j) => (i === j ? 0 : random.uniform(1, 30))));
    return [
      [[0.9, 0.1], [[0, 1], [100, 0]]],
      [[0.999, 0.001], [[0, 1], [100, 0]]],
      [[0.2, 0.5, 0.3], [[0, 1, 1], [1, 0, 1], [1, 1, 0]]],
      [[0.45, 0.55], [[0, 10, 2], [10, 0, 2]]], // a third decision: leave it to the doctor
      ...random.list(8, (): [number[], number[][]] => [share(3), costs(3, 3)]),
    ];
  },
  expected: (p, cost) => argmin(expectedCosts(p, cost)),
  misconceptions: [
    { name: "most-likely", instead: (p) => p.indexOf(Math.max(...p)), says: "这是概率最大的类别：代价没有用上。有病的概率一成、漏诊的代价一百倍时，该怎么办？" },
    {
      name: "transposed",
      instead: (p, cost) => argmin(cost.map((row) => row.reduce((total, c, k) => total + (p[k] ?? Number.NaN) * c, 0))),
      says: "行与列弄反了：cost[真实][决定]。对真实的类别求期望，对决定取最小。",
    },
    { name: "worst-case", instead: (p, cost) => argmin(cost[0]!.map((_, k) => Math.max(...p.map((_pj, j) => cost[j]![k]!)))), says: "你比的是最坏情形的代价，概率没有用上。" },
    { name: "cost", instead: (p, cost) => Math.min(...expectedCosts(p, cost)), says: "这是最小的期望代价。题目要的是哪一个决定，也就是它的编号。" },
    { name: "maximum", instead: (p, cost) => expectedCosts(p, cost).indexOf(Math.max(...expectedCosts(p, cost))), says: "你选了期望代价最大的。" },
  ],
  passed: "代价全相同时，它就是取概率最大的类。",
});
