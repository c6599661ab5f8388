/** What every backend shares: tfjs's bookkeeping around the kernels. Each change tells what it was measured to gain. */
import { tuneGather } from "./gather.ts";
import { tuneGradients } from "./gradients.ts";
import type { Core } from "./replace.ts";
import { tuneScope } from "./scope.ts";

const tuned = new WeakSet<object>();

/** Tunes tfjs's engine and the cpu backend; to be called once, when tfjs has been loaded. */
export function tune(tf: Core): void {
  if (tuned.has(tf.engine())) return;
  tuned.add(tf.engine());
  tuneGradients(tf);
  tuneScope(tf);
  tuneGather(tf, "cpu");
}
