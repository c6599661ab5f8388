/** Timers that a listing leaves running end when the next run begins: what they show or throw is nobody's any more. */

type Timers = Pick<typeof globalThis, "setTimeout" | "setInterval" | "clearTimeout">;

/**
 * Makes a global's timers known.
 * @returns a function that ends all that are still to come
 */
export function holdTimers(global: Timers): () => void {
  const { setTimeout, setInterval, clearTimeout } = global;
  const running = new Set<ReturnType<typeof setTimeout>>();

  const once = (act: TimerHandler, delay?: number, ...given: unknown[]) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      call(act, given);
    }, delay);
    running.add(timer);
    return timer;
  };
  const again = (act: TimerHandler, delay?: number, ...given: unknown[]) => {
    const timer = setInterval(() => call(act, given), delay) as ReturnType<typeof setTimeout>;
    running.add(timer);
    return timer;
  };
  Object.assign(global, { setTimeout: once, setInterval: again });

  return () => {
    running.forEach((timer) => clearTimeout(timer));
    running.clear();
  };
}

/** Text is no program here, as the page's policy has it. */
function call(act: TimerHandler, given: unknown[]): void {
  if (typeof act === "function") act(...given);
}
