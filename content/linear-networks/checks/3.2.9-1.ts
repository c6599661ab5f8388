import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "choice",
  right: ["works"],
  says: {
    stuck: "把梯度写出来：在 w = 0 处，它还含不含 w？标签与特征有关时，它等于零吗？",
    "same-weights": "两个权重的梯度各乘自己的特征；特征不同，梯度就不同。要同步，得有两个一模一样的特征。",
    "bias-only": "偏置不是唯一会动的：写出损失对 w 的梯度，看它在零点是不是零。",
  },
  passed: "零点不是驻点，损失又是凸的。想一想：带隐藏层时，这两条理由哪一条先断？",
});
