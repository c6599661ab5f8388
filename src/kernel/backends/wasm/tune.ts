/** The wasm backend of tfjs, made fit for training. Each change tells what it was measured to gain. */
import { tuneGather } from "../engine/gather.ts";
import type { Core } from "../engine/replace.ts";
import { tuneFallbacks } from "./fallback.ts";
import { tuneIdentity } from "./identity.ts";
import { tuneMatMul } from "./matmul.ts";
import { tuneMemory } from "./memory.ts";
import { tuneUnit } from "./unit.ts";

/** Tunes the wasm backend; to be called once its kernels are registered, before or after it starts. */
export function tuneWasm(tf: Core): void {
  tuneMatMul(tf);
  tuneIdentity(tf);
  tuneGather(tf, "wasm");
  tuneFallbacks(tf);
  tuneUnit(tf);
  tuneMemory();
}
