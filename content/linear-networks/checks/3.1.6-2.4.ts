import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "choice",
  several: true,
  right: ["narrow", "stream"],
  says: {
    narrow: "选了的都对，还没有选全。看看剩下的各项里，特征有几个。",
    stream: "选了的都对，还没有选全。想一想：算 XᵀX，非得把 X 整个放进内存吗？",
    wide: "特征有十万个时，XᵀX 就有 10¹⁰ 个元素，求解要 10¹⁵ 次运算。",
    collinear: "两列成比例，X 就不是列满秩，XᵀX 不可逆，解不唯一。",
    absolute: "换成绝对值，梯度不再是 w 的线性函数，令它为零解不出公式来。",
  },
  passed: "要命的是 d，不是 n。",
});
