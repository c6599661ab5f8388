/** Names a listing may use without declaring or importing them: the language's own, and what browser workers and Node share. */
export const globals: ReadonlySet<string> = new Set(
  `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity
  Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURIComponent
  encodeURIComponent globalThis isFinite isNaN parseFloat parseInt undefined arguments
  clearInterval clearTimeout console performance queueMicrotask setInterval setTimeout structuredClone TextDecoder TextEncoder URL fetch
  display`.split(/\s+/),
);
