import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "无论怎样编，平均每个观测至少要用多少比特？",
  unit: "比特",
  right: Math.log2(3),
  tolerance: 0.006,
  misconceptions: [
    { name: "nat", when: (got) => Math.abs(got - Math.log(3)) < 0.01, says: "这是以 e 为底，单位是奈特。一个 0/1 是一比特，底数取几？" },
    { name: "fixed", when: (got) => got === 2, says: "这是定长编码用的。四个码字里有一个永远用不上，所以还能再省。" },
    { name: "huffman", when: (got) => Math.abs(got - 5 / 3) < 0.01, says: "这是一个一个编时最好的前缀码。几个合起来编还能再省，下界更低。" },
    { name: "third", when: (got) => Math.abs(got - 1 / 3) < 0.01 || Math.abs(got - Math.log2(3) / 3) < 0.01, says: "三类各出一份，要加起来。" },
  ],
  passed: "它不是整数，而每个码字的长度只能是整数：问题就出在这里。",
});
