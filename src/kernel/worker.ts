/** The worker's edge: a private port to the page, and the global as listings will see it. */
import "./isolate/unhurried.ts";
import { provide } from "../datasets/environment.ts";
import { STORE } from "../datasets/store.ts";
import { guardIntrinsics } from "./isolate/intrinsics.ts";
import { isolate } from "./isolate/isolate.ts";
import { holdTimers } from "./isolate/timers.ts";
import { placeFetch } from "./isolate/placed-fetch.ts";
import type { Request } from "./protocol.ts";
import { serve } from "./serve/serve.ts";
import "./tf.ts";

/** Taken before the timers are held: a download goes on when the run that began it has ended. */
const { setTimeout: later } = globalThis;
const pause = (milliseconds: number) => new Promise<void>((resolve) => void later(resolve, milliseconds));

self.addEventListener(
  "message",
  ({ ports: [port] }) => {
    const server = serve({
      // bound now: a listing that replaces the prototype's method does not get to see the port
      send: port.postMessage.bind(port),
      prepare: ({ root, tier }) => provide({ root, tier, ...kept, pause }),
      mend: () => mend(),
      calm: () => calm(),
    });
    self.addEventListener("error", (event) => {
      event.preventDefault();
      server.stray(event.error ?? event.message);
    });
    self.addEventListener("unhandledrejection", (event) => {
      event.preventDefault();
      server.stray(event.reason);
    });
    port.onmessage = ({ data }: MessageEvent<Request>) => server.receive(data);
    const kept = isolate(globalThis, STORE);
    placeFetch(globalThis);
    const calm = holdTimers(globalThis);
    const mend = guardIntrinsics();
  },
  { once: true },
);
