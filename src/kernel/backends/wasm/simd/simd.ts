/** The few inner loops that decide how long training takes, as WebAssembly on the memory of tfjs's own wasm backend. */
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import compiled from "./binary.ts";

/** What `assembly/kernels.ts` exports; addresses are bytes, sizes and strides count values. */
interface Kernels {
  pad(b: number, rowStride: number, stride: number, rows: number, n: number, padded: number): void;
  product(a: number, rowStride: number, stride: number, b: number, inner: number, c: number, rows: number, n: number): void;
  unit(bytes: number, values: number, length: number): void;
}

/** The part of an Emscripten module that lends out its memory. */
interface Heap {
  asm: Record<string, unknown>;
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
}

export interface Simd extends Kernels {
  /** all of the backend's memory; to be asked for anew after every allocation, which may move it */
  bytes(): Uint8Array;
  /** the address of at least `bytes` bytes that stay as they are until the next call */
  scratch(bytes: number): number;
}

const instances = new WeakMap<BackendWasm, Simd | undefined>();

/** The kernels on this backend's memory; `undefined` where the engine has no SIMD. */
export function simd(backend: BackendWasm): Simd | undefined {
  if (!instances.has(backend)) instances.set(backend, instantiate(backend.wasm as unknown as Heap));
  return instances.get(backend);
}

function instantiate(heap: Heap): Simd | undefined {
  const memory = Object.values(heap.asm).find((value) => value instanceof WebAssembly.Memory);
  const binary = Uint8Array.from(atob(compiled), (byte) => byte.charCodeAt(0));
  if (!memory || !WebAssembly.validate(binary)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory } });
  let [address, size] = [0, 0];
  return {
    ...(exports as unknown as Kernels),
    bytes: () => heap.HEAPU8,
    scratch(bytes) {
      if (bytes > size) {
        heap._free(address);
        address = heap._malloc((size = bytes)) >>> 0; // signed, as Emscripten returns it
      }
      return address;
    },
  };
}
