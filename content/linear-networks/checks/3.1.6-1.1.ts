import { check, mean, sum } from "../../../components/exercise/check.ts";

/** Of an even number of numbers, everything between the two in the middle is a median. */
const isMedian = (b: number, x: number[]) => {
  const sorted = [...x].sort((a, b) => a - b);
  return sorted[Math.floor((x.length - 1) / 2)]! <= b && b <= sorted[Math.floor(x.length / 2)]!;
};

export default check({
  kind: "function",
  name: "bestConstant",
  inputs: (random): [x: number[]][] => [
    [[2, 3, 7]],
    [[5]],
    [[-1, 0, 0, 9]],
    [random.list(7, () => random.uniform(-5, 20))],
    [random.list(10, () => random.normal() ** 3)],
  ],
  expected: (x) => mean(x),
  misconceptions: [
    { name: "median", when: (got, _expected, [x]) => isMedian(got, x), says: "这是中位数，它让绝对值之和最小。把平方和对 b 求导，看看导数为零说的是什么。" },
    { name: "sum", instead: (x) => sum(x), says: "还差一步：导数为零的式子里，b 被加了几次？" },
    { name: "midrange", instead: (x) => (Math.max(...x) + Math.min(...x)) / 2, says: "这是最大与最小的正中间，它让最大的偏差最小。平方和里每个数都有份。" },
    { name: "minimum-cost", instead: (x) => sum(x.map((xi) => (xi - mean(x)) ** 2)), says: "你返回的是最小的代价，题目要的是取到它的那个 b。" },
  ],
  passed: "偏离它 δ，代价多出 nδ²。",
});
