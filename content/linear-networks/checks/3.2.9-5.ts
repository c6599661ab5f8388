import { check, matrix, tensor, type Random, type TensorData } from "../../../components/exercise/check.ts";

const column = (values: number[]) => matrix(values.map((value) => [value]));
const pair = (random: Random, n: number) => [random.list(n, () => random.normal()), random.list(n, () => random.normal())] as const;
const half = (yHat: TensorData, y: TensorData, factor = 0.5) => tensor(yHat.values.map((value, i) => factor * (value - y.values[i]!) ** 2), yHat.shape);

export default check({
  kind: "function",
  name: "squaredLoss",
  inputs(random): [yHat: TensorData, y: TensorData][] {
    const [p, q] = [pair(random, 5), pair(random, 4)];
    return [
      [column([1, 2, 3]), column([1, 4, 2])],
      [column([1, 2, 3]), tensor([1, 4, 2])],
      [column(p[0]), column(p[1])],
      [column(q[0]), tensor(q[1])],
    ];
  },
  expected: (yHat, y) => half(yHat, y),
  misconceptions: [
    {
      name: "broadcast",
      when: (got, _expected, [yHat]) => got.shape?.length === 2 && got.shape[0] === got.shape[1] && got.shape[0] === yHat.shape[0],
      says: "y 是一维时，得到了一个方阵：广播让每个预测同每个标签都减了一遍。先让两者的形状相同。",
    },
    { name: "no-half", instead: (yHat, y) => half(yHat, y, 1), says: "大了一倍：少了 ½。" },
    { name: "reduced", when: (got) => got.shape?.length === 0, says: "你返回了一个标量。这里要逐样本的损失，求和还是求平均留给调用它的人。" },
    { name: "flat", when: (got, expected) => got.shape?.length === 1 && got.shape[0] === expected.shape[0], says: "数值也许对，但结果成了一维。返回的损失要和 yHat 同形：展平的应当是谁？" },
  ],
  passed: "两边同形时 reshape 什么也不做；不同形时，它拦住了广播。",
});
