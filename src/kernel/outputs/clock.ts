/** Time as outputs need it: taken before a listing could replace it, and replaced by tests. */
export interface Clock {
  /** milliseconds */
  now(): number;
  later(action: () => void, milliseconds: number): unknown;
  cancel(timer: unknown): void;
}

const { setTimeout: later, clearTimeout: cancel } = globalThis;
const now = performance.now.bind(performance);

export const realClock: Clock = {
  now,
  later: (action, milliseconds) => later(action, milliseconds),
  cancel: (timer) => cancel(timer as number | undefined),
};
