/** Failures of the language itself, in the words of V8, SpiderMonkey and JavaScriptCore. */
import { links } from "../links.ts";
import { nearest } from "../nearest.ts";
import type { Rule, Said } from "../rule.ts";
import { ELSEWHERE } from "./surroundings.ts";

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

/** Methods of tensors: called on something that lacks them, that something is probably no tensor yet. */
const TENSOR = new Set(
  `add sub mul div matMul dot sum mean max min exp log square sqrt abs neg pow reshape transpose toFloat toInt cast argMax
  equal gather slice oneHot softmax sigmoid relu clipByValue expandDims squeeze flatten print dispose data dataSync array
  arraySync shape dtype size rank assign logSumExp greater less maximum minimum tanh norm concat tile`.split(/\s+/),
);

const names = (text: string) => text.replace(/^.*\.(?=[\w$]+$)/, "");

/** Names of the bundler's making say nothing to a reader. */
const readable = (text: string) => text.replace(/__vite_ssr_import_\d+__\./g, "").replace(/\(0 , ([\w$.]+)\)/, "$1");

export const language: Rule[] = [
  {
    kind: "undefined-name",
    when: /^(?:([\w$]+) is not defined|Can't find variable: ([\w$]+))/,
    say([, v8, jsc], _, { names: known = [] }) {
      const name = v8 ?? jsc;
      if (Object.hasOwn(ELSEWHERE, name)) return { kind: "elsewhere", title: `这里没有 \`${name}\``, hint: ELSEWHERE[name] };
      const guess = nearest(name, [...known, ...GLOBALS]);
      return {
        title: `没有叫 \`${name}\` 的东西`,
        hint: guess
          ? `是不是想写 \`${guess}\`？`
          : "看看是不是拼错了（大小写也要一致），是不是还没有 `import`，或者声明它的清单还没有运行。花括号里声明的名字，外面看不到。",
      };
    },
  },
  {
    kind: "used-before-declared",
    when: /Cannot access '([\w$]+)' before initialization|can't access lexical declaration '([\w$]+)' before initialization|Cannot access uninitialized variable/,
    say: ([, v8, gecko]) => ({
      title: `${(v8 ?? gecko) ? `\`${v8 ?? gecko}\`` : "一个名字"}在声明之前就用到了`,
      hint: "`const` 和 `let` 要先写声明，再使用。也可能是里层又声明了一个同名的，把外层的遮住了。",
    }),
  },
  {
    kind: "const-assignment",
    when: /Assignment to constant variable|invalid assignment to const '([\w$]+)'|Attempted to assign to readonly property/,
    say: ([, name]) => ({
      title: `用 \`const\` 声明的${name ? ` \`${name}\` ` : "名字"}不能再赋值`,
      hint: "要改变的名字用 `let` 声明。更新模型的参数不用等号：`w.assign(w.sub(…))`。",
      link: links.optimizer,
    }),
  },
  {
    kind: "read-only",
    when: /Cannot assign to read only property '([^']+)'|"([^"]+)" is read-only|Cannot set property (\S+) of .* which has only a getter|setting getter-only property "([^"]+)"|Cannot add property ([^,]+), object is not extensible/,
    say: (match) => ({
      title: `\`${match.slice(1).find(Boolean)}\` 是只读的，不能改`,
      hint: "库里的东西不能改写。想换一种做法，另外声明一个名字。",
    }),
  },
  {
    kind: "not-iterable",
    when: /^(.*?) ?is not (async )?iterable|^(.*?) is not a function or its return value is not (async )?iterable|^undefined is not a function \(near '\.\.\.(.*)\.\.\.'\)|object is not iterable/,
    say(match) {
      const text = readable(match[1] ?? match[3] ?? match[5] ?? "");
      const what = /^[\w$.()[\]]{1,60}$/.test(text) && !/^(?:object|undefined|null)$/.test(text) ? `\`${text}\`` : "这个值";
      return {
        title: `${what} 不能逐个取出（不能用在 for…of、解构或展开里）`.replace("` 不", "` 不"),
        hint: "张量先变成数组：`t.arraySync()`。异步函数的结果先 `await`。生成器函数要先调用：`dataIter(…)`。`tf.data` 的数据集用 `await ds.forEachAsync(…)`。普通对象用 `Object.entries(…)`。",
        link: links.batches,
      };
    },
  },
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
      if (text.includes(".") && TENSOR.has(name)) {
        return {
          kind: "not-a-tensor",
          title: `\`${text}\` 不是函数：点前面的多半不是张量`,
          hint: "如果它来自异步函数，前面忘了 `await`；如果它是数字或数组，先用 `tf.tensor(…)` 变成张量。",
          link: links.start,
        };
      }
      return {
        title: `\`${text}\` 不是函数，不能调用`,
        hint: "看看方法名的拼写和大小写（tfjs 用 `matMul`、`argMax` 这样的写法）。如果它是一个值，不要加括号。",
        link: links.start,
      };
    },
  },
  {
    kind: "not-a-constructor",
    when: /^(.+?) is not a constructor/,
    say: ([, name]) => ({
      title: `\`${readable(name)}\` 不是类，不能用 \`new\``,
      hint: "tfjs 的张量、层、优化器都不用 `new`：`tf.tensor(…)`、`tf.layers.dense(…)`、`tf.train.sgd(…)`。",
    }),
  },
  {
    kind: "reading-undefined",
    when: /Cannot (?:read|set) propert(?:y|ies) of (undefined|null) \((?:reading|setting) '([^']*)'\)|can't access property "([^"]+)", (.+?) is (undefined|null)|(undefined|null) is not an object \(evaluating '([^']*)'\)|^(.+?) is (undefined|null)$|Cannot destructure property '([^']*)' of .* as it is (undefined|null)/,
    say(match) {
      const property = match[2] ?? match[3] ?? (match[7] !== undefined ? names(match[7]) : undefined) ?? match[10];
      const owner = match[4] ?? (match[7]?.includes(".") ? match[7].replace(/\.[\w$]+$/, "") : match[8]);
      const what = match[1] ?? match[5] ?? match[6] ?? match[9] ?? match[11];
      const habit = owner && /(?:^|\.)(T|grad|data)$/.test(owner);
      return {
        title: `${owner ? `\`${readable(owner)}\` ` : "点前面的值"}是 ${what}${property ? `，取不到它的 \`${property}\`` : ""}`
          .replace("点前面的值是", "点前面的值是 ")
          .replace("  ", " "),
        hint:
          habit || (property !== undefined && TENSOR.has(property))
            ? "张量不能写 `t[0]`、`t.T`、`t.grad`：取一行用 `t.gather(0)` 或 `t.slice(0, 1)`，转置用 `t.transpose()`，梯度由 `variableGrads` 返回。也可能是函数忘了 `return`。"
            : "那个值还没有：可能是名字写错了、函数忘了 `return`、下标超出了范围，或异步的结果忘了 `await`。",
        link: links.start,
      };
    },
  },
  {
    kind: "mix-bigint",
    when: /Cannot mix BigInt|can't convert BigInt to number|Invalid mix of BigInt/,
    say: () => ({ title: "BigInt（带 n 的整数）不能和普通数字一起算", hint: "去掉数字后面的 n，或用 `Number(x)` 转换。" }),
  },
  {
    kind: "conversion",
    when: /Cannot convert (?:a Symbol|object|undefined or null)|can't convert (?:symbol|\S+ to)|No default value/,
    say: () => ({ title: "这个值不能变成数字、文字或对象", hint: "用 `console.log` 看看它是什么；它可能是 undefined。" }),
  },
  {
    kind: "digits",
    when: /to(?:Fixed|Precision|Exponential)\(\)|digits argument must be|precision .* out of range/,
    say: () => ({ title: "小数的位数不对", hint: "`toFixed` 收 0 到 100，`toPrecision` 收 1 到 100。" }),
  },
  {
    kind: "json",
    when: /in JSON at position|JSON\.parse|JSON Parse error|is not valid JSON/,
    say: () => ({ title: "这段文字不是 JSON", hint: "JSON 的名字和字符串都要用双引号，末尾不能有多余的逗号。" }),
  },
  {
    kind: "generator-running",
    when: /Generator is already (?:running|executing)/,
    say: () => ({ title: "生成器在自己里面又被取了一次", hint: "每一轮都重新调用生成器函数，得到新的一个。", link: links.batches }),
  },
];

const GLOBALS = [
  "tf",
  "Plot",
  "display",
  "console",
  "Math",
  "Array",
  "Object",
  "Number",
  "String",
  "Promise",
  "Infinity",
  "undefined",
  "performance",
  "Float32Array",
  "Int32Array",
  "Uint8Array",
];
