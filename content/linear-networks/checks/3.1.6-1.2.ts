import { check, sum } from "../../../components/exercise/check.ts";

const squares = (x: number[], b: number) => sum(x.map((xi) => (xi - b) ** 2));
const constant = (n: number, sigma: number) => (n / 2) * Math.log(2 * Math.PI * sigma ** 2);

export default check({
  kind: "function",
  name: "negativeLogLikelihood",
  inputs: (random): [x: number[], b: number, sigma: number][] => [
    [[1, 2, 4], 2, 1],
    [[1, 2, 4], 2, 2],
    [random.list(5, () => random.normal()), 0.5, 0.7],
    [random.list(6, () => random.uniform(-3, 3)), random.normal(), random.uniform(0.5, 3)],
  ],
  expected: (x, b, sigma) => constant(x.length, sigma) + squares(x, b) / (2 * sigma ** 2),
  misconceptions: [
    { name: "sign", instead: (x, b, sigma) => -constant(x.length, sigma) - squares(x, b) / (2 * sigma ** 2), says: "这是对数似然；题目要它的相反数。" },
    { name: "no-constant", instead: (x, b, sigma) => squares(x, b) / (2 * sigma ** 2), says: "归一化常数丢了。它不影响最好的 b，但没有它就不是似然。" },
    { name: "no-half", instead: (x, b, sigma) => constant(x.length, sigma) + squares(x, b) / sigma ** 2, says: "指数的分母差一个 2：再看一眼正态密度的公式。" },
    {
      name: "one-constant",
      instead: (x, b, sigma) => constant(1, sigma) + squares(x, b) / (2 * sigma ** 2),
      says: "归一化常数只算了一次：每个样本都有一个。",
    },
    { name: "whole-constant", instead: (x, b, sigma) => 2 * constant(x.length, sigma) + squares(x, b) / (2 * sigma ** 2), says: "常数大了一倍：密度的分母带着根号。" },
    { name: "minus-constant", instead: (x, b, sigma) => -constant(x.length, sigma) + squares(x, b) / (2 * sigma ** 2), says: "常数的符号反了：它来自密度的分母。" },
    { name: "root", instead: (x, b, sigma) => constant(x.length, Math.sqrt(sigma)) + squares(x, b) / (2 * sigma ** 2), says: "常数里的 σ 少了一次方：再看一眼密度的分母。" },
  ],
  passed: "第一项与 b 无关，第二项是上一问的代价乘一个正数：最低点相同。",
});
