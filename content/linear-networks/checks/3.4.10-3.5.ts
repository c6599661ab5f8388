import { check, sum } from "../../../components/exercise/check.ts";

const soft = (o: number[], lambda: number, divisor = 1) => {
  const most = Math.max(...o);
  return most + Math.log(sum(o.map((ok) => Math.exp(lambda * (ok - most)))) / divisor) / lambda;
};

export default check({
  kind: "function",
  name: "realSoftMax",
  inputs: (random): [o: number[], lambda: number][] => [
    [[1, 2, 0.5], 1],
    [[3], 2],
    [[-4, -4, -4, -4], 5],
    [random.list(6, () => random.normal()), random.uniform(0.5, 4)],
    [[1000, 1000, 999], 1],
    [[-900, -901], 2],
  ],
  expected: (o, lambda) => soft(o, lambda),
  tolerance: 1e-5,
  misconceptions: [
    {
      name: "overflow",
      when: (got, _expected, [o]) => Math.abs(o[0]!) >= 900 && !Number.isFinite(got),
      says: "分数小时都对，大到一千就上溢（或下溢成 log 0）了：先减去最大值。",
    },
    {
      name: "not-added-back",
      instead: (o, lambda) => soft(o, lambda) - Math.max(...o),
      says: "减去的最大值忘了加回来。",
    },
    { name: "mean", instead: (o, lambda) => soft(o, lambda, o.length), says: "你取了平均：只有一个数时对，数多了就偏低。" },
    { name: "no-divide", when: (got, expected, [, lambda]) => Math.abs(got - lambda * expected) < 1e-4 * Math.max(1, Math.abs(got)), says: "忘了除以 λ。" },
    { name: "log-not-divided", instead: (o, lambda) => Math.max(...o) + lambda * (soft(o, lambda) - Math.max(...o)), says: "最大值提出来了，对数的那一项还没有除以 λ。" },
    { name: "hard", instead: (o) => Math.max(...o), says: "这是最大值本身。软的还要大一点：所有数相等时大得最多。" },
    { name: "unscaled-shift", instead: (o, lambda) => soft(o, lambda) + (1 / lambda - 1) * Math.max(...o), says: "最大值提出来以后，要不要再除以 λ？看它在括号里外各乘过什么。" },
  ],
  passed: "它对每个分数的导数，正是 softmax。",
});
