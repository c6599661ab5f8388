/** Fashion-MNIST as a listing sees it: the counterpart of `torchvision.datasets.FashionMNIST`. */
import { tensor1d, type Rank, type ShapeMap, type Tensor, type Tensor1D, type Tensor3D, type Tensor4D } from "@tensorflow/tfjs-core";
import manifest from "../../public/datasets/fashion-mnist/manifest.json" with { type: "json" };
import { type Environment, surroundings } from "./environment.ts";
import { Split } from "./split.ts";
import { unitRows } from "./tensor.ts";

const HEIGHT = 28;
const WIDTH = 28;
const PIXELS = HEIGHT * WIDTH;
const QUICK = { train: 10_000, test: 2000 };

export interface LoadOptions {
  /** the training set (default) or the test set */
  train?: boolean;
  /** only the first so many examples, whatever the reader has chosen; by default all of them, or the reader's 快速 subset */
  first?: number;
}

/**
 * Images of clothing, 28 × 28 grey, in ten classes: 60 000 to train and 10 000 to test, in the official order.
 *
 * ```ts
 * const mnistTrain = await FashionMNIST.load({ train: true });
 * const mnistTest = await FashionMNIST.load({ train: false });
 * console.log(mnistTrain.length, mnistTest.length); // → 60000 10000
 * const [image, label] = mnistTrain.get(0);         // image: [28, 28, 1] float32, label: 9
 * const [X, y] = mnistTrain.batch([0, 1, 2]);       // X: [3, 28, 28, 1] float32, y: [3] int32
 * ```
 *
 * The examples stay bytes in memory (45 MB for the training set; as float32 they would be 180) and become tensors when asked for.
 * Loading twice costs nothing: all loads share the same memory.
 */
export class FashionMNIST {
  /** whether this is the training set */
  readonly train: boolean;
  /** number of examples */
  readonly length: number;
  /** true when these are only the first examples: results are then not those of the whole set */
  readonly subset: boolean;
  /** all pixels, 784 bytes an example, row by row, 0 black to 255 white */
  readonly images: Uint8Array;
  /** the class of each example, 0 to 9 */
  readonly labels: Uint8Array;

  private constructor(train: boolean, length: number, { images, labels, length: all }: Split) {
    this.train = train;
    this.length = length;
    this.subset = length < all;
    this.images = images.subarray(0, length * PIXELS);
    this.labels = labels.subarray(0, length);
  }

  /** Loads the training or the test set; the first time in this browser it is downloaded, and shows how far it is. Throws a `DataError`. */
  static async load({ train = true, first }: LoadOptions = {}): Promise<FashionMNIST> {
    const environment = surroundings();
    const name = train ? "train" : "test";
    const split = splitsOf(environment)[name];
    const length = Math.min(first ?? (environment.tier === "quick" ? QUICK[name] : split.length), split.length);
    if (!Number.isInteger(length) || length < 1) throw new RangeError(`first 应为正整数，得到 ${first}。`);
    const { stack } = new Error(); // of the call: but for V8, engines forget it at the first wait, and the reader could not be told the line
    await split.fill(length, `下载 Fashion-MNIST ${train ? "训练集" : "测试集"}`).catch((error: Error) => {
      throw Object.assign(error, { stack });
    });
    return new FashionMNIST(train, length, split);
  }

  /** One example: image `[28, 28, 1]`, float32 in [0, 1], and its label. */
  get(index: number): [image: Tensor3D, label: number] {
    this.check(index);
    return [this.pixels<Rank.R3>([HEIGHT, WIDTH, 1], [index]), this.labels[index]];
  }

  /** Some examples in the order of `indices`: images `[m, 28, 28, 1]`, float32 in [0, 1], and labels `[m]`, int32. */
  batch(indices: ArrayLike<number>): [images: Tensor4D, labels: Tensor1D] {
    const labels = new Int32Array(indices.length);
    for (let i = 0; i < indices.length; i++) {
      this.check(indices[i]);
      labels[i] = this.labels[indices[i]];
    }
    return [this.pixels<Rank.R4>([indices.length, HEIGHT, WIDTH, 1], indices), tensor1d(labels, "int32")];
  }

  private pixels<R extends Rank>(shape: ShapeMap[R], indices: ArrayLike<number>): Tensor<R> {
    return unitRows<R>(shape, this.images, indices, PIXELS);
  }

  private check(index: number): void {
    if (!(Number.isInteger(index) && index >= 0 && index < this.length)) {
      throw new RangeError(`没有第 ${index} 个样本：一共 ${this.length} 个，编号从 0 到 ${this.length - 1}。`);
    }
  }
}

/** Both halves, once per environment. */
const loaded = new WeakMap<Environment, { train: Split; test: Split }>();

function splitsOf(environment: Environment) {
  let splits = loaded.get(environment);
  if (!splits) {
    const split = (train: boolean) => new Split(environment, manifest, "datasets/fashion-mnist/", train);
    loaded.set(environment, (splits = { train: split(true), test: split(false) }));
  }
  return splits;
}
