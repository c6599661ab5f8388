import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "批量 10，用 tf.train.sgd(0.003) 最小化小批量的总损失。换成平均值，要走同样的步子，学习率该是多少？",
  right: 0.03,
  tolerance: 1e-6,
  misconceptions: [
    { name: "inverted", when: (got) => Math.abs(got - 0.0003) < 1e-6, says: "倍数的方向反了。平均损失的梯度是变大了还是变小了？要补上的正是这个倍数。" },
    { name: "unchanged", when: (got) => Math.abs(got - 0.003) < 1e-6, says: "没有改。3.2 节的 sgd 自己除以批量大小，所以两种口径一样；tf.train.sgd 不除。" },
    { name: "root", when: (got) => Math.abs(got - 0.003 * Math.sqrt(10)) < 1e-4, says: "这里不涉及噪声，没有开方：梯度差几倍，学习率就差几倍。" },
  ],
  passed: "更新量是学习率乘梯度；梯度成了 1/10，学习率就要乘 10。",
});
