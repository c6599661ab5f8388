import { check } from "../../../components/exercise/check.ts";

const soft = (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

export default check({
  kind: "function",
  name: "smoothMax",
  inputs: (random): [a: number, b: number, lambda: number][] => [
    [1, 2, 1],
    [2, 2, 10],
    [-3, 0.5, 4],
    [random.normal(), random.normal(), random.uniform(0.5, 5)],
    [2, 1.9, 1000],
    [-1, -1.5, 2000],
  ],
  expected: (a, b, lambda) => soft(lambda * a, lambda * b) / lambda,
  tolerance: 1e-5,
  misconceptions: [
    {
      name: "overflow",
      when: (got, _expected, [, , lambda]) => lambda >= 1000 && !Number.isFinite(got),
      says: "λ 不大时都对，λ = 1000 时溢出了：e²⁰⁰⁰ 谁也装不下。先把较大的一项提出来。",
    },
    { name: "no-divide", instead: (a, b, lambda) => soft(lambda * a, lambda * b), says: "忘了除以 λ。λ = 1 时看不出来。" },
    { name: "no-scale", instead: (a, b, lambda) => soft(a, b) / lambda, says: "λ 没有乘进去：求幂之前 a、b 都要乘 λ。" },
    { name: "hard", instead: (a, b) => Math.max(a, b), says: "这是极限本身。λ 有限时它还要大一点点：a = b 时差得最多。" },
    { name: "mean", instead: (a, b, lambda) => (soft(lambda * a, lambda * b) - Math.LN2) / lambda, says: "你取了两个指数的平均，不是它们的和。" },
  ],
  passed: "误差至多 ln 2 / λ，与 a、b 无关。",
});
