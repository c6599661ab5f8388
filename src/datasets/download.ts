/** One file over the network, tried again when that may help. */
import type { Environment } from "./environment.ts";
import { DataError, type DataErrorCode, dataError } from "./error.ts";

const TRIES = 3;
/** Failures that another try may cure. */
const PASSING = new Set<DataErrorCode>(["unreachable", "slow", "truncated", "corrupted"]);

/**
 * Downloads `file` below the data set's folder and hands the bytes to `accept`, which returns what they mean or throws a `DataError`.
 * `report` is told how many bytes of this try have arrived, 0 when it begins: a silent server is waited for in the open. A second try goes
 * past the HTTP cache, which may hold the damaged copy.
 */
export async function download<T>(
  environment: Environment,
  url: string,
  accept: (bytes: Uint8Array) => Promise<T>,
  report: (received: number) => void,
): Promise<T> {
  const { pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) } = environment;
  for (let left = TRIES - 1; ; left--) {
    try {
      return await accept(await receive(environment, url, left === TRIES - 1 ? "default" : "reload", report));
    } catch (error) {
      if (left === 0 || !(error instanceof DataError) || !PASSING.has(error.code)) throw error;
      await pause(500 * (TRIES - left));
    }
  }
}

async function receive(
  { fetch, patience = 20_000 }: Environment,
  url: string,
  cache: RequestCache,
  report: (received: number) => void,
): Promise<Uint8Array> {
  const file = url.slice(url.lastIndexOf("/") + 1);
  report(0);
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(url, { cache, signal: stop.signal });
    if (response.status === 404 || response.status === 410) throw dataError("missing", file);
    if (!response.ok || !response.body) throw dataError("unreachable", file);
    const parts: Uint8Array[] = [];
    const reader = response.body.getReader();
    let received = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), patience);
      parts.push(part.value);
      report((received += part.value.length));
    }
    return joined(parts, received);
  } catch (error) {
    if (error instanceof DataError) throw error;
    if (stop.signal.aborted) throw dataError("slow", file);
    throw dataError(globalThis.navigator?.onLine === false ? "offline" : "unreachable", file);
  } finally {
    clearTimeout(timer);
  }
}

/** One array of several; a Blob would do it too, by way of another process and eight times slower. */
function joined(parts: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
