import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "先估一估值不值：一轮里读数据占 20%，训练占 80%。把读数据变快 4 倍，一轮变快几倍？",
  unit: "倍",
  right: 1 / (0.8 + 0.2 / 4),
  tolerance: 0.01,
  misconceptions: [
    { name: "only-reading", when: (got) => got === 4, says: "训练的那 80% 一点也没有变快。" },
    { name: "all-gone", when: (got) => Math.abs(got - 1.25) < 0.01, says: "这是把读数据做到零的极限。变快 4 倍之后，它还剩一些。" },
    { name: "time", when: (got) => Math.abs(got - 0.85) < 0.01, says: "这是剩下的时间占原来的几成。变快几倍是它的倒数。" },
    { name: "added", when: (got) => Math.abs(got - 1.15) < 0.011, says: "省下了 15% 的时间，不等于快了 15%：同样的活，现在要用原来几成的时间？" },
  ],
  passed: "先量出各占多少，再决定动哪一块：做到零也不过 1.25 倍。",
});
