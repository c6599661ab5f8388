/** Replies on their way to the page: a few go at once, many go together. */
import type { Reply } from "../protocol.ts";

const WINDOW = 50;
/** Replies that a window lets through one by one; and at most so many go together, since the page shows what came together in one task. */
const AT_ONCE = 16;

export interface Outbox {
  put(reply: Reply): void;
  /** Sends what waits, in order. */
  flush(): void;
}

/**
 * Lets the first replies of every 50 ms through at once and holds the others back until the window is over, so that
 * a listing in a hurry does not wake the page a thousand times a second. Of the states of one output only the newest is
 * kept. In a loop that never waits no timer fires: then the next reply, or the end of the run, opens the window.
 */
export function createOutbox(send: (replies: Reply[]) => void, now: () => number = () => performance.now()): Outbox {
  let waiting: Reply[] = [];
  let opened = -Infinity;
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const replies = waiting;
    waiting = [];
    for (let i = 0; i < replies.length; i += AT_ONCE) send(replies.slice(i, i + AT_ONCE));
  }

  return {
    put(reply) {
      if (now() - opened >= WINDOW) {
        flush();
        opened = now();
        sent = 0;
      }
      if (waiting.length === 0 && sent < AT_ONCE) {
        sent++;
        send([reply]);
        return;
      }
      const old = reply.type === "output" ? waiting.findIndex((other) => other.type === "output" && sameOutput(other, reply)) : -1;
      if (old >= 0) waiting[old] = reply;
      else waiting.push(reply);
      timer ??= setTimeout(flush, WINDOW);
    },
    flush,
  };
}

function sameOutput(a: { token: number; index: number }, b: { token: number; index: number }): boolean {
  return a.token === b.token && a.index === b.index;
}
