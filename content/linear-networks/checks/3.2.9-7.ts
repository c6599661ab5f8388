import { check } from "../../../components/exercise/check.ts";

const full = (n: number, batchSize: number) => Array.from({ length: Math.floor(n / batchSize) }, () => batchSize);
const rest = (n: number, batchSize: number) => (n % batchSize > 0 ? [n % batchSize] : []);

export default check({
  kind: "function",
  name: "batchSizes",
  inputs: (random): [n: number, batchSize: number][] => [
    [1000, 10],
    [1000, 300],
    [7, 10],
    [20, 6],
    [random.integer(50, 99), random.integer(7, 13)],
    [random.integer(100, 200), random.integer(14, 40)],
  ],
  expected: (n, batchSize) => [...full(n, batchSize), ...rest(n, batchSize)],
  misconceptions: [
    { name: "dropped", instead: (n, batchSize) => full(n, batchSize), says: "剩下的样本不见了。dataIter 不丢样本（丢的是 PyTorch 的 drop_last=True）。" },
    {
      name: "padded",
      instead: (n, batchSize) => full(n + batchSize - 1, batchSize),
      says: "末批也是满的？样本不够了，slice 不会从头补，也不会越界报错。",
    },
    {
      name: "empty-batch",
      when: (got) => got.at(-1) === 0,
      says: "正好整除时，你多出了一个空批。",
    },
    {
      name: "merged",
      when: (got, expected) => got.length === expected.length - 1 && got.at(-1)! > expected[0]!,
      says: "剩下的样本被并进了前一批，它比 batchSize 还大。",
    },
  ],
  passed: "末批小了，梯度就要除以它实际的行数，否则这一步会走短。",
});
