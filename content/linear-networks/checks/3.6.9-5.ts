import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "词表有 50000 个词、特征 512 维，softmax 回归的参数用 float32 存，要多少内存？",
  unit: "MiB",
  right: ((512 * 50000 + 50000) * 4) / 2 ** 20,
  tolerance: 0.5,
  misconceptions: [
    { name: "count", when: (got) => Math.abs(got - 25.65) < 0.2 || Math.abs(got - 24.4) < 0.2, says: "这是参数的个数（以百万计）。每个 float32 还要占 4 个字节。" },
    { name: "decimal", when: (got) => Math.abs(got - 102.5) < 0.3, says: "这是以 10⁶ 字节为一兆。1 MiB 是 2²⁰ 字节。" },
    { name: "double", when: (got) => Math.abs(got - 195.5) < 1, says: "你按 8 个字节算了。float32 占 4 个。" },
    { name: "scores", when: (got) => Math.abs(got - 48.8) < 0.5, says: "这像是一批 256 个样本的分数，不是参数。" },
    { name: "bytes", when: (got) => got > 1e5, says: "单位是 MiB：字节数还要除以 2²⁰。" },
  ],
  passed: "只是最后一层；每个样本还要做两千五百多万次乘加。",
});
