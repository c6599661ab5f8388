/** A worker without a thread: the real server behind a real port. It stops by not being listened to. */
import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { Load } from "../../src/kernel/modules.ts";
import type { Request } from "../../src/kernel/protocol.ts";
import { serve, type Server } from "../../src/kernel/serve/serve.ts";
import type { WorkerLike } from "../../src/kernel/session.ts";

export interface FakeWorker extends WorkerLike {
  server?: Server;
  terminated: boolean;
  /** what the worker claims a listing has replaced */
  tainted?: string;
}

// the page's ports are the browser's; Node's are the same but for their types
globalThis.MessageChannel = MessageChannel as unknown as typeof globalThis.MessageChannel;

export function createFakeWorker(load?: Load): FakeWorker {
  const worker: FakeWorker = {
    onerror: null,
    terminated: false,
    postMessage(_, [transferred]) {
      const port = transferred as unknown as MessagePort;
      const server = serve({
        send: (replies) => worker.terminated || port.postMessage(replies),
        mend: () => (worker.tainted === undefined ? undefined : { what: worker.tainted, mended: true }),
        load,
      });
      worker.server = server;
      port.on("message", (request: Request) => worker.terminated || server.receive(request));
    },
    terminate() {
      worker.terminated = true;
    },
  };
  return worker;
}
