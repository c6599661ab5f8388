/** What every backend shares: tfjs's bookkeeping around the kernels. Each change tells what it was measured to gain. */
import type { layers } from "@tensorflow/tfjs-layers";
import { tuneDense } from "./dense.ts";
import { tuneGather } from "./gather.ts";
import { tuneGradients } from "./gradients.ts";
import { tuneKernels } from "./kernels.ts";
import type { Core } from "./replace.ts";
import { tuneSaved } from "./saved.ts";
import { tuneScope } from "./scope.ts";
import { tuneStorage } from "./storage.ts";

const tuned = new WeakSet<object>();

/** Tunes tfjs's engine, its dense layer and the cpu backend; to be called once, when tfjs has been loaded. */
export function tune(tf: Core & { layers: typeof layers }): void {
  if (tuned.has(tf.engine())) return;
  tuned.add(tf.engine());
  tuneStorage(tf);
  tuneGradients(tf);
  tuneScope(tf);
  tuneKernels(tf);
  tuneSaved(tf);
  tuneDense(tf);
  tuneGather(tf, "cpu");
}
