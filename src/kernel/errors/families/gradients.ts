/** Gradients that cannot be computed. */
import { links } from "../links.ts";
import type { Rule } from "../rule.ts";

const COMPARISONS = new Set(["Greater", "GreaterEqual", "Less", "LessEqual", "Equal", "NotEqual", "LogicalAnd", "LogicalNot", "LogicalOr"]);

export const gradients: Rule[] = [
  {
    kind: "loss-not-scalar",
    when: /The f passed in variableGrads\(f\) must return a scalar, but it returned a rank-(\d+) tensor/,
    say: ([, rank]) => ({
      title: `损失必须是一个数，这里的函数返回了有 ${rank} 个轴的张量`,
      hint: "先把各个样本的损失合成一个数：`.mean()` 或 `.sum()`。用 `.sum()` 时，更新的步长要再除以批量大小。",
      link: links.training,
    }),
  },
  {
    kind: "no-connection",
    when: /Cannot find a connection between any variable and the result of the loss function/,
    say: () => ({
      title: "损失和参数之间没有联系，求不出梯度",
      hint: "预测和损失都要在传进去的函数里面算，例如 `tf.variableGrads(() => loss(net(X), y), [w, b])`；在外面算好的张量只是常数。参数要是 `tf.variable`，中间也不能用 `dataSync` 之类取出数字再算。",
      link: links.training,
    }),
  },
  {
    kind: "no-gradient",
    when: /gradient function not found for (\w+)/,
    say([, kernel]) {
      if (kernel === "GatherNd") {
        return {
          title: "`gatherND` 没有梯度，不能用在损失里",
          hint: "取真实类别的概率用独热掩码：`yHat.mul(tf.oneHot(y, q)).sum(1)`。",
          link: links.crossEntropy,
        };
      }
      if (kernel === "ArgMax") {
        return { title: "`argMax` 没有梯度，不能用在损失里", hint: "精度只用来统计，不能当损失；损失用交叉熵。", link: links.crossEntropy };
      }
      if (COMPARISONS.has(kernel)) {
        return {
          title: `比较运算（${kernel}）没有梯度，不能放在求导的路上`,
          hint: "`tf.where(x.greater(c), …)` 这类写法改用 `maximum`、`minimum`、`relu`、`clipByValue`，或乘上一个事先算好的掩码。若是在求二阶导：`max`、`logSumExp` 的梯度里藏着比较，tfjs 求不了。",
          link: links.loss,
        };
      }
      return { title: `运算 ${kernel} 没有梯度，不能放在求导的路上`, hint: "换一个有梯度的运算，或者把这一步放到求导的函数外面。" };
    },
  },
  {
    kind: "gradient-disconnected",
    when: /Cannot compute gradient of y=f\(x\) with respect to x/,
    say: () => ({
      title: "函数的结果和自变量之间没有联系，求不出梯度",
      hint: "从 x 到 y 的每一步都要用张量运算写在函数里。若是在求二阶导：tfjs 的 `exp`、`sigmoid`、`tanh`、`softmax` 等不支持对梯度再求导，改用解析式，或对梯度做差分。",
      link: links.gradients,
    }),
  },
  {
    kind: "loss-not-tensor",
    when: /The result y returned by f\(\) must be a tensor/,
    say: () => ({
      title: "求导的函数没有返回张量",
      hint: "三个常见原因：花括号里忘了写 `return`；返回的是数字（`dataSync` 取出来的数不能求导）；函数写成了 `async`，返回的是 Promise。",
      link: links.training,
    }),
  },
  {
    kind: "not-a-function",
    when: /The f passed in (\w+)\(f\w*\) must be a function/,
    say: ([, name]) => ({
      title: `\`tf.${name}\` 要的是函数，得到的是已经算好的值`,
      hint: `写成箭头函数，让它在求导时才计算：\`tf.${name}(() => …)\`，不是 \`tf.${name}(loss(net(X), y))\`。`,
      link: links.training,
    }),
  },
  {
    kind: "var-list",
    when: /The varList passed in variableGrads\(f, varList\) must be an array of variables/,
    say: () => ({
      title: "参数列表里有不是 `tf.variable` 的东西",
      hint: "只有 `tf.variable(…)` 造出来的才能被更新。注意 `w = w.sub(…)` 会得到普通张量：更新要写 `w.assign(…)`。",
      link: links.params,
    }),
  },
  {
    kind: "no-variables",
    when: /expects at least one of the input variables to be trainable, but none of the (\d+) variables? is trainable/,
    say: ([, count]) => ({
      title: count === "0" ? "没有可以训练的变量：参数列表是空的" : `${count} 个变量都设成了不可训练`,
      hint: "用 `tf.variable(初值)` 造出参数，再放进列表 `[w, b]`。",
      link: links.params,
    }),
  },
];
