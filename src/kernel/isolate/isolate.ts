/** Takes from the worker's global what no listing needs and what could reach beyond the page. */

/** What the kernel keeps for itself. */
export interface Kept {
  fetch: typeof fetch;
  caches?: CacheStorage;
  indexedDB?: IDBFactory;
}

/**
 * `importScripts` stays: it throws in module workers, and emscripten knows a worker by it. `fetch` stays and is held to
 * the site's own origin by the CSP that the worker inherits from the page.
 */
const GLOBALS = [
  // other threads and the page
  "Worker",
  "SharedWorker",
  "BroadcastChannel",
  "MessageChannel",
  "MessagePort",
  "postMessage",
  "onmessage",
  "onmessageerror",
  "close",
  "addEventListener",
  "removeEventListener",
  "dispatchEvent",
  // the network
  "WebSocket",
  "WebSocketStream",
  "WebSocketError",
  "WebTransport",
  "EventSource",
  "XMLHttpRequest",
  "XMLHttpRequestUpload",
  "RTCDataChannel",
  "RTCEncodedAudioFrame",
  "RTCEncodedVideoFrame",
  "onrtctransform",
  // what outlives the page
  "caches",
  "Cache",
  "CacheStorage",
  "indexedDB",
  "IDBFactory",
  "IDBDatabase",
  "cookieStore",
  "CookieStore",
  "StorageManager",
  "LockManager",
  "FileSystemHandle",
  "FileSystemFileHandle",
  "FileSystemDirectoryHandle",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
  "ServiceWorkerRegistration",
  "PushManager",
  // the device
  "Notification",
  "Serial",
  "USB",
  "HID",
  "Bluetooth",
  "IdleDetector",
  "PressureObserver",
];

const NAVIGATOR = [
  "storage",
  "storageBuckets",
  "locks",
  "serviceWorker",
  "serial",
  "usb",
  "hid",
  "bluetooth",
  "permissions",
  "sendBeacon",
  "mediaCapabilities",
];

/**
 * To be called once, before any listing runs.
 * @param global the worker's own
 * @param store the one cache and database that the kept storages open
 */
export function isolate(global: typeof globalThis, store: string): Kept {
  const kept: Kept = {
    fetch: global.fetch.bind(global),
    caches: confine(read(global, "caches"), store),
    indexedDB: confine(read(global, "indexedDB"), store),
  };
  for (const name of GLOBALS) remove(global, name);
  for (const name of NAVIGATOR) remove(global.navigator, name);
  return kept;
}

/** Merely reading `caches` or `indexedDB` throws where storage is forbidden. */
function read<K extends "caches" | "indexedDB">(global: typeof globalThis, name: K): (typeof globalThis)[K] | undefined {
  try {
    return global[name];
  } catch {
    return undefined;
  }
}

/**
 * A storage that opens one store only. A listing may import the site's own files and so get hold of what their modules
 * hold: it must not reach the offline copy of the site from there.
 */
function confine<T extends CacheStorage | IDBFactory>(storage: T | undefined, store: string): T | undefined {
  if (!storage) return undefined;
  const open = (name: string, version?: number): unknown => {
    if (name !== store) throw new Error(`only the store ${store} can be opened here, not ${name}`);
    return (storage as IDBFactory).open(name, version);
  };
  return { open } as unknown as T;
}

/** Deletes a property from an object and from all its prototypes; what cannot be deleted is covered. */
function remove(object: object, name: string): void {
  for (let holder: object | null = object; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    // what all events of the language's own objects hang on is left to them and covered for the global alone
    if (holder === (globalThis as { EventTarget?: { prototype: object } }).EventTarget?.prototype) break;
    if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
  }
  if (name in object) Reflect.defineProperty(object, name, { value: undefined, writable: false, configurable: false });
}
