/** Methods called on what lacks them, and properties of nothing, in the words of V8, SpiderMonkey and JavaScriptCore. */
import * as tf from "../../tf.ts";
import { links } from "../links.ts";
import { nearest } from "../../../listing/nearest.ts";
import { ownerAt } from "../owner.ts";
import type { Rule, Said } from "../rule.ts";

/** What PyTorch's methods and fields are called here. */
const TORCH: Record<string, string> = {
  backward: "没有 `backward()`：用 `tf.variableGrads(() => 损失, [w, b])`，它返回 { value, grads }。",
  zero_grad: "梯度不会累加，所以没有 `zero_grad()`，这一行删去就好。",
  step: "用 `optimizer.minimize(() => 损失)`，或 `optimizer.applyGradients(grads)`。",
  item: "取出一个数：`t.dataSync()[0]`，或 `(await t.data())[0]`。",
  numpy: "取出数据：`t.arraySync()` 是嵌套数组，`t.dataSync()` 是平铺的。",
  tolist: "取出数据：`t.arraySync()`。",
  view: "改形状用 `t.reshape([…])`。",
  unsqueeze: "加一个轴用 `t.expandDims(轴)`。",
  permute: "换轴的次序用 `t.transpose([…])`。",
  t: "转置用 `t.transpose()`。",
  T: "转置用 `t.transpose()`。",
  mm: "矩阵乘法用 `a.matMul(b)`。",
  matmul: "大小写：`a.matMul(b)`。",
  bmm: "成批的矩阵乘法也用 `a.matMul(b)`。",
  numel: "元素个数是 `t.size`，不带括号。",
  size: "形状是 `t.shape`，元素个数是 `t.size`，都不带括号。",
  dim: "轴数是 `t.rank`，不带括号。",
  float: "用 `t.toFloat()`。",
  long: "用 `t.toInt()`。",
  int: "用 `t.toInt()`。",
  type: '用 `t.cast("float32")`。',
  detach: "不需要 `detach()`：只有放进求导函数里的运算才会被记录。",
  cpu: "不需要搬动数据：后端由页面上的开关决定。",
  cuda: "不需要搬动数据：后端由页面上的开关决定。",
  to: '不需要搬动数据；转换类型用 `t.cast("float32")`。',
  normal_: "没有改写自己的方法：`w.assign(tf.randomNormal(w.shape, 0, 0.01))`。",
  fill_: "没有改写自己的方法：`b.assign(tf.zeros(b.shape))`。",
  argmax: "大小写：`t.argMax(1)`。",
  eq: "用 `a.equal(b)`。",
  append: "数组用 `list.push(x)`。",
  parameters: "层的参数：`net.trainableWeights`，数值用 `net.getWeights()`。",
  inv: "`tf.linalg` 里没有求逆：解方程要自己写消元，见 3.1.1 的解析解。",
  solve: "`tf.linalg` 里没有 `solve`：解方程要自己写消元，见 3.1.1 的解析解。",
  lstsq: "`tf.linalg` 里没有 `lstsq`：用 `tf.linalg.qr` 分解再回代，见 3.1.1 的解析解。",
  cholesky: "`tf.linalg` 里没有 `cholesky`，只有 `bandPart`、`gramSchmidt`、`qr`：解方程要自己写消元，见 3.1.1 的解析解。",
};

/** What a tensor has without asking for it: no brackets behind it. */
const FIELDS = new Set(["shape", "dtype", "rank"]);

/** Methods of numbers and of lists, which readers expect of tensors as well. */
const OF_NUMBERS = new Set(["toFixed", "toPrecision", "toExponential"]);
const OF_LISTS = new Set("map forEach filter reduce push pop join indexOf includes every some flat flatMap keys entries sort".split(" "));

/** Methods of tensors: called on something that lacks them, that something is probably no tensor yet. */
const TENSOR = new Set(
  `add sub mul div matMul dot sum mean max min exp log square sqrt abs neg pow reshape transpose toFloat toInt cast argMax
  equal gather slice oneHot softmax sigmoid relu clipByValue expandDims squeeze flatten print dispose data dataSync array
  arraySync assign logSumExp greater less maximum minimum tanh norm concat tile`.split(/\s+/),
);

const names = (text: string) => text.replace(/^.*\.(?=[\w$]+$)/, "");

/** The part of tfjs that `tf.layers.dens` looks into. */
function tfAt(path: string): object | undefined {
  const parents = path.split(".").slice(1, -1);
  return parents.reduce<object | undefined>((at, name) => (at as Record<string, object | undefined> | undefined)?.[name], tf);
}

/** Where tfjs has a name: `tf.train.sgd` for `sgd`. */
function homeOf(name: string): string | undefined {
  if (Object.hasOwn(tf, name)) return `tf.${name}`;
  const part = Object.entries(tf).find(([key, one]) => /^[a-z]/.test(key) && Object.hasOwn(Object(one), name));
  return part && `tf.${part[0]}.${name}`;
}

