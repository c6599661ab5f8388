import { check, dot, matrix, mean, type Random, type TensorData } from "../../../components/exercise/check.ts";

/** A set of measurements: the meter reads `zero` volts too much. */
function measure(random: Random, n: number, ohms: number, zero: number): [I: TensorData, U: TensorData] {
  const I = random.list(n, () => random.uniform(0.1, 2));
  return [matrix(I.map((i) => [i])), matrix(I.map((i) => [ohms * i + zero + 0.02 * random.normal()]))];
}

/** Slope and intercept of the least-squares line. */
function line(x: number[], y: number[]): [slope: number, intercept: number] {
  const centred = x.map((value) => value - mean(x));
  const slope = dot(centred, y) / dot(centred, x);
  return [slope, mean(y) - slope * mean(x)];
}

export default check({
  kind: "function",
  name: "learnResistance",
  inputs: (random): [I: TensorData, U: TensorData][] => [
    measure(random, 50, 5, 0),
    measure(random, 30, 5, 1),
    measure(random, 40, random.uniform(1, 8), random.uniform(-1, -0.5)),
  ],
  expected: (I, U) => line(I.values, U.values)[0],
  tolerance: 0.005,
  misconceptions: [
    {
      name: "swapped",
      instead: (I, U) => line(U.values, I.values)[0],
      says: "这是电导 1/R：电压和电流的角色反了。U = RI 里，谁乘以谁？乘号右边的那个才是特征。",
    },
    {
      name: "intercept",
      instead: (I, U) => line(I.values, U.values)[1],
      says: "你返回的是偏置，也就是仪表的零点误差。电阻是直线的斜率。",
    },
    {
      name: "no-intercept",
      instead: (I, U) => dot(I.values, U.values) / dot(I.values, I.values),
      says: "直线被迫穿过了原点。有一只电压表的零点不准：模型里要有偏置。",
    },
    {
      name: "ratio",
      instead: (I, U) => mean(U.values) / mean(I.values),
      says: "平均电压除以平均电流，只在没有零点误差时才是电阻。",
    },
    { name: "diverged", when: (got) => !Number.isFinite(got), says: "训练发散了。梯度来自求和的损失时，更新要除以样本数；再看看有没有把电压当成特征。" },
    { name: "unfinished", when: (got, expected) => got > 0 && got < expected, says: "方向对，但还没有走到：步数太少，或学习率太小（梯度除多了也会这样）。" },
  ],
  passed: "训练循环没有变，变的只是谁是特征、谁是标签。",
});
