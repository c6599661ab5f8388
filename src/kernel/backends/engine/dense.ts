/**
 * A dense layer whose gradient is only what training needs. tfjs computes product and bias as one operation, whose gradient always includes that
 * of the layer's input: for the first layer of a classifier a matrix as large as the batch of images, which nobody asked for. Within a gradient
 * the layer is therefore the product and the sum, each with a gradient of its own; everywhere else it stays one operation.
 *
 * Measured, processor time: linear regression with a layer, batches of 10, 300 steps, 29 → 24 ms; of an epoch of softmax regression with layers on
 * wasm 46 ms went into the product of that matrix.
 *
 * Follows `Dense.call` (tfjs-layers/src/layers/core.ts) of TensorFlow.js 4.22, Apache-2.0.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { layers } from "@tensorflow/tfjs-layers";
import type { Core } from "./replace.ts";

/** The private side of a dense layer. */
interface Dense {
  kernel: { read(): Tensor };
  bias: { read(): Tensor } | null;
  activation: { apply(x: Tensor): Tensor };
  invokeCallHook(inputs: Tensor | Tensor[], settings: unknown): void;
  call(inputs: Tensor | Tensor[], settings: unknown): Tensor;
}

export function tuneDense(tf: Core & { layers: typeof layers }): void {
  const prototype = Object.getPrototypeOf(tf.layers.dense({ units: 1, name: "unused" })) as Dense;
  const { call } = prototype;

  prototype.call = function (this: Dense, inputs, settings) {
    const x = inputs instanceof tf.Tensor ? inputs : inputs[0];
    const isOneMatrix = x.rank === 2 && (x === inputs || (inputs as Tensor[]).length === 1);
    if (tf.engine().state.gradientDepth === 0 || !isOneMatrix) return call.call(this, inputs, settings);
    return tf.tidy(() => {
      this.invokeCallHook(inputs, settings);
      const product = tf.matMul(x, this.kernel.read());
      return this.activation.apply(this.bias ? tf.add(product, this.bias.read()) : product);
    });
  };
}