/** Why something is undefined, where its own text tells. */
function causeOf(owner = "", property = ""): string | undefined {
  const shaped = /^(.*)\.shape$/.exec(owner)?.[1];
  if (shaped) return `只有张量有形状，\`${shaped}\` 多半是一个数或数组：看看参数的次序有没有写反，有没有少传一个。`;
  if (/grads\??[.[]/.test(owner))
    return "梯度按变量的名字取：`grads[w.name]`，不是 `grads.w`，也不是 `grads[w]`。没有参与计算的变量没有梯度。";
  if (/^tf\.\w+$/.test(owner)) {
    const meant = homeOf(property);
    return `tfjs 里没有 \`${owner}\`。${meant ? `是不是想写 \`${meant}\`？` : "优化器在 `tf.train` 里，层在 `tf.layers` 里，损失在 `tf.losses` 里。"}`;
  }
  return undefined;
}

/** Names of the bundler's making say nothing to a reader. */
export const readable = (text: string) => text.replace(/__vite_ssr_import_\d+__\./g, "").replace(/\(0 , ([\w$.]+)\)/, "$1");

export const members: Rule[] = [
  {
    kind: "not-callable",
    when: /^(.+?) is not a function/,
    say([, raw]): Said {
      const text = readable(raw);
      const name = names(text);
      if (/^tf\.|^\w{1,3}\.linalg\./.test(text) && Object.hasOwn(TORCH, name))
        return { kind: "torch-habit", title: `tfjs 里没有 \`${text}\``, hint: TORCH[name], link: links.start };
      if (text.includes(".") && Object.hasOwn(TORCH, name))
        return { kind: "torch-habit", title: `没有 \`${name}\` 这个方法`, hint: TORCH[name], link: links.start };
      if (text.includes(".") && FIELDS.has(name))
        return { title: `\`${text}\` 不是函数，后面不带括号`, hint: `直接写 \`${text}\`。`, link: links.shapes };
      if (text.includes(".") && OF_NUMBERS.has(name)) {
        return {
          title: `\`${text}\` 不是函数：点前面的不是数，多半是张量`,
          hint: `先取出里面的数，再调用：\`t.dataSync()[0].${name}(…)\`。`,
          link: links.values,
        };
      }
      if (text.includes(".") && OF_LISTS.has(name)) {
        return {
          title: `\`${text}\` 不是函数：点前面的不是数组`,
          hint: "它若是张量，先变成数组：`t.arraySync()`；若是异步函数的结果，前面忘了 `await`。",
          link: links.values,
        };
      }
      if (text.includes(".") && TENSOR.has(name)) {
        return {
          kind: "not-a-tensor",
          title: `\`${text}\` 不是函数：点前面的多半不是张量`,
          hint: "如果它来自异步函数，前面忘了 `await`；如果它是数字或数组，先用 `tf.tensor(…)` 变成张量。",
          link: links.values,
        };
      }
      const known = text.startsWith("tf.") ? Object.getOwnPropertyNames(tfAt(text) ?? {}) : text.includes(".") ? TENSOR : [];
      const near = nearest(name, [...known]);
      return {
        title: `\`${text}\` 不是函数，不能调用`,
        hint: near
          ? `是不是想写 \`${text.slice(0, -name.length)}${near}\`？`
          : name.includes("_")
            ? `这里的名字不用下划线：多半是 \`${name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase())}\`。`
            : "看看方法名的拼写和大小写（tfjs 用 `matMul`、`argMax` 这样的写法）。如果它是一个值，不要加括号。",
        link: links.operators,
      };
    },
  },
  {
    kind: "reading-undefined",
    when: /Cannot (?:read|set) propert(?:y|ies) of (undefined|null) \((?:reading|setting) '([^']*)'\)|can't access property "([^"]+)", (.+?) is (undefined|null)|(undefined|null) is not an object \(evaluating '([^']*)'\)|^(.+?) is (undefined|null)$|Cannot destructure property '([^']*)' of .* as it is (undefined|null)/,
    say(match, _, { text = "", column = 0 }) {
      const property = match[2] ?? match[3] ?? (match[7] !== undefined ? names(match[7]) : undefined) ?? match[10];
      const named = match[4] ?? (match[7]?.includes(".") ? match[7].replace(/\.[\w$]+$/, "") : match[8]);
      const owner = named ?? ownerAt(text, column, property); // V8 does not name it
      const what = match[1] ?? match[5] ?? match[6] ?? match[9] ?? match[11];
      const habit = owner && /(?:^|\.)(T|grad|data)$/.test(owner);
      return {
        title: `${owner ? `\`${readable(owner)}\` ` : "点前面的值"}是 ${what}${property ? `，取不到它的 \`${property}\`` : ""}`,
        hint:
          causeOf(owner, property) ??
          (habit || (property !== undefined && TENSOR.has(property))
            ? "张量不能写 `t[0]`、`t.T`、`t.grad`：取一行用 `t.gather(0)` 或 `t.slice(0, 1)`，转置用 `t.transpose()`，梯度由 `variableGrads` 返回。也可能是函数忘了 `return`。"
            : "那个值还没有：可能是名字写错了、函数忘了 `return`、下标超出了范围，或异步的结果忘了 `await`。"),
        link: links.code,
      };
    },
  },
];
