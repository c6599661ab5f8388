/** Ways to fail, each with the kind of explanation it must get and words it must contain. */
import type * as Tf from "../../../src/kernel/tf.ts";

export type Case = [title: string, fail: (tf: typeof Tf) => unknown, kind: string, words?: RegExp];

/** Readers write what the types forbid: these cases do, too, and no narrower type would let them. */
type Loose = any; // eslint-disable-line @typescript-eslint/no-explicit-any

const dense = (tf: typeof Tf) => tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
const compiled = (tf: typeof Tf) => {
  const model = dense(tf);
  model.compile({ loss: "meanSquaredError", optimizer: "sgd" });
  return model;
};

const shapeCases: Case[] = [
  [
    "matMul with inner lengths that differ",
    (tf) => tf.matMul(tf.zeros([2, 3]), tf.zeros([2, 3])),
    "matmul-shapes",
    /\[2, 3\] 乘 \[2, 3\].*3 和 2/,
  ],
  ["matMul by a vector", (tf) => tf.matMul(tf.zeros([4, 2]), tf.zeros([2])), "matmul-rank", /\[4, 2\] 乘 \[2\]/],
  ["matMul of a vector", (tf) => tf.matMul(tf.zeros([2]), tf.zeros([2, 3])), "matmul-rank"],
  ["broadcasting that fails", (tf) => tf.add(tf.zeros([2, 3]), tf.zeros([2])), "broadcast", /\[2, 3\] 和 \[2\]/],
  ["batches of matMul that differ", (tf) => tf.matMul(tf.zeros([4, 2, 3]), tf.zeros([3, 3, 4])), "broadcast"],
  [
    "a loss of two shapes",
    (tf) => tf.losses.meanSquaredError(tf.zeros([3]), tf.zeros([3, 1]) as Loose),
    "shapes-differ",
    /meanSquaredError.*\[3\].*\[3, 1\]/,
  ],
  [
    "integer labels",
    (tf) => tf.losses.softmaxCrossEntropy(tf.tensor1d([0, 1], "int32") as Loose, tf.zeros([2, 3])),
    "integer-labels",
    /独热标签 \[2, 3\]/,
  ],
  ["labels after logits", (tf) => tf.losses.softmaxCrossEntropy(tf.zeros([2, 3]), tf.tensor1d([0, 1], "int32")), "labels-order", /次序/],
  ["reshape to another size", (tf) => tf.zeros([6]).reshape([4, 2]), "reshape", /6 个元素.*\[4, 2\]/],
  ["a shape that lacks an argument", (tf) => tf.randomNormal([undefined as Loose, 2]), "shape-invalid", /\[undefined, 2\].*少传/],
  ["reshape to a column without brackets", (tf) => (tf.zeros([6]) as Loose).reshape(-1, 1), "reshape", /reshape\(\[2, 3\]\)/],
  ["reshape without brackets", (tf) => (tf.zeros([6]) as Loose).reshape(2, 3), "reshape"],
  ["reshape to a fraction", (tf) => tf.zeros([6]).reshape([-1, 4]), "reshape"],
  ["too few values", (tf) => tf.tensor2d([1, 2, 3], [2, 2]), "values-count", /4 个数，给了 3 个/],
  ["flat values without a shape", (tf) => (tf as Loose).tensor2d([1, 2, 3]), "flat-values"],
  [
    "nested values for tensor1d",
    (tf) =>
      (tf as Loose).tensor1d([
        [1, 2],
        [3, 4],
      ]),
    "tensor1d-values",
  ],
  ["shuffled indices for tensor1d", (tf) => tf.tensor1d(tf.util.createShuffledIndices(2) as Loose), "tensor1d-values", /./],
  [
    "shuffled indices for gather",
    (tf) => tf.gather(tf.tensor1d([1, 2]), tf.util.createShuffledIndices(2) as Loose),
    "uint32",
    /Uint32Array/,
  ],
  ["a shape without brackets", (tf) => (tf as Loose).zeros(2, 3), "shape-not-array", /数组/],
  ["a negative shape", (tf) => (tf as Loose).zeros([-1, 2]), "shape-invalid"],
  ["stack of two shapes", (tf) => tf.stack([tf.zeros([2]), tf.zeros([3])]), "shapes-differ"],
  ["concat of two widths", (tf) => tf.concat([tf.zeros([2, 2]), tf.zeros([2, 3])], 0), "concat"],
  ["an axis that is not there", (tf) => tf.zeros([2, 3]).sum(2), "axis", /没有第 2 轴/],
  ["softmax over the first axis", (tf) => tf.softmax(tf.zeros([2, 3]), 0), "softmax-axis"],
  ["a transpose with three axes", (tf) => tf.transpose(tf.zeros([2, 3]), [0, 1, 2]), "transpose"],
  ["squeeze of a long axis", (tf) => tf.squeeze(tf.zeros([2, 3]), [0]), "squeeze"],
  ["expandDims beyond the axes", (tf) => tf.expandDims(tf.zeros([2]), 5), "expand-dims"],
  ["dot of two lengths", (tf) => tf.dot(tf.zeros([3]), tf.zeros([4])), "dot", /3 和 4/],
  ["an image without channels", (tf) => tf.image.resizeBilinear(tf.zeros([2, 2]) as Loose, [4, 4]), "rank", /有 2 个轴/],
  ["an index beyond the end", (tf) => tf.gather(tf.tensor1d([1, 2]), tf.tensor1d([5], "int32")).dataSync(), "gather-index", /下标 5/],
];

