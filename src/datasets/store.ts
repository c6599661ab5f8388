/**
 * Where downloads are kept between visits: Cache Storage, else IndexedDB (plain http has no Cache Storage), else nowhere but the
 * browser's own HTTP cache. Keeping is a courtesy: a full, forbidden or broken store never stops a listing, so nothing here throws.
 */
import type { Environment } from "./environment.ts";

export interface Store {
  get(url: string): Promise<Uint8Array | undefined>;
  put(url: string, bytes: Uint8Array): Promise<void>;
  delete(url: string): Promise<void>;
}

/** Name of the cache and of the database. */
export const STORE = "fashion-mnist";

const NOWHERE: Store = { get: async () => undefined, put: async () => {}, delete: async () => {} };

/** Opens the first store that lets itself be opened. */
export async function openStore({ caches, indexedDB }: Pick<Environment, "caches" | "indexedDB">): Promise<Store> {
  for (const open of [caches && (() => openCache(caches)), indexedDB && (() => openDatabase(indexedDB))]) {
    try {
      if (open) return forgiving(await open());
    } catch {
      // private windows may offer a store and refuse to open it: try the next
    }
  }
  return NOWHERE;
}

async function openCache(caches: CacheStorage): Promise<Store> {
  const cache = await caches.open(STORE);
  return {
    async get(url) {
      const response = await cache.match(url);
      return response && new Uint8Array(await response.arrayBuffer());
    },
    put: (url, bytes) =>
      cache.put(url, new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": "application/octet-stream" } })),
    async delete(url) {
      await cache.delete(url);
    },
  };
}

async function openDatabase(indexedDB: IDBFactory): Promise<Store> {
  const opening = indexedDB.open(STORE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("files");
  const database = await finished(opening);
  const files = (mode: IDBTransactionMode) => database.transaction("files", mode).objectStore("files");
  return {
    get: (url) => finished(files("readonly").get(url)),
    async put(url, bytes) {
      await finished(files("readwrite").put(bytes, url));
    },
    async delete(url) {
      await finished(files("readwrite").delete(url));
    },
  };
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    if ("onblocked" in request) (request as unknown as IDBOpenDBRequest).onblocked = () => reject(new Error("blocked"));
  });
}

function forgiving(store: Store): Store {
  return {
    get: (url) => store.get(url).catch(() => undefined),
    put: (url, bytes) => store.put(url, bytes).catch(() => {}),
    delete: (url) => store.delete(url).catch(() => {}),
  };
}
