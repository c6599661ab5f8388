/** The places in the course that teach what failed: paths below the chapter. */
export interface Link {
  href: string;
  text: string;
}

const link = (href: string, text: string): Link => ({ href, text });

export const links = {
  start: link("./", "开始之前：TypeScript 与 tfjs 十分钟"),
  code: link("./#reading-the-code", "开始之前：读代码"),
  operators: link("./#no-operators", "开始之前：没有运算符"),
  shapes: link("./#shapes", "开始之前：形状"),
  values: link("./#reading-values", "开始之前：取值"),
  gradients: link("./#differentiation", "开始之前：求导"),
  backends: link("linear-regression/#vectorization-for-speed", "3.1.2 矢量化加速"),
  data: link("linear-regression-scratch/#generate-data", "3.2.1 生成数据集"),
  model: link("linear-regression-scratch/#define-model", "3.2.4 定义模型"),
  loss: link("linear-regression-scratch/#define-loss", "3.2.5 定义损失函数"),
  optimizer: link("linear-regression-scratch/#define-optimizer", "3.2.6 定义优化算法"),
  params: link("linear-regression-scratch/#init-params", "3.2.3 初始化模型参数"),
  batches: link("linear-regression-scratch/#read-data", "3.2.2 读取数据集"),
  training: link("linear-regression-scratch/#training", "3.2.7 训练"),
  tidy: link("linear-regression-scratch/#tidy", "3.2.7 训练：为什么要 tidy"),
  pipeline: link("linear-regression-concise/#read-data", "3.3.2 读取数据集"),
  layers: link("linear-regression-concise/#define-model", "3.3.3 定义模型"),
  losses: link("linear-regression-concise/#define-loss", "3.3.5 定义损失函数"),
  fit: link("linear-regression-concise/#training", "3.3.7 训练"),
  descent: link("linear-regression/#stochastic-gradient-descent", "3.1.1 随机梯度下降"),
  oneHot: link("softmax-regression/#classification-problem", "3.4.1 分类问题"),
  crossEntropy: link("softmax-regression/#cross-entropy-loss", "3.4.6 交叉熵损失"),
} satisfies Record<string, Link>;