const gradientCases: Case[] = [
  [
    "a loss for each sample",
    (tf) => withVariable(tf, (v) => tf.variableGrads(() => v.square() as Loose, [v])),
    "loss-not-scalar",
    /1 个轴/,
  ],
  [
    "minimize of a loss for each sample",
    (tf) => withVariable(tf, (v) => tf.train.sgd(0.1).minimize(() => v.square() as Loose, true, [v])),
    "loss-not-scalar",
  ],
  [
    "a loss computed outside",
    (tf) =>
      withVariable(tf, (v) => {
        const l = v.sum();
        return tf.variableGrads(() => tf.scalar(1).add(l.dataSync()[0]) as Loose, [v]);
      }),
    "no-connection",
  ],
  [
    "gatherND in a loss",
    (tf) => tf.grad((x) => tf.gatherND(x, tf.tensor2d([[0]], [1, 1], "int32")).sum())(tf.tensor1d([1, 2])),
    "no-gradient",
    /gatherND.*没有梯度/,
  ],
  ["a comparison in a loss", (tf) => tf.grad((x) => x.greater(0).toFloat().sum())(tf.tensor1d([1, 2])), "no-gradient", /比较运算/],
  [
    "where of a comparison",
    (tf) => tf.grad((x) => tf.where(x.greater(0), x, x.mul(2)).sum())(tf.tensor1d([1, 2])),
    "no-gradient",
    /比较运算/,
  ],
  [
    "the second derivative of logSumExp",
    (tf) =>
      tf.grad((x) =>
        tf
          .grad((y) => y.logSumExp())(x)
          .sum(),
      )(tf.tensor1d([1, 2])),
    "no-gradient",
    /二阶导/,
  ],
  [
    "the second derivative of exp",
    (tf) => tf.grad(tf.grad((x) => x.exp().sum()))(tf.tensor1d([1, 2])),
    "gradient-disconnected",
    /没有联系/,
  ],
  [
    "the second derivative of softmax",
    (tf) =>
      tf.grad((x) =>
        tf
          .grad((y) => y.softmax().sum())(x)
          .sum(),
      )(tf.tensor1d([1, 2])),
    "gradient-disconnected",
  ],
  [
    "a forgotten return",
    (tf) =>
      withVariable(tf, (v) =>
        (tf.train.sgd(0.1) as Loose).minimize(
          () => {
            v.sum();
          },
          true,
          [v],
        ),
      ),
    "loss-not-tensor",
    /没有返回张量/,
  ],
  ["an async loss", (tf) => withVariable(tf, (v) => (tf as Loose).variableGrads(async () => v.sum(), [v])), "loss-not-tensor"],
  ["a loss that is a value", (tf) => withVariable(tf, (v) => (tf as Loose).variableGrads(v.sum(), [v])), "not-a-function", /箭头|函数/],
  ["parameters that are no variables", (tf) => tf.variableGrads(() => tf.scalar(1), [tf.scalar(2)] as Loose), "var-list"],
  ["no parameters", (tf) => tf.variableGrads(() => tf.scalar(1), []), "no-variables"],
];

