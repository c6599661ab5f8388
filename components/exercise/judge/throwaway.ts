import type { Run } from "../../../src/kernel/judge.ts";
import { Kernel, type RunHandlers } from "../../../src/kernel/kernel.ts";
import { workerUrl } from "../../../src/kernel/worker-url.ts";

/** What the reader's code prints while it is being checked is of no interest. */
const silent: RunHandlers = { onOutput: () => {}, onLines: () => {} };

/**
 * Does work in a kernel of its own, which is gone afterwards, or after `limit` milliseconds: then `run` says `stopped`.
 * The reader's kernel is not touched.
 */
export async function inThrowaway<T>(root: string, limit: number, work: (run: Run) => Promise<T>): Promise<T> {
  const kernel = new Kernel({ workerUrl, root, backend: "cpu", seed: 1 });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await kernel.warm(); // the limit is for the reader's code
    timer = setTimeout(() => kernel.interrupt(), limit);
    return await work((program) => kernel.run(program, silent));
  } finally {
    clearTimeout(timer);
    kernel.interrupt();
  }
}
