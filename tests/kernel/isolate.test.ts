import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { guardIntrinsics } from "../../src/kernel/isolate/intrinsics.ts";
import { isolate } from "../../src/kernel/isolate/isolate.ts";

/** A global that resembles a worker's: some members its own, some on prototypes. */
function workerGlobal() {
  class EventTarget {
    addEventListener() {}
  }
  class WorkerGlobalScope extends EventTarget {
    get caches() {
      return { open: (name: string) => `opened ${name}` };
    }
    get indexedDB(): unknown {
      throw new Error("storage is forbidden");
    }
    close() {}
  }
  const global = Object.assign(new WorkerGlobalScope(), {
    fetch: () => "fetched",
    postMessage() {},
    WebSocket: class {},
    importScripts() {},
    navigator: Object.create({ storage: {}, locks: {}, hardwareConcurrency: 2 }) as object,
  });
  return { global: global as unknown as typeof globalThis, EventTarget };
}

describe("isolate", () => {
  test("removes what reaches beyond the page, wherever it is defined", () => {
    const { global } = workerGlobal();
    isolate(global, "data");
    for (const name of ["caches", "indexedDB", "close", "postMessage", "WebSocket"]) expect(name in global, name).toBe(false);
    expect("storage" in global.navigator).toBe(false);
    expect("hardwareConcurrency" in global.navigator).toBe(true);
    expect("importScripts" in global).toBe(true);
  });

  test("keeps for the kernel what it removes, and bears that reading it is forbidden", () => {
    const kept = isolate(workerGlobal().global, "data");
    expect(kept.indexedDB).toBe(undefined);
    expect(kept.caches?.open("data")).toBe("opened data");
    expect(() => kept.caches?.open("offline")).toThrow("only the store data");
    expect((kept.fetch as unknown as () => string)()).toBe("fetched");
  });
});

describe("intrinsics", () => {
  /** What the guard says of a script run in a realm of its own. */
  function guard(script: string): string | undefined {
    const realm = runInNewContext("globalThis") as typeof globalThis;
    const tainted = guardIntrinsics(realm);
    (realm as unknown as { eval: (code: string) => void }).eval(script);
    return tainted()?.what;
  }

  test.each([
    ["nothing", "const x = [1, 2].map((n) => n * 2); class A extends Map {}; new A()", undefined],
    ["a generator of chance of its own", "Math.random = () => 4", undefined],
    ["a method", "Array.prototype.map = () => []", "Array.prototype.map"],
    ["a static", "JSON.stringify = () => ''", "JSON.stringify"],
    ["a global", "Promise = class {}", "Promise"],
    ["a getter", "Object.defineProperty(Map.prototype, 'size', { get: () => 0 })", "Map.prototype.size"],
    ["a deleted method", "delete String.prototype.trim", "String.prototype.trim"],
    ["what all objects inherit", "Object.prototype.polluted = 1", "Object.prototype"],
  ])("notices %s", (_, script, what) => {
    expect(guard(script)).toBe(what);
  });
});
