import { check, tensor, type TensorData } from "../../../components/exercise/check.ts";

const exponents = (lambda: TensorData, T: TensorData) => lambda.values.map((l) => 14.388 / (l * T.values[0]!));
const make = (lambda: TensorData, f: (l: number, i: number) => number) => tensor(lambda.values.map(f));
const one = (lambda: number[], kilokelvin: number): [lambda: TensorData, T: TensorData] => [tensor(lambda), tensor([kilokelvin], [])];

export default check({
  kind: "function",
  name: "logPlanck",
  inputs: (random): [lambda: TensorData, T: TensorData][] => [
    one([0.3, 0.5, 1, 2, 3], 5.778),
    one([2, 5, 10], 1),
    one(random.list(8, () => random.uniform(0.4, 3)), random.uniform(3, 9)),
    one([1e7, 2e7], 10), // radio waves: the exponent is below float32's resolution at 1
  ],
  expected(lambda, T) {
    const x = exponents(lambda, T);
    return make(lambda, (l, i) => -5 * Math.log(l) - Math.log(Math.expm1(x[i]!)));
  },
  misconceptions: [
    {
      name: "cancellation",
      when: (_got, _expected, [lambda]) => lambda.values[0]! > 1e6,
      says: "通常的波长都对，波长很长（指数很小）时错了：e 的小数次方和 1 在 32 位里几乎一样，相减只剩噪声。tfjs 有一个一步算完的函数。",
    },
    { name: "no-log", instead: (lambda, T) => make(lambda, (l, i) => l ** -5 / Math.expm1(exponents(lambda, T)[i]!)), says: "这是 u 本身，要的是它的对数。" },
    {
      name: "wien",
      instead: (lambda, T) => make(lambda, (l, i) => -5 * Math.log(l) - exponents(lambda, T)[i]!),
      says: "分母里的“减 1”丢了：这是维恩的近似，只在波长短的一头成立。",
    },
    {
      name: "sign",
      when: (got, expected, [lambda, T]) => {
        const x = exponents(lambda, T);
        const wrongs = [
          (l: number, i: number) => 5 * Math.log(l) - Math.log(Math.expm1(x[i]!)),
          (l: number, i: number) => -5 * Math.log(l) + Math.log(Math.expm1(x[i]!)),
        ];
        return wrongs.some((f) => got.values.length === expected.values.length && got.values.every((v, i) => Math.abs(v - f(lambda.values[i]!, i)) < 1e-3 * Math.max(1, Math.abs(v))));
      },
      says: "有一项的符号反了。λ⁵ 和指数那一项都在分母上，取对数以后各是什么符号？",
    },
    {
      name: "units",
      when: (got, _expected, [lambda, T]) => {
        const x = exponents(lambda, T).map((one) => 1000 * one); // overflows at 88.7
        return got.values.length === x.length && x.every((one, i) => (one > 88 ? !Number.isFinite(got.values[i]!) : one < 1));
      },
      says: "结果里有 Infinity 或 NaN：指数太大，上溢了。波长以微米、温度以千开计时，指数是 14.388/(λT)。",
    },
  ],
  passed: "换一个前向计算，训练循环一个字都不用改。",
});
