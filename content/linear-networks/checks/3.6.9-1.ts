import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "在 tfjs 的张量里，exp(x) 从多大的 x 起变成 Infinity？",
  right: Math.log(3.4028234663852886e38),
  tolerance: 0.3,
  misconceptions: [
    { name: "float64", when: (got) => Math.abs(got - 709.78) < 1, says: "这是 Math.exp 的，它用 64 位。张量里的数是 32 位的。" },
    { name: "hint", when: (got) => got === 50, says: "题目的提示容易误导：exp(50) ≈ 5 × 10²¹，离 32 位浮点数的上限还远。" },
    { name: "float16", when: (got) => Math.abs(got - 11.09) < 0.2, says: "这是 float16 的。tfjs 的张量是 float32。" },
    { name: "decimal", when: (got) => Math.abs(got - 38.5) < 0.6, says: "这是上限以 10 为底的对数；exp 的底是 e。" },
    { name: "integer", when: (got) => Math.abs(got - 43.67) < 0.5, says: "这是 64 位整数的上限。浮点数能大得多。" },
  ],
  passed: "求和还会更早：几个 88 就够了。",
});
