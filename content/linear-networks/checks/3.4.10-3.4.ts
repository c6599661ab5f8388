import { check } from "../../../components/exercise/check.ts";

const soft = (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
const upper = (a: number, b: number, lambda: number) => soft(lambda * a, lambda * b) / lambda;
const lower = (a: number, b: number, lambda: number) => -upper(-a, -b, lambda);

export default check({
  kind: "function",
  name: "smoothMin",
  inputs: (random): [a: number, b: number, lambda: number][] => [
    [5, 5, 1],
    [1, 3, 2],
    [-2, 0.5, 4],
    [random.uniform(-3, 3), random.uniform(-3, 3), random.uniform(0.5, 5)],
    [random.uniform(-3, 3), random.uniform(-3, 3), random.uniform(0.5, 5)],
  ],
  expected: lower,
  misconceptions: [
    { name: "no-outer-minus", instead: (a, b, lambda) => -lower(a, b, lambda), says: "外面的负号丢了：a = b = 5 时，得到的应当离 5 不远。" },
    { name: "maximum", instead: upper, says: "这是软最大值。min 可以写成 max 的样子：两处都要变号。" },
    { name: "reciprocal", instead: (a, b, lambda) => 1 / upper(a, b, lambda), says: "最小值与倒数无关。min 能用 max 写出来：想一想哪里要变号。" },
    { name: "outer-only", instead: (a, b, lambda) => -upper(a, b, lambda), says: "只变了外面的号，里面的指数也要变号。" },
    { name: "hard", instead: (a, b) => Math.min(a, b), says: "这是极限。λ 有限时，软最小值总在最小值下方一点。" },
    { name: "no-divide", instead: (a, b, lambda) => lambda * lower(a, b, lambda), says: "忘了除以 λ。" },
  ],
  passed: "它总在最小值下方，至多低 ln 2 / λ。",
});
