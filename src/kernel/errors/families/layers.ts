/** Models of layers. */
import { links } from "../links.ts";
import type { Rule } from "../rule.ts";

const list = (text: string) => `[${text.split(",").join(", ")}]`;

export const layers: Rule[] = [
  {
    kind: "input-shape",
    when: /The first layer in a Sequential model must get an `inputShape`/,
    say: () => ({
      title: "`tf.sequential` 的第一层要写明输入的形状",
      hint: "例如 `tf.layers.dense({ units: 1, inputShape: [2] })`：2 是特征数，不含批量那个轴。",
      link: links.layers,
    }),
  },
  {
    kind: "unknown-loss",
    when: /^Unknown loss (\S+)/,
    say: ([, name]) => ({
      title: `\`compile\` 不认识损失 "${name}"`,
      hint:
        name === "huberLoss"
          ? "Huber 损失没有登记名字，要传函数：`loss: (y, yHat) => tf.losses.huberLoss(y, yHat)`。"
          : '常用的名字是 "meanSquaredError"、"meanAbsoluteError"、"categoricalCrossentropy"；也可以传函数 `(y, yHat) => …`。',
      link: links.losses,
    }),
  },
  {
    kind: "unknown-optimizer",
    when: /^Unknown Optimizer (\S+)|User-defined optimizer must be an instance of tf\.Optimizer/,
    say: ([, name]) => ({
      title: name ? `\`compile\` 不认识优化器 "${name}"` : "优化器要是 `tf.train` 里的一种",
      hint: '写 `optimizer: tf.train.sgd(0.03)`；只写 "sgd" 时学习率是 0.01。',
      link: links.fit,
    }),
  },
  {
    kind: "unknown-metric",
    when: /^Unknown metric (\S+)/,
    say: ([, name]) => ({ title: `不认识的指标 "${name}"`, hint: '精度写作 "accuracy"。', link: links.fit }),
  },
  {
    kind: "unknown-name",
    when: /^Unknown (activation|initializer|layer|constraint|regularizer): (\w+)/,
    say([, what, name]) {
      const words: Record<string, string> = {
        activation: "激活函数",
        initializer: "初始化方法",
        layer: "层",
        constraint: "约束",
        regularizer: "正则化",
      };
      return {
        title: `没有叫 "${name}" 的${words[what]}`,
        hint: '看看拼写和大小写，例如 "softmax"、"relu"、"zeros"、"glorotNormal"。',
        link: links.layers,
      };
    },
  },
  {
    kind: "not-compiled",
    when: /model needs to be compiled before|You must compile a model before training/,
    say: () => ({
      title: "模型还没有 `compile`，不能 `fit` 或 `evaluate`",
      hint: '先写 `net.compile({ optimizer: tf.train.sgd(0.03), loss: "meanSquaredError" })`。',
      link: links.fit,
    }),
  },
  {
    kind: "model-input",
    when: /(input|target) expected a batch of elements where each example has shape \[([\d,]*)\] .* with (\d+) examples, each with shape \[([\d,]*)\]/,
    say: ([, what, wanted, , found]) => ({
      title: `${what === "input" ? "输入" : "标签"}的每个样本应当是形状 ${list(wanted)}，这里是 ${list(found)}`,
      hint:
        what === "input"
          ? "检查第一层的 `inputShape` 和数据的特征数。"
          : "标签的形状要和模型的输出一样：一个数的标签写成 [n, 1]，类别用独热。",
      link: links.layers,
    }),
  },
  {
    kind: "model-input",
    when: /Error when checking (?:input|target|model input|model target)? ?:? ?expected (\S+) to have (?:shape \[([^\]]*)\]|(\d+) dimension\(s\))[, ]+but got array with shape \[?([^\]\s]*)\]?/,
    say: ([, name, wanted, rank, found]) => ({
      title: `模型的${/input/.test(name) ? "输入" : "输出"}应当${wanted === undefined ? `有 ${rank} 个轴` : `是形状 ${list(wanted).replace("null", "n")}`}，这里是 ${list(found.replace(/\.$/, ""))}`,
      hint: "第一个轴是样本。一个样本也要写成一批：`x.expandDims(0)`，或 `x.reshape([1, -1])`。",
      link: links.layers,
    }),
  },
  {
    kind: "layer-input",
    when: /Input \d+ is incompatible with layer (\S+): expected axis -?\d+ of input shape to have value (\d+) but got shape ([\d,]*)/,
    say: ([, layer, wanted, found]) => ({
      title: `层 ${layer} 要 ${wanted} 个特征，输入的形状是 ${list(found)}`,
      hint: "一个层第一次用过以后，输入的特征数就定了。同一个层不能放进两个大小不同的模型，重新造一个。",
      link: links.layers,
    }),
  },
  {
    kind: "layer-input",
    when: /Input \d+ is incompatible with layer (\S+): expected (?:min_|max_)?ndim=(\d+), found ndim=(\d+)/,
    say: ([, layer, wanted, found]) => ({
      title: `层 ${layer} 的输入要有 ${wanted} 个轴，这里有 ${found} 个`,
      hint: "第一个轴总是样本：一个样本也要写成一批。图像进全连接层之前先展平：`tf.layers.flatten()`。",
      link: links.layers,
    }),
  },
  {
    kind: "samples-count",
    when: /Found (\d+) input sample\(s\) and (\d+) target sample\(s\)/,
    say: ([, inputs, targets]) => ({
      title: `样本有 ${inputs} 个，标签有 ${targets} 个`,
      hint: "两者的第一个轴要一样长。",
      link: links.fit,
    }),
  },
  {
    kind: "set-weights",
    when: /Layer weight shape ([\d,]*) not compatible with provided weight shape ([\d,]*)/,
    say: ([, wanted, found]) => ({
      title: `这一层的权重是 ${list(wanted)}，不能设成 ${list(found)}`,
      hint: "`setWeights([权重, 偏置])`：权重 [输入数, 输出数]，偏置 [输出数]。",
      link: links.layers,
    }),
  },
  {
    kind: "set-weights",
    when: /You called setWeights\(weights\) on layer "([^"]+)" with a weight list of length (\d+), but the layer was expecting (\d+) weights/,
    say: ([, layer, found, wanted]) => ({
      title: `层 ${layer} 有 ${wanted} 组权重，\`setWeights\` 给了 ${found} 组`,
      hint: wanted === "0" ? "层在第一次用到之前还没有权重：先把它放进模型。" : "写成 `setWeights([权重, 偏置])`。",
      link: links.layers,
    }),
  },
  {
    kind: "units",
    when: /Expected (\w+) to be a positive integer, but got (\S+?)\.?$/,
    say: ([, name, found]) => ({
      title: `${name} 要是正整数，这里是 ${found}`,
      hint: "例如 `tf.layers.dense({ units: 10 })`：10 是输出的个数。",
      link: links.layers,
    }),
  },
  {
    kind: "fit-ongoing",
    when: /Cannot start training because another fit\(\) call is ongoing/,
    say: () => ({ title: "上一次 `fit` 还没有结束", hint: "前面的 `fit` 忘了 `await`。", link: links.fit }),
  },
  {
    kind: "disposed",
    when: /(?:Layer|Container) '([^']+)' is already disposed/,
    say: ([, name]) => ({ title: `${name} 已经释放了`, hint: "重新运行造它的那个清单。", link: links.tidy }),
  },
  {
    kind: "batch-size",
    when: /batchSize needs to be positive, but it is\s+(-?\d+)/,
    say: ([, size]) => ({ title: `批量大小要是正数，这里是 ${size}`, hint: "例如 `dataset.batch(10)`。", link: links.batches }),
  },
];