const tensorCases: Case[] = [
  [
    "a disposed tensor",
    (tf) => {
      const t = tf.zeros([2]);
      t.dispose();
      return t.add(1);
    },
    "disposed",
    /已经释放/,
  ],
  [
    "the data of a disposed tensor",
    (tf) => {
      const t = tf.zeros([2]);
      t.dispose();
      return t.dataSync();
    },
    "disposed",
  ],
  [
    "a tensor that left tidy",
    (tf) => {
      let t: Loose;
      tf.tidy(() => {
        t = tf.zeros([2]);
      });
      return t.sum();
    },
    "disposed",
  ],
  ["assigning another shape", (tf) => withVariable(tf, (v) => v.assign(tf.zeros([3]) as Loose)), "assign-shape", /\[2\].*\[3\]/],
  ["assigning another type", (tf) => withVariable(tf, (v) => v.assign(tf.zeros([2], "int32") as Loose)), "assign-type", /float32.*int32/],
  ["assigning a number", (tf) => withVariable(tf, (v) => (v as Loose).assign(3)), "assign-type", /张量/],
  ["a variable of a number", (tf) => (tf as Loose).variable(3), "variable-value"],
  [
    "two variables of one name",
    (tf) => {
      tf.variable(tf.zeros([1]), true, "twice");
      return tf.variable(tf.zeros([1]), true, "twice");
    },
    "variable-name",
    /twice/,
  ],
  ["float labels for oneHot", (tf) => tf.oneHot(tf.tensor1d([0, 1]) as Loose, 3), "index-type", /oneHot.*int32.*float32/],
  ["float indices for gather", (tf) => tf.gather(tf.tensor1d([1, 2]), tf.tensor1d([0, 1]) as Loose), "index-type"],
  ["oneHot of one class", (tf) => tf.oneHot(tf.tensor1d([0], "int32"), 1), "one-hot-depth"],
  ["a string among numbers", (tf) => (tf as Loose).add(tf.zeros([1]), "a"), "string-tensor"],
  ["undefined among tensors", (tf) => tf.zeros([1]).add(undefined as Loose), "undefined-operand", /undefined/],
  ["rows of unequal length", (tf) => tf.tensor2d([[1, 2], [3]]), "ragged", /第 0 行有 2 个数，第 1 行有 1 个/],
  ["rows of unequal length in a tensor of any rank", (tf) => tf.tensor([[[1], [2]], [[3]]]), "ragged"],
  ["a promise among tensors", (tf) => tf.zeros([1]).add(Promise.resolve(tf.zeros([1])) as Loose), "missing-await", /await|Promise/],
  ["a tensor of nothing", (tf) => (tf as Loose).tensor(undefined), "tensor-values"],
  ["a backend that is not there", (tf) => tf.setBackend("nonesuch"), "backend", /nonesuch/],
  ["tidy of a value", (tf) => (tf as Loose).tidy(tf.zeros([1])), "tidy-function"],
  ["an async tidy", (tf) => tf.tidy((async () => tf.zeros([1])) as Loose), "tidy-promise", /async/],
  ["a sum by sign", (tf) => (tf.zeros([1]) as Loose) + 1, "tensor-arithmetic", /不能用 \+/],
  ["a product by sign", (tf) => (tf.zeros([1]) as Loose) * 2, "tensor-arithmetic"],
  ["a negative by sign", (tf) => -(tf.zeros([1]) as Loose), "tensor-arithmetic"],
  ["a comparison by sign", (tf) => (tf.zeros([1]) as Loose) > 1, "tensor-arithmetic"],
  ["Math.exp of a tensor", (tf) => Math.exp(tf.zeros([1]) as Loose), "tensor-arithmetic"],
  ["an entry of a promised array", (tf) => (tf.zeros([1]).data() as Loose)[0], "missing-await", /\(await t\.data\(\)\)\[0\]/],
  ["the length of a promised array", (tf) => (tf.zeros([1]).array() as Loose).length, "missing-await", /await t\.array\(\)/],
  ["a sum with a promised array", (tf) => (tf.zeros([1]).data() as Loose) + 1, "missing-await"],
  [
    "a promised array taken apart",
    (tf) => {
      const [x] = tf.zeros([1]).data() as Loose;
      return x;
    },
    "missing-await",
    /Promise.*await/,
  ],
  ["a promised array spread", (tf) => [...(tf.zeros([1]).array() as Loose)], "missing-await"],
  ["an index in brackets", (tf) => (tf.zeros([3]) as Loose)[0], "tensor-index", /t\[0\]/],
  ["an index of two digits", (tf) => (tf.zeros([30]) as Loose)[10], "tensor-index", /gather\(10\)/],
  ["an index from the end", (tf) => (tf.zeros([3]) as Loose)[-1], "tensor-index", /t\[-1\].*shape\[0\] - 1/],
  ["an entry that is assigned", (tf) => ((tf.zeros([3]) as Loose)[1] = 5), "tensor-index"],
  [
    "a loop over a tensor",
    (tf) => {
      for (const x of tf.zeros([3]) as Loose) return x;
    },
    "tensor-iteration",
    /逐个/,
  ],
  [
    "destructuring a tensor",
    (tf) => {
      const [x] = tf.zeros([3]) as Loose;
      return x;
    },
    "tensor-iteration",
  ],
  ["t.T", (tf) => (tf.zeros([2, 2]) as Loose).T.matMul(tf.zeros([2, 2])), "torch-habit", /t\.T/],
  ["t.grad", (tf) => (tf.zeros([2, 2]) as Loose).grad, "torch-habit"],
  ["item()", (tf) => (tf.zeros([1]) as Loose).item(), "torch-habit", /item/],
  ["backward()", (tf) => (tf.zeros([1]) as Loose).backward(), "torch-habit", /backward/],
  ["a range with its end alone", (tf) => (tf as Loose).range(3), "range-end", /tf\.range\(0, 3\)/],
  ["linalg.cholesky", (tf) => (tf as Loose).linalg.cholesky(tf.zeros([2, 2])), "torch-habit", /qr/],
  ["linalg.inv", (tf) => (tf as Loose).linalg.inv(tf.zeros([2, 2])), "torch-habit", /inv/],
];

