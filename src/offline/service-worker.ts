/**
 * Keeps the site readable and runnable without network. One cache an edition: a file is kept only when its hash is the edition's, so files
 * of two editions never mix; a newer edition waits until the reader asks for it. Names carry the folder: many sites may share one origin.
 */
import type { Edition, Wish } from "./edition.ts";

/** The part of the worker's global that is used; TypeScript's own `webworker` types clash with the page's. */
interface Worker {
  location: Location;
  caches: CacheStorage;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "activate", listener: (event: Waiting) => void): void;
  addEventListener(type: "message", listener: (event: Waiting & { data: Wish }) => void): void;
  addEventListener(type: "fetch", listener: (event: { request: Request; respondWith(response: Promise<Response>): void }) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

/** put in place of the name by the build: named once, or the list would stand here several times */
declare const EDITION: Edition;
const { version, files }: Edition = EDITION;
const worker = globalThis as unknown as Worker;
const root = new URL("./", worker.location.href).href;
const family = `course ${new URL(root).pathname} `;
const name = family + version;

/** Path of a file of the edition, or undefined for what is none of ours. */
function fileOf(url: string): string | undefined {
  const bare = url.split(/[?#]/, 1)[0];
  if (!bare.startsWith(root)) return undefined;
  const path = decodeURIComponent(bare.slice(root.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return Object.hasOwn(files, file) ? file : undefined;
}

const addressOf = (file: string) => root + file;

async function hash(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The kept file, else the network's, kept when it is this edition's. */
async function answer(file: string, request: Request | string): Promise<Response> {
  const cache = await worker.caches.open(name);
  const kept = await cache.match(addressOf(file));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && (await hash(await response.clone().arrayBuffer())) === files[file]) {
    // a full disk must not cost the reader the page
    await cache.put(addressOf(file), response.clone()).catch(() => {});
  }
  return response;
}

/** Fetches what is not kept yet, a few files at a time so that the reader's own requests are not held up. */
async function keep(wanted: readonly string[]): Promise<void> {
  const queue = wanted.values();
  const one = async () => {
    for (const file of queue) await answer(file, addressOf(file)).catch(() => {});
  };
  await Promise.all([one(), one(), one(), one()]);
}

async function dropOthers(): Promise<void> {
  const names = await worker.caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(family) && one !== name).map((one) => worker.caches.delete(one)));
}

worker.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => worker.clients.claim())));

worker.addEventListener("message", (event) => {
  const wish = event.data;
  if (wish.type === "take-over") event.waitUntil(worker.skipWaiting());
  else event.waitUntil(keep(wish.type === "keep-all" ? Object.keys(files) : wish.urls.flatMap((url) => fileOf(url) ?? [])));
});

worker.addEventListener("fetch", (event) => {
  const file = event.request.method === "GET" ? fileOf(event.request.url) : undefined;
  if (file !== undefined) event.respondWith(answer(file, event.request));
});
