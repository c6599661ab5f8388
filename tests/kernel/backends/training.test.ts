/** What a reader trains on wasm with layers, losses and optimizers takes the same step there as on the cpu: no kernel is missing, none is wrong. */
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { expectSame, numbers, startWasm } from "./compare.ts";

beforeAll(startWasm);

const random = <T extends tf.Tensor>(shape: number[], seed: number) => {
  const next = numbers(seed);
  return tf.tensor(Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, next), shape) as T;
};

type Layer = InstanceType<typeof tf.layers.Layer>;

/** A function's values at random places, half of them negative, and its gradient there. */
const learned = (f: (x: tf.Tensor) => tf.Tensor, shape: number[]) => () => {
  const x = random(shape, 20);
  return [f(x), tf.grad((x: tf.Tensor) => tf.sum(tf.square(f(x))))(x)];
};

/** What a model of this one layer yields, and its gradients: by its weights, and by its input unless that holds indices. */
function trained(input: number[], layer: Layer, dtype: "float32" | "int32" = "float32"): tf.Tensor[] {
  const x = tf.input({ shape: input, dtype });
  const model = tf.model({ inputs: x, outputs: layer.apply(x) as tf.SymbolicTensor });
  model.setWeights(model.getWeights().map((weight, i) => tf.add(tf.mul(random(weight.shape, i + 1), 0.5), 0.6)));
  const given = random([3, ...input], 20);
  const X = dtype === "int32" ? tf.cast(tf.mul(tf.abs(given), 4.9), "int32") : given;
  const loss = (X: tf.Tensor) => tf.mean(tf.square(model.apply(X, { training: true }) as tf.Tensor)) as tf.Scalar;
  const results = [model.predict(X) as tf.Tensor];
  if (model.trainableWeights.length > 0) results.push(...Object.values(tf.variableGrads(() => loss(X)).grads));
  if (dtype === "float32") results.push(tf.grad(loss)(X));
  model.dispose();
  return results;
}

const L = tf.layers;

test.each<[string, number[], () => Layer]>([
  ["dense", [7], () => L.dense({ units: 3 })],
  ["conv1d", [8, 3], () => L.conv1d({ filters: 4, kernelSize: 3 })],
  ["conv2d", [8, 8, 3], () => L.conv2d({ filters: 4, kernelSize: 3, activation: "relu" })],
  ["conv2d with strides", [8, 8, 3], () => L.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: "same" })],
  ["conv2d, channels first", [3, 8, 8], () => L.conv2d({ filters: 4, kernelSize: 3, dataFormat: "channelsFirst" })],
  ["conv2dTranspose", [4, 4, 3], () => L.conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2 })],
  ["conv3d", [4, 4, 4, 2], () => L.conv3d({ filters: 2, kernelSize: 2 })],
  ["depthwiseConv2d", [6, 6, 3], () => L.depthwiseConv2d({ kernelSize: 3 })],
  ["separableConv2d", [6, 6, 3], () => L.separableConv2d({ filters: 2, kernelSize: 3 })],
  ["maxPooling1d", [8, 3], () => L.maxPooling1d({})],
  ["maxPooling2d", [8, 8, 3], () => L.maxPooling2d({})],
  ["averagePooling1d", [8, 3], () => L.averagePooling1d({})],
  ["averagePooling2d", [8, 8, 3], () => L.averagePooling2d({})],
  ["globalMaxPooling2d", [6, 6, 3], () => L.globalMaxPooling2d({})],
  ["globalAveragePooling2d", [6, 6, 3], () => L.globalAveragePooling2d({})],
  ["upSampling2d", [3, 3, 2], () => L.upSampling2d({})],
  ["zeroPadding2d", [3, 3, 2], () => L.zeroPadding2d({})],
  ["simpleRNN", [4, 3], () => L.simpleRNN({ units: 2 })],
  ["gru", [4, 3], () => L.gru({ units: 2 })],
  ["lstm", [4, 3], () => L.lstm({ units: 2, returnSequences: true })],
  ["bidirectional", [4, 3], () => L.bidirectional({ layer: L.lstm({ units: 2 }) as tf.RNN, mergeMode: "concat" })],
  ["timeDistributed", [4, 3], () => L.timeDistributed({ layer: L.dense({ units: 2 }) })],
  ["batchNormalization", [6], () => L.batchNormalization({})],
  ["batchNormalization of images", [4, 4, 3], () => L.batchNormalization({})],
  ["layerNormalization", [6], () => L.layerNormalization()],
  ["prelu", [6], () => L.prelu()],
  ["leakyReLU", [6], () => L.leakyReLU()],
  ["permute", [2, 3], () => L.permute({ dims: [2, 1] })],
  ["repeatVector", [3], () => L.repeatVector({ n: 2 })],
  ["flatten", [2, 3], () => L.flatten()],
])("the layer %s learns alike", (_, input, make) => expectSame(() => trained(input, make())));

test("the layer embedding learns alike", () => expectSame(() => trained([4], L.embedding({ inputDim: 5, outputDim: 3 }), "int32")));

test.each([
  ...(["linear", "relu", "relu6", "elu", "selu", "softplus", "softsign", "sigmoid", "hardSigmoid", "tanh", "softmax"] as const),
  ...(["swish", "mish", "gelu", "gelu_new"] as const),
])("the activation %s learns alike", (activation) => expectSame(() => trained([7], L.dense({ units: 4, activation }))));

