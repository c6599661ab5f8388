/** Requests → replies: all of the worker but its edge. */
import { useBackend } from "../backends/use.ts";
import type { Taint } from "../isolate/guard.ts";
import { createOutbox } from "./outbox.ts";
import type { Reply, Request } from "../protocol.ts";
import { createRunner, type Runner } from "../run.ts";
import type { Load } from "../modules.ts";

/** What the worker's edge hands over. */
export interface Surroundings {
  send: (replies: Reply[]) => void;
  /** called with the first request, before anything runs */
  prepare?: (start: Extract<Request, { type: "start" }>) => void;
  /** puts back what a listing replaced that it should not have touched, and tells it */
  mend?: () => Taint | undefined;
  /** ends what the last run left going */
  calm?: () => void;
  load?: Load;
}

export interface Server {
  /** Requests are served one after the other, in the order in which they come. */
  receive(request: Request): void;
  /** An error that nobody caught: shown at the end of the run that is, or was last, under way. */
  stray(error: unknown): void;
}

/** An index that no output of a run reaches. */
const STRAY = 1_000_000;

export function serve({ send, prepare, mend, calm, load }: Surroundings): Server {
  const outbox = createOutbox(send);
  const ruined = (what: string) => send([{ type: "tainted", token, what }]); // past the outbox, which may be ruined too
  let runner: Runner = createRunner({ seed: 0, load, mend, ruined });
  let queue: Promise<unknown> = Promise.resolve();
  let token = 0;
  let strays = 0;

  const reply = (message: Reply): void => {
    outbox.put(message);
    outbox.flush();
  };

  async function answer(request: Request): Promise<void> {
    switch (request.type) {
      case "start": {
        const started = performance.now();
        prepare?.(request);
        runner = createRunner({ seed: request.seed, load, mend, ruined });
        const backend = await useBackend(request.backend);
        return reply({ type: "ready", backend, milliseconds: performance.now() - started });
      }
      case "run": {
        calm?.();
        token = request.token;
        strays = 0;
        const outcome = await runner.run(request.program, (message) => outbox.put({ ...message, token: request.token }));
        const { result, tainted: what } = outcome;
        reply(outcome.ok ? { type: "done", token, result } : { type: "failed", token, error: outcome.error, result });
        if (what) reply({ type: "tainted", token, what });
        return;
      }
      case "forget":
        return runner.forget(request.ids);
      case "seed":
        runner.seed = request.seed;
        return;
      case "inspect":
        return reply({ type: "inspected", token: request.token, tensors: runner.inspect() });
    }
  }

  return {
    receive(request) {
      queue = queue.then(() => answer(request)).catch((error: unknown) => reply({ type: "unready", error: runner.explain(error) }));
    },
    stray(error) {
      if (strays < 10) reply({ type: "output", token, index: STRAY + strays++, output: { type: "error", error: runner.explain(error) } });
    },
  };
}
