import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "function",
  name: "epochTime",
  inputs: (random): [n: number, m: number, a: number, c: number][] => [
    [60000, 256, 0.001, 0.00001],
    [60000, 1, 0.001, 0.00001],
    [10, 16, 2, 1],
    [random.integer(100, 900), random.integer(7, 60), random.uniform(0.1, 2), random.uniform(0.01, 0.5)],
    [random.integer(100, 900), random.integer(7, 60), random.uniform(0.1, 2), random.uniform(0.01, 0.5)],
  ],
  expected: (n, m, a, c) => Math.ceil(n / m) * a + n * c,
  tolerance: 1e-6,
  misconceptions: [
    { name: "no-rest", instead: (n, m, a, c) => Math.floor(n / m) * a + n * c, says: "末尾不满的一批也是一批，它的固定开销没有算进去。" },
    { name: "fraction", instead: (n, m, a, c) => (n / m) * a + n * c, says: "批数成了小数。不满的一批也要付一整份固定开销。" },
    { name: "no-overhead", instead: (n, _m, _a, c) => n * c, says: "只有搬图像的时间，它和批量无关。每一批还有固定的开销。" },
    { name: "one-batch", instead: (_n, m, a, c) => a + m * c, says: "这是一批的时间。要比的是读完一轮的。" },
    { name: "per-image", instead: (n, _m, a, c) => n * (a + c), says: "固定的开销是每批一份，不是每张图一份。" },
  ],
  passed: "搬的字节一样多，多出来的是每一批固定的开销。",
});
