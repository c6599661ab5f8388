/** A clock that a test winds by hand. */
import type { Clock } from "../../../src/kernel/outputs/clock.ts";

export interface Wound extends Clock {
  /** lets time pass; what was put off until then is done */
  pass(milliseconds: number): void;
}

export function windUp(): Wound {
  let time = 0;
  let next = 1;
  const timers = new Map<number, { at: number; action: () => void }>();
  return {
    now: () => time,
    later(action, milliseconds) {
      timers.set(next, { at: time + milliseconds, action });
      return next++;
    },
    cancel: (timer) => void timers.delete(timer as number),
    pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        timers.delete(due[0]);
        time = due[1].at;
        due[1].action();
      }
      time = end;
    },
  };
}
