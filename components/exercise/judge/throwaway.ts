import type { Run } from "../../../src/kernel/judge.ts";
import { Kernel, type Restart, type RunHandlers, type KernelOptions } from "../../../src/kernel/kernel.ts";
import { workerUrl } from "../../../src/kernel/worker-url.ts";

/** What the reader's code prints while it is being checked is of no interest. */
const silent: RunHandlers = { onOutput: () => {}, onLines: () => {} };

export interface Throwaway {
  root: string;
  /** milliseconds for the reader's code */
  limit: number;
  /** the reader has seen enough */
  signal?: AbortSignal;
  createWorker?: KernelOptions["createWorker"];
}

/** Why work came to no end of its own, and what it had replaced. */
export type Broken = { why: "limit" } | { why: "asked" } | { why: "tainted"; what: string };

/**
 * Does work in a kernel of its own, which is gone afterwards. The reader's kernel is not touched.
 *
 * @returns what the work gave, or why that is worth nothing: it took too long, was to be stopped, or replaced what everything is built on
 */
export async function inThrowaway<T>(
  { root, limit, signal, createWorker }: Throwaway,
  work: (run: Run) => Promise<T>,
): Promise<{ done: T } | Broken> {
  const kernel = new Kernel({ workerUrl, root, backend: "cpu", seed: 1, createWorker });
  let broken: Broken | undefined;
  const stop = (why: "limit" | "asked") => {
    broken ??= { why };
    kernel.interrupt();
  };
  const asked = () => stop("asked");
  kernel.addEventListener("restart", (event) => {
    const { reason, what = "" } = (event as CustomEvent<Restart>).detail;
    if (reason === "tainted") broken ??= { why: "tainted", what };
  });
  signal?.addEventListener("abort", asked);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await kernel.warm(); // the limit is for the reader's code
    timer = setTimeout(() => stop("limit"), limit);
    const run: Run = async (program) => (broken || signal?.aborted ? { state: "stopped" } : kernel.run(program, silent));
    const outcome = await work(run).then(
      (done) => ({ done }),
      (error: unknown) => ({ error }),
    );
    // what a run has replaced is told after its result, which may be nonsense for that; this answer comes after both
    await kernel.inspect();
    if (signal?.aborted) return { why: "asked" };
    if (broken) return broken;
    if ("error" in outcome) throw outcome.error;
    return outcome;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", asked);
    kernel.interrupt();
  }
}
