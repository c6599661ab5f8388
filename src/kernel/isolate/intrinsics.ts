/** Notices when a listing replaces what everything else is built on. */
import { guard, type Taint, type Watched } from "./guard.ts";

const { getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Object;
const { defineProperty, deleteProperty } = Reflect;

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
  "Performance",
  "EventTarget",
];
const FUNCTIONS = ["fetch", "setTimeout", "clearTimeout", "setInterval", "queueMicrotask", "structuredClone", "performance", "btoa"];

/** What every object, list and function inherits: there, a new property changes the meaning of code that never heard of it. */
const INHERITED = ["Object.prototype", "Array.prototype", "Function.prototype", "Promise.prototype", "performance"];

/** Where engines look for how to write a stack. */
const HOOKS = ["prepareStackTrace"];

/** The kernel itself sets these at each run, and must be able to. */
const OURS = ["display", "console"];

/**
 * Saves the intrinsics as they are now.
 * @returns a function that puts back what has been replaced since, and tells the first of it
 */
export function guardIntrinsics(global: typeof globalThis = globalThis): () => Taint | undefined {
  const globals = global as unknown as Record<string, unknown>;
  const watched: Watched[] = [];
  const watch = (object: object, name: string) =>
    watched.push({
      object,
      name,
      closed: INHERITED.includes(name),
      ...(name === "Math" && { free: "random" }),
      ...(name === "Error" && { reserved: HOOKS }),
    });
  for (const name of NAMES) {
    const value = globals[name] as (object & { prototype?: object }) | undefined;
    if (!value) continue;
    watch(value, name);
    if (value.prototype) watch(value.prototype, `${name}.prototype`);
  }
  if (globals.performance) watch(global.performance, "performance");
  watch(getPrototypeOf(Uint8Array.prototype) as object, "TypedArray.prototype");
  for (const made of [[][Symbol.iterator](), new Map().entries(), (function* () {})(), (async () => {})()]) {
    const prototype = getPrototypeOf(made) as object;
    watch(getPrototypeOf(prototype) as object, "iterator prototype");
    watch(prototype, "iterator prototype");
  }
  const mend = guard(watched);

  // read rather than looked up: some stand on the global's prototypes, where a replacement would shadow them
  const names = [...NAMES, ...FUNCTIONS];
  const own = names.map((name) => ({ value: globals[name], descriptor: getOwnPropertyDescriptor(global, name) }));
  const prototype = getPrototypeOf(global) as unknown;
  return () => {
    const taint = mend();
    let what = taint?.what;
    let mended = taint?.mended ?? true;
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      const { value, descriptor } = own[i];
      if (read(globals, name) === value) continue;
      what ??= name;
      if (descriptor) defineProperty(global, name, descriptor);
      else deleteProperty(global, name);
      mended &&= read(globals, name) === value;
    }
    for (let i = 0; i < OURS.length; i++) {
      const descriptor = getOwnPropertyDescriptor(global, OURS[i]);
      if (descriptor && !descriptor.configurable) what ??= OURS[i];
    }
    if (getPrototypeOf(global) !== prototype || !isExtensible(global)) what ??= "globalThis";
    return what === undefined ? undefined : { what, mended };
  };
}

/** A listing may have put a getter in the place of a global. */
function read(globals: Record<string, unknown>, name: string): unknown {
  try {
    return globals[name];
  } catch {
    return undefined;
  }
}
