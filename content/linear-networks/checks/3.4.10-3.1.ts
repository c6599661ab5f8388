import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "order",
  right: [
    ["assume", "factor", "split", "positive", "conclude"],
    ["assume", "factor", "positive", "split", "conclude"],
    ["assume", "positive", "factor", "split", "conclude"],
    ["positive", "assume", "factor", "split", "conclude"],
  ],
  misconceptions: [
    { name: "conclusion-first", first: "positive", then: "conclude", says: "结论用到了“对数大于 0”，它要站在前面。" },
    { name: "split-first", first: "factor", then: "split", says: "要先有一个乘积，才能拆成两个对数之和。" },
    { name: "assume-first", first: "assume", then: "factor", says: "提出的是较大的那一项，得先说好谁较大。" },
  ],
  passed: "顺便得到：多出来的部分不超过 log 2。",
});
