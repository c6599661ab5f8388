import { check, matrix, tensor, type TensorData } from "../../../components/exercise/check.ts";

const softmax = (o: number[]) => {
  const exps = o.map((value) => Math.exp(value - Math.max(...o)));
  return exps.map((value) => value / exps.reduce((a, b) => a + b));
};
const make = (o: TensorData, entry: (pi: number, pj: number, same: boolean) => number) => {
  const p = softmax(o.values);
  return matrix(p.map((pi, i) => p.map((pj, j) => entry(pi, pj, i === j))));
};

export default check({
  kind: "function",
  name: "hessian",
  inputs: (random): [o: TensorData][] => [[tensor([1, 2, 0.5])], [tensor([0, 0])], [tensor(random.list(4, () => random.normal()))], [tensor(random.list(5, () => random.uniform(-3, 3)))]],
  expected: (o) => make(o, (pi, pj, same) => (same ? pi : 0) - pi * pj),
  misconceptions: [
    {
      name: "nested",
      instead: (o) => make(o, (pi, pj) => -pi * pj),
      says: "少了对角线上的一项。如果是嵌套 tf.grad 得来的：exp 的导数用的是保存下来的输出，第二次求导时被当成了常数。",
    },
    { name: "diagonal", instead: (o) => make(o, (pi, pj, same) => (same ? pi - pi * pj : 0)), says: "只有对角线。一个分数变大，别的类的概率也跟着变。" },
    { name: "plus", instead: (o) => make(o, (pi, pj, same) => (same ? pi : 0) + pi * pj), says: "非对角的符号反了：一个分数变大，别的类的概率变大还是变小？检查每行之和。" },
    { name: "no-delta", instead: (o) => make(o, (pi, pj) => pi * (1 - pj)), says: "把 i = j 的式子用到了所有位置。矩阵应当对称，每行之和应当是零。" },
    { name: "gradient", when: (got) => got.shape.length === 1, says: "这是一个向量。分数有 q 个，二阶导数有 q × q 个。" },
  ],
  passed: "它与标签无关，对称，每行之和为零。",
});
