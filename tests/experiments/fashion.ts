/** What the experiments on Fashion-MNIST share: the data, a model that trains quickly, a place for what they find. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { evaluateAccuracy, type Batches, type Net } from "d2l";
import { provide } from "../../src/datasets/environment.ts";
import { useBackend } from "../../src/kernel/backends/use.ts";

/** Data from the files of the site, arithmetic by wasm, as in the sections. */
export async function prepare(): Promise<void> {
  const root = "https://course.invalid/";
  provide({ root, progress: false, fetch: async (url) => new Response(await readFile(join("public", String(url).slice(root.length)))) });
  if ((await useBackend("wasm")) !== "wasm") throw new Error("expected: the wasm backend; found: another");
}

/** Saves beside the sections what figures show and `<Value of="data/…">` quotes. */
export const save = (name: string, data: unknown) => writeFile(`content/linear-networks/data/${name}.json`, `${JSON.stringify(data)}\n`);

export const rounded = (value: number, digits = 4) => Number(value.toFixed(digits));

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Smallest, largest and mean of several runs. */
export function spread(values: readonly number[]): { low: number; high: number; mean: number } {
  return { low: rounded(Math.min(...values)), high: rounded(Math.max(...values)), mean: rounded(mean(values)) };
}

/** Softmax regression as section 3.7 has it: logits, loss and gradient in one formula each, which is quicker than the tape. */
export class Model {
  W = tf.variable(tf.randomNormal<tf.Rank.R2>([784, 10], 0, 0.01));
  b = tf.variable(tf.zeros([10]));
  net: Net = (X) => X.reshape([-1, 784]).matMul(this.W).add(this.b);

  /** One epoch of minibatch SGD with weight decay. */
  epoch(batches: Batches, lr: number, decay = 0): void {
    for (const [X, y] of batches) {
      tf.tidy(() => {
        const rows = X!.reshape([-1, 784]);
        const residual = tf.softmax(this.net(rows)).sub(tf.oneHot(y!, 10)).div(y!.size); // (Ŷ − Y) / m
        this.b.assign(this.b.sub(residual.sum(0).mul(lr)));
        this.W.assign(this.W.mul(1 - lr * decay).sub(rows.transpose().matMul(residual).mul(lr)) as tf.Tensor2D);
      });
    }
  }

  /** Average loss and accuracy. */
  measure(batches: Batches): { loss: number; accuracy: number } {
    let [loss, size] = [0, 0];
    for (const [X, y] of batches) {
      size += y!.size;
      loss += tf.tidy(() => tf.losses.softmaxCrossEntropy(tf.oneHot(y!, 10), this.net(X!)).dataSync()[0]! * y!.size);
    }
    return { loss: loss / size, accuracy: evaluateAccuracy(this.net, batches) };
  }

  dispose(): void {
    tf.dispose([this.W, this.b]);
  }
}
