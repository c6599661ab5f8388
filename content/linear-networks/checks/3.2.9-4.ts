import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "d = 7850 个参数，黑塞矩阵用 float32 存满，要占多少内存？",
  unit: "MiB",
  right: 7850 ** 2 * 4 / 2 ** 20,
  tolerance: 1.5,
  misconceptions: [
    { name: "gradient", when: (got) => got < 1, says: "这是梯度的大小：每个参数一个数。二阶导数要对参数两两求。" },
    { name: "double", when: (got) => Math.abs(got - 470) < 5, says: "你按 8 个字节算了。float32 一个数占 4 个字节。" },
    { name: "half", when: (got) => Math.abs(got - 117.5) < 2, says: "对称，所以存一半也够；题目问的是存满。" },
    { name: "decimal", when: (got) => Math.abs(got - 246.5) < 2, says: "这是以 10⁶ 字节为一兆。1 MiB 是 2²⁰ 字节。" },
    { name: "bytes", when: (got) => got > 1e4, says: "单位是 MiB：字节数还要除以 2²⁰；元素个数先乘每个数的字节数。" },
    { name: "elements", when: (got) => Math.abs(got - 58.77) < 3.5, says: "这是元素个数（以百万计）。每个元素还要占几个字节。" },
  ],
  passed: "存都存不下，更别说求了。所以多数算法只用它乘一个向量。",
});
