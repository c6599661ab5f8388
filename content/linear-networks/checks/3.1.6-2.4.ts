import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "choice",
  several: true,
  right: ["narrow", "stream"],
  says: {
    narrow: "还有一项也合算：特征很少、又要精确解的时候，一次 nd² + d³ 的计算算得了什么？",
    stream: "还漏了一项：XᵀX = Σxxᵀ 可以一批批累加，要放进内存的只有 d×d 个数。",
    wide: "特征有十万个时，XᵀX 就有 10¹⁰ 个元素，求解要 10¹⁵ 次运算。",
    collinear: "两列成比例，X 就不是列满秩，XᵀX 不可逆，解不唯一。",
    absolute: "换成绝对值，梯度不再是 w 的线性函数，令它为零解不出公式来。",
  },
  passed: "要命的是 d，不是 n。",
});
