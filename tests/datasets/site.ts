/** A site in miniature for the data tests: real shards behind a `fetch` whose answers can be spoiled. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { Environment } from "../../src/datasets/environment.ts";

export const PUBLIC = new URL("../../public/", import.meta.url);
const ROOT = "http://course.test/";

export type Spoil = (bytes: Uint8Array, attempt: number) => Response | Promise<Response> | undefined;

/** Serves `public/`; `spoil` may answer in place of the file, told its bytes and which attempt this is (1, 2, …). */
export function site(given: Partial<Environment> & { spoil?: Record<string, Spoil> } = {}) {
  const { spoil = {}, ...rest } = given;
  const requests: string[] = [];
  const modes: (string | undefined)[] = [];
  const environment: Environment = {
    root: ROOT,
    progress: false,
    pause: async () => {},
    ...rest,
    async fetch(url, init) {
      const path = String(url).slice(ROOT.length);
      const file = path.slice(path.lastIndexOf("/") + 1);
      requests.push(file);
      modes.push(init?.cache);
      const bytes = new Uint8Array(await readFile(new URL(path, PUBLIC)));
      init?.signal?.throwIfAborted();
      const attempt = requests.filter((name) => name === file).length;
      return (await spoil[file]?.(bytes, attempt)) ?? new Response(bytes);
    },
  };
  return { environment, requests, modes };
}

export const unzip = (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes));

/** A Cache Storage in memory: what the tests put into it stays until the test ends. */
export function memoryCaches(put?: () => void) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const cache = {
    match: async (url: string) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url: string, response: Response) => {
      put?.();
      kept.set(url, new Uint8Array(await response.arrayBuffer()));
    },
    delete: async (url: string) => kept.delete(url),
  };
  return { kept, caches: { open: async () => cache } as unknown as CacheStorage };
}

/** The part of IndexedDB that the store uses, in memory. */
export function memoryDatabase(fail?: string) {
  const kept = new Map<string, Uint8Array>();
  const answer = (result: unknown, error?: string) => {
    const request: Record<string, unknown> = { result };
    queueMicrotask(() => {
      (request.onupgradeneeded as (() => void) | undefined)?.();
      if (error) request.error = new DOMException("", error);
      ((error ? request.onerror : request.onsuccess) as () => void)();
    });
    return request;
  };
  const files = {
    get: (url: string) => answer(kept.get(url)),
    put: (bytes: Uint8Array, url: string) => answer(fail ? undefined : void kept.set(url, bytes), fail),
    delete: (url: string) => answer(kept.delete(url)),
  };
  const database = { createObjectStore() {}, transaction: () => ({ objectStore: () => files }) };
  return { kept, indexedDB: { open: () => answer(database) } as unknown as IDBFactory };
}
