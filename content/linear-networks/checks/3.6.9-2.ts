import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "choice",
  right: ["gradient"],
  says: {
    infinite: "e⁻¹⁰⁰ ≈ 3.7 × 10⁻⁴⁴，在 float32 里还没有变成 0（要到 −104 以下），它的对数是有限的。但对数的导数呢？",
    softmax: "求幂的最大的一项是 e⁰ = 1，没有溢出，概率算得没有错。坏在后面。",
    fine: "损失是没有坏。再看一步：−log ŷ 的导数是 −1/ŷ，它在 float32 里装得下吗？",
  },
  passed: "模型错得最离谱的时候，恰恰最需要这个梯度。",
});
