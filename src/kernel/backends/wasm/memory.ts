/**
 * Refuses a tensor that the wasm heap cannot hold. tfjs asks for its room with a number that wraps at 4 GB and never looks whether it got any:
 * the kernel then writes over other tensors, or over the heap's own books, and everything after it fails.
 *
 * Follows `BackendWasm.move` (tfjs-backend-wasm/src/backend_wasm.ts) of TensorFlow.js 4.22, Apache-2.0.
 */
import { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** The part of an Emscripten module that lends out its memory. */
interface Heap {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

const MOST = 2 ** 32;
const guarded = new WeakSet<object>();

export function tuneMemory(): void {
  const prototype = BackendWasm.prototype;
  if (guarded.has(prototype)) return;
  guarded.add(prototype);
  const { move } = prototype;
  prototype.move = function (...given) {
    guardHeap(this.wasm as unknown as Heap);
    return move.apply(this, given);
  };
}

/** Lets the heap throw where it has no room. */
export function guardHeap(heap: Heap): void {
  if (guarded.has(heap)) return;
  guarded.add(heap);
  heap._free(heap._malloc(1)); // with the first call Emscripten puts the function itself in the place of a stub
  const { _malloc } = heap;
  heap._malloc = (bytes) => {
    const address = bytes < MOST ? _malloc(bytes) : 0;
    if (address === 0 && bytes > 0) throw new RangeError(`out of memory: no room for ${bytes} bytes`);
    return address;
  };
}
