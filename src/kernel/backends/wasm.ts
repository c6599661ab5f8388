/** Registers the wasm backend and tells it where its binaries are. */
import * as tf from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { tuneWasm } from "./wasm/tune.ts";

// Threads would need headers that plain hosts do not send, die in a minified bundle, and gain nothing on two cores.
tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);

const at = tf.env().get("IS_NODE")
  ? (url: string) => `${process.cwd()}${url}` // Vite's URLs start at the repository's root
  : (url: string) => new URL(url, import.meta.url).href; // a worker started from a blob has no base of its own

setWasmPaths({
  "tfjs-backend-wasm.wasm": at(plain),
  "tfjs-backend-wasm-simd.wasm": at(simd),
  "tfjs-backend-wasm-threaded-simd.wasm": at(simd), // asked for, never used
});

tuneWasm(tf);
