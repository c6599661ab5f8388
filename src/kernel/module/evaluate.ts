/** The text of a listing → what runs it. */

/** A listing's code, ready to be called with the values of its imports and inputs. */
export type Body = (values: Record<string, unknown>) => Promise<Record<string, unknown>>;

const inNode = typeof process !== "undefined" && process.versions?.node !== undefined;

/**
 * Imports the text of a listing as a module; `named` is told the module's URL before any of its code runs (WebKit's stacks show the
 * URL, not the sourceURL).
 */
export type Evaluate = (id: string, text: string, named: (url: string) => void) => Promise<Body>;

/**
 * Keeps of each listing what it was when it last ran: run again as it stands, it is neither fetched nor compiled, and the engine goes on
 * with what it learned of its code. Nothing else is kept, for a body has no variables but those of the call.
 */
export function createEvaluate(): Evaluate {
  const last = new Map<string, { text: string; url: string; body: Body }>();
  return async (id, text, named) => {
    const known = last.get(id);
    if (known?.text === text) {
      named(known.url);
      return known.body;
    }
    // a worker imports blobs, whose URL is given up at once; Node knows only `data:`
    const url = inNode
      ? `data:text/javascript;base64,${Buffer.from(text).toString("base64")}` // it stands in stacks: no brackets, no quotes
      : URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    named(url);
    try {
      const { default: body } = (await import(/* @vite-ignore */ url)) as { default: Body };
      last.set(id, { text, url, body });
      return body;
    } finally {
      if (!inNode) URL.revokeObjectURL(url);
    }
  };
}

const { defineProperty } = Object;
const NativePromise = Promise;

/** A promise that `await` takes as it is, whatever a listing did to `Promise.prototype` in the meantime. */
export function pinned<T>(promise: Promise<T>): Promise<T> {
  return defineProperty(promise, "constructor", { value: NativePromise });
}
