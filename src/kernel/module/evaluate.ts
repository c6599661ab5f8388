/** Module text → its default export. */

/** A listing's code, ready to be called with the values of its imports and inputs. */
export type Body = (values: Record<string, unknown>) => Promise<Record<string, unknown>>;

const inNode = typeof process !== "undefined" && process.versions?.node !== undefined;

/**
 * Imports a module's text; `named` is told the module's URL before any of its code runs (WebKit's stacks show the URL,
 * not the sourceURL). A worker imports blobs, whose URL is given up at once; Node knows only `data:`.
 */
export async function evaluate(text: string, named: (url: string) => void): Promise<Body> {
  const url = inNode
    ? `data:text/javascript;base64,${Buffer.from(text).toString("base64")}` // it stands in stacks: no brackets, no quotes
    : URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  named(url);
  try {
    return ((await import(/* @vite-ignore */ url)) as { default: Body }).default;
  } finally {
    if (!inNode) URL.revokeObjectURL(url);
  }
}

const { defineProperty } = Object;
const NativePromise = Promise;

/** A promise that `await` takes as it is, whatever a listing did to `Promise.prototype` in the meantime. */
export function pinned<T>(promise: Promise<T>): Promise<T> {
  return defineProperty(promise, "constructor", { value: NativePromise });
}
