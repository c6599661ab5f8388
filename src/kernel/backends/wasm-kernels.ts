/** The wasm backend of tfjs, made fit for training. Each change tells what it was measured to gain. */
import { tuneGather } from "./tune-gather.ts";
import type { Core } from "./tune-replace.ts";
import { tuneFallbacks } from "./wasm-fallback.ts";
import { tuneIdentity } from "./wasm-identity.ts";
import { tuneMatMul } from "./wasm-matmul.ts";
import { tuneUnit } from "./wasm-unit.ts";

/** Tunes the wasm backend; to be called once its kernels are registered, before or after it starts. */
export function tuneWasm(tf: Core): void {
  tuneMatMul(tf);
  tuneIdentity(tf);
  tuneGather(tf, "wasm");
  tuneFallbacks(tf);
  tuneUnit(tf);
}
