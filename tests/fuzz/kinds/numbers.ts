/** Numbers and shapes that do not fit. */
import { add, change, type Kind } from "../kind.ts";
import { replaceOne } from "./clumsy.ts";

const NUMBER = /(?<![\w.$])\d+(?:\.\d+)?/g;
const SHAPE = /\[[\d\s,.-]+\]/g;

export const numbers: Kind[] = [
  change("huge-number", (source, chance) =>
    replaceOne(source, NUMBER, chance, () => chance.pick(["1e5", "1e7", "1e9", "1e15", "2 ** 31", "2 ** 53", "1e308", "1e400"])),
  ),
  change("small-or-odd-number", (source, chance) =>
    replaceOne(source, NUMBER, chance, () => chance.pick(["0", "-1", "0.5", "-0", "NaN", "1e-320", "-1e9", "-Infinity"])),
  ),
  change("no-number", (source, chance) =>
    replaceOne(source, NUMBER, chance, () =>
      chance.pick(['"3"', "null", "undefined", "3n", "true", "[]", "{}", "tf", "() => 3", "Symbol()"]),
    ),
  ),
  change("another-shape", (source, chance) =>
    replaceOne(source, SHAPE, chance, () =>
      chance.pick(["[]", "[0]", "[1]", "[3, 3]", "[2, 3, 4]", "[-1]", "[0, 0]", "[1e4, 1e4]", "[NaN]", "[,]", "[1.5]"]),
    ),
  ),
  add("shapes-that-clash", [
    "tf.ones([2, 3]).matMul(tf.ones([2, 3]));",
    "tf.ones([3]).add(tf.ones([4]));",
    "tf.ones([4]).reshape([3]);",
    "tf.tensor([[1, 2], [3]]);",
    "tf.tensor2d([1, 2, 3], [2, 2]);",
    "tf.ones([2, 2]).slice([5, 5], [1, 1]);",
    "tf.ones([2]).gather([9]).print();",
    "tf.stack([tf.ones([2]), tf.ones([3])]);",
    "tf.concat([tf.ones([2, 2]), tf.ones([3])]);",
    "tf.ones([2]).expandDims(7);",
    "tf.ones([2, 2]).transpose([0, 0]).print();",
    "tf.ones([2, 2]).sum(5);",
    "tf.oneHot([0.5, 1], 3);",
    "tf.variable(3);",
    "tf.variableGrads(() => tf.variable(tf.ones([2])).mul(2));",
    "tf.grad((x) => tf.scalar(1))(tf.ones([2])).print();",
    "tf.losses.softmaxCrossEntropy(tf.ones([2, 3]), tf.ones([3, 2]));",
    "tf.sequential({ layers: [tf.layers.dense({ units: 1 })] }).predict(tf.ones([2]));",
    "tf.layers.dense({ units: -1, inputShape: [2] }).apply(tf.ones([1, 2]));",
    "tf.conv2d(tf.ones([1, 2, 2, 1]), tf.ones([9, 9, 1, 1]), 1, 'valid').print();",
  ]),
  add(
    "tensors-too-large",
    [
      "tf.ones([1e6, 1e6]);",
      "tf.zeros([2 ** 31]);",
      "tf.range(0, 1e12);",
      "tf.eye(1e6);",
      "tf.fill([1e5, 1e5], 1);",
      "tf.ones([1e5, 1]).sub(tf.ones([1e5]));",
      "tf.oneHot(tf.range(0, 10, 1, 'int32'), 1e9);",
      "tf.randomNormal([1e9]);",
      "tf.linspace(0, 1, 1e10);",
      "new Float32Array(1e11);",
      "new Array(-1);",
      "'x'.repeat(2 ** 30);",
      "'x'.padEnd(1e12);",
      "Array.from({ length: 1e12 });",
      "new ArrayBuffer(2 ** 53);",
      "10n ** (10n ** 10n);",
      "tf.tensor(new Float32Array(3), [1e9, 3]);",
    ],
    { ends: "perhaps" },
  ),
];
