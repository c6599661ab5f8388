import { check } from "../../../components/exercise/check.ts";

const bits = (n: number) => {
  const N = 3 ** n;
  const k = Math.ceil(Math.log2(N));
  return k - (2 ** k - N) / N;
};

export default check({
  kind: "function",
  name: "bitsPerObservation",
  inputs: (random): [n: number][] => [[1], [2], [3], [4], [5], [random.integer(6, 7)]],
  expected: (n: number) => bits(n) / n,
  misconceptions: [
    { name: "per-group", instead: (n) => bits(n), says: "这是一组的位数。一组有 n 个观测，每个摊多少？" },
    { name: "fixed", instead: (n) => Math.ceil(n * Math.log2(3)) / n, says: "这是定长编码。2ᵏ 个码字没有用完，有一些结果可以短一位。" },
    { name: "entropy", instead: () => Math.log2(3), says: "这是极限。n 有限时还到不了。" },
    { name: "swapped", instead: (n) => (Math.floor(Math.log2(3 ** n)) + (2 ** Math.ceil(Math.log2(3 ** n)) - 3 ** n) / 3 ** n) / n, says: "短码与长码的个数弄反了：N 恰好是 2 的幂时，应当一个短的也没有。" },
  ],
  passed: "n 越大越接近熵，但不是一路下降：3ⁿ 离下一个 2 的幂有多远，也有关系。",
});
