import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "用整批梯度下降（这份数据的黑塞矩阵近似为单位阵），学习率超过多少就发散？",
  right: 2,
  tolerance: 0.05,
  misconceptions: [
    { name: "fastest", when: (got) => got === 1, says: "这是最快的那个：误差乘以 1 − 1 = 0，一步到底。再大一些，误差的绝对值什么时候才开始变大？" },
    { name: "minibatch", when: (got) => Math.abs(got - 1.43) < 0.05 || Math.abs(got - 0.71) < 0.05, says: "这是小批量（每批 10 个）的数。题目问的是整批。" },
    { name: "small", when: (got) => got > 0 && got < 1, says: "在这里误差乘以一个 0 与 1 之间的数，还在收敛。试试更大的值。" },
  ],
  passed: "小批量的界线更严：梯度里的噪声也被学习率放大。",
});
