/** Operands whose shapes do not fit each other. */
import { links } from "../links.ts";
import { shape, type Rule } from "../rule.ts";

const numbers = (text: string) => text.split(",").filter(Boolean).map(Number);

export const operands: Rule[] = [
  {
    kind: "matmul-rank",
    when: /Error in matMul: inner shapes \((\w+)\) and \((\w+)\) of Tensors with shapes ([\d,]*) and ([\d,]*)/,
    say([, left, right, a, b]) {
      if (left !== "undefined" && right !== "undefined" && numbers(a).length > 1 && numbers(b).length > 1) return undefined;
      const vector = numbers(b).length < 2 ? numbers(b) : numbers(a);
      const column = vector.length === 1 ? `形状 [${vector[0]}] 的向量先变成一列：\`.reshape([-1, 1])\` 得到 [${vector[0]}, 1]；` : "";
      return {
        title: `\`matMul\` 的两边都要是矩阵，这里是 ${shape(a)} 乘 ${shape(b)}`,
        hint: `${column}两个向量的内积用 \`tf.dot\`。`,
        link: links.model,
      };
    },
  },
  {
    kind: "matmul-rank",
    when: /[Nn]ew shape:? \(?[\d,]*,,[\d,]*.*old shape:? \(?(\d+)\b/,
    say: ([, length]) => ({
      title: `\`matMul\` 的两边都要是矩阵，这里有一边是向量 [${length}]`,
      hint: `向量先变成一行（\`.reshape([1, ${length}])\`）或一列（\`.reshape([${length}, 1])\`）；两个向量的内积用 \`tf.dot\`。`,
      link: links.model,
    }),
  },
  {
    kind: "matmul-shapes",
    when: /Error in matMul: inner shapes \((\d+)\) and \((\d+)\) of Tensors with shapes ([\d,]*) and ([\d,]*) and transposeA=(\w+) and transposeB=(\w+)/,
    say([, left, right, a, b, transposeA, transposeB]) {
      return {
        title: `矩阵乘法的形状对不上：${shape(a)} 乘 ${shape(b)}，中间的 ${left} 和 ${right} 应当相等`,
        hint: `\`matMul\` 把 [n, d] 和 [d, q] 乘成 [n, q]。${transposeA === "true" || transposeB === "true" ? "" : matMulAdvice(numbers(a), numbers(b))}`,
        link: links.model,
      };
    },
  },
  {
    kind: "broadcast",
    when: /Operands could not be broadcast together with shapes ([\d,]*) and ([\d,]*)/,
    say([, a, b]) {
      return {
        title: `形状 ${shape(a)} 和 ${shape(b)} 不能逐元素运算`,
        hint: `广播从最后一个轴对起：每个轴要么长度相同，要么有一个是 1。${broadcastAdvice(numbers(a), numbers(b))}`,
        link: links.shapes,
      };
    },
  },
  {
    kind: "integer-labels",
    when: /Error in (softmaxCrossEntropy|sigmoidCrossEntropy):\s+Shapes (\d*) and (\d+),(\d+) must match/,
    say([, name, labels, n, classes]) {
      return {
        title: `\`${name}\` 要的是独热标签 [${n}, ${classes}]，这里是整数标签 [${labels}]`,
        hint: `先写 \`tf.oneHot(labels, ${classes})\`。次序也要注意：标签在前，logits 在后，而且是 logits，不是概率。`,
        link: links.crossEntropy,
      };
    },
  },
  {
    kind: "labels-order",
    when: /Error in (softmaxCrossEntropy|sigmoidCrossEntropy):\s+Shapes (\d+),(\d+) and (\d*) must match/,
    say([, name, n, classes, labels]) {
      return {
        title: `\`${name}\` 的两个参数形状不一致：[${n}, ${classes}] 和 [${labels}]，次序多半反了`,
        hint: `标签在前，logits 在后（PyTorch 正相反）；标签要独热：\`tf.oneHot(labels, ${classes})\`。`,
        link: links.crossEntropy,
      };
    },
  },
  {
    kind: "shapes-differ",
    when: /(?:Error in (\w+): ?)?.*Shapes ([\d,]*) and ([\d,]*) must match/,
    say([, name, a, b]) {
      const [left, right] = [numbers(a), numbers(b)];
      const same = product(left) === product(right);
      const [short, long] = left.length < right.length ? [left, right] : [right, left];
      return {
        title: `${name ? `\`${name}\` ` : ""}要求形状相同，这里一个是 ${shape(a)}，一个是 ${shape(b)}`,
        hint: same
          ? `元素个数相同，只是排法不同：把 ${shape(String(short))} 的那个 \`.reshape(${shape(String(long))})\`。`
          : "用 `console.log(t.shape)` 看看两边各是什么形状，再找它们在哪一步岔开。",
        link: name && /Error|Loss|Difference|Entropy|log/i.test(name) ? links.loss : links.shapes,
      };
    },
  },
  {
    kind: "concat",
    when: /Error in concat\w*: (?:Shape|rank) of tensors\[(\d+)\]/,
    say: ([, place]) => ({
      title: `\`concat\` 的第 ${Number(place) + 1} 个张量和前面的形状接不上`,
      hint: "除了拼接的那个轴，其余各轴的长度都要相同，轴数也要相同。要叠出一个新轴，用 `tf.stack`。",
      link: links.shapes,
    }),
  },
  {
    kind: "dot",
    when: /Error in dot: (?:inner dimensions of inputs must match, but got (\d+) and (\d+)|inputs must all be rank 1 or 2)/,
    say: ([, a, b]) => ({
      title: a === undefined ? "`tf.dot` 的两边只能是向量或矩阵" : `\`tf.dot\` 两边的长度要相等，这里是 ${a} 和 ${b}`,
      hint: "看看两边的 `shape`。",
      link: links.model,
    }),
  },
];

function product(lengths: number[]): number {
  return lengths.reduce((all, length) => all * length, 1);
}

/** Which single change would make the matrices fit. */
function matMulAdvice(a: number[], b: number[]): string {
  const [m, k] = a.slice(-2);
  const [p, q] = b.slice(-2);
  if (q === m && p !== k) return "两个操作数交换次序就对得上：`b.matMul(a)`。";
  if (k === q) return "把右边转置就对得上：`a.matMul(b.transpose())`。";
  if (m === p) return "把左边转置就对得上：`a.transpose().matMul(b)`。";
  return "用 `console.log(t.shape)` 看看哪一个的形状和你想的不一样。";
}

function broadcastAdvice(a: number[], b: number[]): string {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1 && long.length === 2 && short[0] === long[0]) {
    return `要让 [${short}] 的每个数对应一行，先写 \`.reshape([-1, 1])\`，变成 [${short}, 1]。`;
  }
  return "";
}
