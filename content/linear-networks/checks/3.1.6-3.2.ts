import { check, mean, sum } from "../../../components/exercise/check.ts";

const sorted = (y: number[]) => [...y].sort((a, b) => a - b);
const cost = (y: number[], b: number) => sum(y.map((value) => Math.abs(value - b)));

export default check({
  kind: "function",
  name: "bestConstant",
  inputs: (random): [y: number[]][] => [
    [[1, 2, 7]],
    [[7, 1, 2]],
    [[10, 9, 100, 1, 8]],
    [[4, 1, 9, 3]],
    [random.list(9, () => random.uniform(-9, 120))],
    [random.list(6, () => random.uniform(0, 30))],
  ],
  expected: (y) => sorted(y)[Math.floor(y.length / 2)]!,
  accepts: (got, expected, [y]) => cost(y, got) <= cost(y, expected) + 1e-6,
  misconceptions: [
    { name: "mean", instead: (y) => mean(y), says: "这是平均数，它让平方和最小。一个离群点就能把它拉走，绝对值之和不答应。" },
    { name: "unsorted", instead: (y) => y[Math.floor(y.length / 2)]!, says: "你取了排在中间的那个，却没有先按大小排好。" },
    {
      name: "as-text",
      instead: (y) => [...y].sort()[Math.floor(y.length / 2)]!,
      says: "sort() 不给比较函数时按文字排：100 排在 8 前面。写 sort((a, b) => a - b)，先想想要不要复制一份。",
    },
    { name: "midrange", instead: (y) => (Math.max(...y) + Math.min(...y)) / 2, says: "这是最大与最小的正中间。要平衡的是左右两边的个数，不是距离。" },
  ],
  passed: "左边和右边的点一样多时，往哪边挪都不划算。",
});
