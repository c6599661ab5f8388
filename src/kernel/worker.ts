/** The worker's edge: a private port to the page, and the global as listings will see it. */
import "./isolate/unhurried.ts";
import { provide } from "../datasets/environment.ts";
import { STORE } from "../datasets/store.ts";
import { guardIntrinsics } from "./isolate/intrinsics.ts";
import { isolate } from "./isolate/isolate.ts";
import type { Request } from "./protocol.ts";
import { serve } from "./serve/serve.ts";
import "./tf.ts";

// V8 keeps ten frames, fewer than tfjs may put between the failing call and the listing.
(Error as { stackTraceLimit?: number }).stackTraceLimit = 50;

self.addEventListener(
  "message",
  ({ ports: [port] }) => {
    const server = serve({
      // bound now: a listing that replaces the prototype's method does not get to see the port
      send: port.postMessage.bind(port),
      prepare: ({ root, tier }) => provide({ root, tier, ...kept }),
      tainted: () => tainted(),
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
    const tainted = guardIntrinsics();
  },
  { once: true },
);
