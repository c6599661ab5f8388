/**
 * `gather` by copying rows. The cpu and wasm backends compute the place of every single entry anew; a row — all that lies behind the gathered
 * axis — can be copied as a whole. This is what reads a batch out of a data set that is held as a tensor.
 *
 * Measured, processor time: 256 rows of [60000,784] cpu 11 → 0.11 ms, wasm 7.0 → 0.07 ms; 10 rows of [1000,2], cpu, 4.0 → 2.2 µs. Linear regression
 * with batches of 10, 300 steps: 29 → 26 ms.
 */
import type { GatherV2Attrs, KernelFunc, TensorInfo, TypedArray } from "@tensorflow/tfjs-core";
import type { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type Core, replaceKernel } from "./replace.ts";

/** How a backend's numbers are reached, and where the result goes. */
interface Memory {
  read(tensor: TensorInfo): TypedArray;
  make(shape: number[], dtype: TensorInfo["dtype"]): { info: TensorInfo; values: TypedArray };
}

export function tuneGather(tf: Core, backendName: "cpu" | "wasm"): void {
  replaceKernel(tf, "GatherV2", backendName, (general): KernelFunc => (params) => {
    const { x, indices } = params.inputs as { x: TensorInfo; indices: TensorInfo };
    const { axis, batchDims } = params.attrs as unknown as GatherV2Attrs;
    if (batchDims || (x.dtype !== "float32" && x.dtype !== "int32")) return general(params);
    const memory = backendName === "cpu" ? cpuMemory(tf, params.backend as MathBackendCPU) : wasmMemory(params.backend as BackendWasm);

    const [along] = tf.util.parseAxisParam(axis, x.shape);
    const size = x.shape[along];
    const outer = product(x.shape.slice(0, along));
    const row = product(x.shape.slice(along + 1));
    const { info, values } = memory.make([...x.shape.slice(0, along), ...indices.shape, ...x.shape.slice(along + 1)], x.dtype);
    const source = memory.read(x); // after `make`, which may move the wasm heap
    let to = 0;
    const places = memory.read(indices);
    for (const index of places)
      tf.util.assert(index >= 0 && index < size, () => `GatherV2: the index value ${index} is not in [0, ${size - 1}]`);
    for (let block = 0; block < outer; block++) {
      if (row === 1) {
        for (let i = 0; i < places.length; i++, to++) values[to] = source[block * size + places[i]];
        continue;
      }
      for (let i = 0; i < places.length; i++, to += row) {
        const from = (block * size + places[i]) * row;
        if (row < 16) for (let j = 0; j < row; j++) values[to + j] = source[from + j];
        else values.set(source.subarray(from, from + row), to);
      }
    }
    return info;
  });
}

const product = (shape: number[]) => shape.reduce((result, n) => result * n, 1);

const cpuMemory = (tf: Core, backend: MathBackendCPU): Memory => ({
  read: ({ dataId }) => backend.data.get(dataId).values as TypedArray,
  make(shape, dtype) {
    const values = tf.util.makeZerosTypedArray(product(shape), dtype as "float32" | "int32");
    return { info: backend.makeTensorInfo(shape, dtype, values), values };
  },
});

const wasmMemory = (backend: BackendWasm): Memory => ({
  read: (tensor) => backend.typedArrayFromHeap(tensor),
  make(shape, dtype) {
    const info = backend.makeOutput(shape, dtype);
    return { info, values: backend.typedArrayFromHeap(info) };
  },
});
