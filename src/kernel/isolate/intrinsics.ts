/** Notices when a listing replaces what everything else is built on. */

// Taken before any listing runs: the comparison must not rest on what it compares.
const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { ownKeys } = Reflect;

const NAMES = [
  "Object",
  "Function",
  "Array",
  "String",
  "Number",
  "Boolean",
  "Symbol",
  "BigInt",
  "Math",
  "JSON",
  "Reflect",
  "Promise",
  "Proxy",
  "Map",
  "Set",
  "WeakMap",
  "WeakSet",
  "Error",
  "TypeError",
  "RangeError",
  "RegExp",
  "Date",
  "ArrayBuffer",
  "DataView",
  "Float32Array",
  "Float64Array",
  "Int32Array",
  "Uint8Array",
  "Uint32Array",
  "WebAssembly",
  "URL",
  "Blob",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "DecompressionStream",
];
const FUNCTIONS = ["fetch", "setTimeout", "clearTimeout", "setInterval", "queueMicrotask", "structuredClone", "performance"];

/** The kernel itself replaces these at each run. */
const OURS = ["Math.random"];

interface Saved {
  object: object;
  key: PropertyKey;
  name: string;
  /** the function, or the getter */
  value: unknown;
}

/**
 * Saves the intrinsics as they are now.
 * @returns a function that tells the first one that has been replaced since, or that `Object.prototype` got a new property
 */
export function guardIntrinsics(global: typeof globalThis = globalThis): () => string | undefined {
  const globals = global as unknown as Record<string, unknown>;
  const saved: Saved[] = [];
  const save = (object: object, name: string) => {
    for (const key of ownKeys(object)) {
      const path = `${name}.${String(key)}`;
      const value = worth(object, key);
      if (value !== undefined && !OURS.includes(path)) saved.push({ object, key, name: path, value });
    }
  };
  for (const name of NAMES) {
    const value = globals[name] as (object & { prototype?: object }) | undefined;
    if (!value) continue;
    save(value, name);
    if (value.prototype) save(value.prototype, `${name}.prototype`);
  }
  save(getPrototypeOf(Uint8Array.prototype) as object, "TypedArray.prototype");
  for (const made of [[][Symbol.iterator](), new Map().entries(), (function* () {})(), (async () => {})()]) {
    const prototype = getPrototypeOf(made) as object;
    save(getPrototypeOf(prototype) as object, "iterator prototype");
    save(prototype, "iterator prototype");
  }
  // read rather than looked up: some stand on the global's prototypes, where a replacement would shadow them
  const names = [...NAMES, ...FUNCTIONS];
  const values = names.map((name) => globals[name]);

  const everything = global.Object.prototype;
  const count = ownKeys(everything).length;
  return () => {
    for (let i = 0; i < names.length; i++) if (globals[names[i]] !== values[i]) return names[i];
    for (let i = 0; i < saved.length; i++) if (worth(saved[i].object, saved[i].key) !== saved[i].value) return saved[i].name;
    return ownKeys(everything).length > count ? "Object.prototype" : undefined;
  };
}

/** What is compared of a property: a function or a getter; numbers and strings change for good reasons. */
function worth(object: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(object, key);
  const value: unknown = descriptor?.value;
  return typeof value === "function" || typeof value === "object" ? value : descriptor?.get;
}