describe("operations on images and volumes learn alike:", () => {
  test.each<[string, number[], (x: tf.Tensor) => tf.Tensor]>([
    ["maxPool, overlapping", [3, 5, 5, 3], (x) => tf.maxPool(x as tf.Tensor4D, 3, 1, "same")],
    ["maxPool3d", [2, 4, 5, 6, 3], (x) => tf.maxPool3d(x as tf.Tensor5D, 2, 1, "same")],
    ["avgPool3d", [2, 4, 5, 6, 3], (x) => tf.avgPool3d(x as tf.Tensor5D, 2, 1, "same")],
    ["conv3d", [3, 3, 4, 3, 2], (x) => tf.conv3d(x as tf.Tensor5D, random<tf.Tensor5D>([2, 2, 2, 2, 3], 2), 1, "same")],
    ["conv3d with strides", [2, 5, 5, 5, 2], (x) => tf.conv3d(x as tf.Tensor5D, random<tf.Tensor5D>([2, 2, 2, 2, 3], 2), 2, "valid")],
    ["the filter of conv3d", [2, 2, 2, 2, 3], (w) => tf.conv3d(random<tf.Tensor5D>([3, 5, 4, 3, 2], 2), w as tf.Tensor5D, 2, "valid")],
    ["resizeNearestNeighbor", [3, 3, 3, 2], (x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [7, 7])],
    ["resizeBilinear", [3, 3, 3, 2], (x) => tf.image.resizeBilinear(x as tf.Tensor4D, [7, 7], false, true)],
    ["dilation2d", [3, 5, 5, 3], (x) => tf.dilation2d(x as tf.Tensor4D, random<tf.Tensor3D>([2, 2, 3], 2), 1, "valid")],
    ["the filter of dilation2d", [2, 2, 3], (w) => tf.dilation2d(random<tf.Tensor4D>([3, 5, 5, 3], 2), w as tf.Tensor3D, 1, "valid")],
    ["localResponseNormalization", [3, 3, 3, 7], (x) => tf.localResponseNormalization(x as tf.Tensor4D)],
  ])("%s", (_, shape, f) => expectSame(learned(f, shape)));
});

describe("losses learn alike:", () => {
  const classes = () => tf.oneHot(tf.tensor1d([0, 3, 1, 1, 2, 0], "int32"), 4, 1, 0, "float32");
  const { absoluteDifference, cosineDistance, hingeLoss, huberLoss, logLoss, meanSquaredError, sigmoidCrossEntropy, softmaxCrossEntropy } =
    tf.losses;

  test.each<[string, (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor]>([
    ["absoluteDifference", absoluteDifference],
    ["cosineDistance", (truth, guess) => cosineDistance(truth, guess, 1)],
    ["hingeLoss", hingeLoss],
    ["huberLoss", huberLoss],
    ["logLoss", logLoss],
    ["meanSquaredError", meanSquaredError],
    ["sigmoidCrossEntropy", sigmoidCrossEntropy],
    ["softmaxCrossEntropy", softmaxCrossEntropy],
  ])("tf.losses.%s", (_, loss) => expectSame(learned((z) => loss(classes(), tf.softmax(z)), [6, 4])));

  test.each([
    ...["meanSquaredError", "meanAbsoluteError", "meanSquaredLogarithmicError", "squaredHinge", "hinge"],
    ...["categoricalHinge", "logcosh", "categoricalCrossentropy", "binaryCrossentropy", "kullbackLeiblerDivergence", "poisson"],
    ...["cosineProximity", "sparseCategoricalCrossentropy"],
  ])("%s of a fitted model", async (loss) => {
    const fitted = async (backend: string) => {
      await tf.setBackend(backend);
      const model = tf.sequential({ layers: [L.dense({ units: 4, inputShape: [3], activation: "softmax" })] });
      model.setWeights([random([3, 4], 1), random([4], 2)]);
      model.compile({ loss, optimizer: "sgd", metrics: ["accuracy"] });
      const y = loss.startsWith("sparse") ? tf.tensor2d([0, 3, 1, 1, 2, 0], [6, 1]) : classes();
      await model.fit(random([6, 3], 3), y, { epochs: 2, shuffle: false, batchSize: 4 });
      return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
    };
    const cpu = await fitted("cpu");
    const wasm = await fitted("wasm");
    expect(wasm).toEqual(cpu.map((value) => expect.closeTo(value, 4) as number));
  });
});

describe("optimizers take the same steps:", () => {
  const { sgd, momentum, adagrad, adadelta, adam, adamax, rmsprop } = tf.train;
  test.each<[string, () => tf.Optimizer]>([
    ["sgd", () => sgd(0.1)],
    ["momentum", () => momentum(0.1, 0.9, true)],
    ["adagrad", () => adagrad(0.1)],
    ["adadelta", () => adadelta(0.1)],
    ["adam", () => adam(0.1)],
    ["adamax", () => adamax(0.1)],
    ["rmsprop", () => rmsprop(0.1, 0.9, 0.5, 1e-8, true)],
  ])("%s", async (_, make) => {
    const steps = async (backend: string) => {
      await tf.setBackend(backend);
      const w = tf.variable(random([3, 2], 1));
      const optimizer = make();
      for (let i = 0; i < 3; i++) optimizer.minimize(() => tf.sum(tf.square(tf.sub(w, 1))) as tf.Scalar, false, [w]);
      return [...w.dataSync()];
    };
    const cpu = await steps("cpu");
    expect(await steps("wasm")).toEqual(cpu.map((value) => expect.closeTo(value, 5) as number));
  });
});