const layerCases: Case[] = [
  ["a first layer without inputShape", (tf) => tf.sequential({ layers: [tf.layers.dense({ units: 1 })] }), "input-shape", /第一层/],
  ["huberLoss by name", (tf) => dense(tf).compile({ loss: "huberLoss", optimizer: "sgd" }), "unknown-loss", /huberLoss/],
  ["an optimizer by a wrong name", (tf) => dense(tf).compile({ loss: "meanSquaredError", optimizer: "SGDD" }), "unknown-optimizer"],
  [
    "a metric by a wrong name",
    (tf) => dense(tf).compile({ loss: "meanSquaredError", optimizer: "sgd", metrics: ["accu"] }),
    "unknown-metric",
  ],
  [
    "an activation by a wrong name",
    (tf) => tf.layers.dense({ units: 1, activation: "softmaxx" as Loose, inputShape: [2] }),
    "unknown-name",
    /softmaxx.*激活/,
  ],
  [
    "an initializer by a wrong name",
    (tf) => tf.layers.dense({ units: 1, kernelInitializer: "zeross" as Loose, inputShape: [2] }),
    "unknown-name",
  ],
  ["fit before compile", (tf) => dense(tf).fit(tf.zeros([2, 2]), tf.zeros([2, 1])), "not-compiled"],
  ["fit with too many features", (tf) => compiled(tf).fit(tf.zeros([2, 3]), tf.zeros([2, 1])), "model-input", /\[2\].*\[3\]/],
  ["fit with too many outputs", (tf) => compiled(tf).fit(tf.zeros([2, 2]), tf.zeros([2, 2])), "model-input", /标签/],
  ["fit with too few labels", (tf) => compiled(tf).fit(tf.zeros([2, 2]), tf.zeros([3, 1])), "samples-count", /2 个.*3 个/],
  ["predict with too many features", (tf) => dense(tf).predict(tf.zeros([2, 3])), "model-input"],
  ["predict of one flat sample", (tf) => dense(tf).predict(tf.zeros([2])), "model-input"],
  ["apply with too many features", (tf) => dense(tf).apply(tf.zeros([2, 3])), "layer-input", /2 个特征.*\[2, 3\]/],
  [
    "setWeights of another shape",
    (tf) => {
      const d = tf.layers.dense({ units: 1, inputShape: [2] });
      tf.sequential({ layers: [d] });
      d.setWeights([tf.zeros([3, 1]), tf.zeros([1])]);
    },
    "set-weights",
    /\[2, 1\].*\[3, 1\]/,
  ],
  [
    "setWeights without bias",
    (tf) => {
      const d = tf.layers.dense({ units: 1, inputShape: [2] });
      tf.sequential({ layers: [d] });
      d.setWeights([tf.zeros([2, 1])]);
    },
    "set-weights",
    /2 组.*1 组/,
  ],
  ["dense without units", (tf) => (tf.layers as Loose).dense({ inputShape: [2] }), "units"],
  ["a batch of nothing", (tf) => tf.data.array([1, 2]).batch(0), "batch-size"],
];

function withVariable<T>(tf: typeof Tf, use: (v: Tf.Variable) => T): T {
  return use(tf.variable(tf.ones([2])));
}

export const allCases = [...shapeCases, ...gradientCases, ...tensorCases, ...layerCases];
