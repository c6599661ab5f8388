/** What values are called: a line of text for what cannot be, or need not be, shown entry by entry. */

/** Cuts a long string and says how much is missing. */
export function cutText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters)}……（另有 ${text.length - characters} 个字符）`;
}

/** `ƒ name` or `class Name`. */
export function functionText(value: Function): string {
  const source = Function.prototype.toString.call(value);
  const name = ownData(value, "name");
  const known = typeof name === "string" && name !== "" ? name.slice(0, 100) : "";
  return /^class\b/.test(source) ? `class ${known}`.trim() : `ƒ ${known || "（匿名）"}`;
}

/** `Array(3)`, `Float32Array(784)`, `Map(2)`, a class's name, `{…}` for plain objects. */
export function objectName(value: object): string {
  if (Array.isArray(value)) return `Array(${value.length})`;
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || prototype === Object.prototype) return "{…}";
  const constructor = ownData(prototype, "constructor");
  const named = typeof constructor === "function" ? ownData(constructor, "name") : undefined;
  const tag = ownData(prototype, Symbol.toStringTag);
  const name = [named, tag].find((text) => typeof text === "string" && text !== "") as string | undefined;
  const size =
    ArrayBuffer.isView(value) && !(value instanceof DataView)
      ? (value as Uint8Array).length
      : value instanceof Map || value instanceof Set
        ? value.size
        : undefined;
  return (name ?? "Object").slice(0, 100) + (size === undefined ? "" : `(${size})`);
}

/** A property, provided it is a plain one. */
function ownData(object: object, key: PropertyKey): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

/** A key of a map. */
export function keyText(key: unknown): string {
  return typeof key === "object" && key !== null
    ? objectName(key)
    : typeof key === "string"
      ? JSON.stringify(key).slice(0, 100)
      : String(key);
}

/** `TypeError: message`, without calling what the error may have put in their place. */
export function errorText(error: Error, characters: number): string {
  const [name, message] = ["name", "message"].map((key) => {
    const own = ownData(error, key) ?? (error as unknown as Record<string, unknown>)[key];
    return typeof own === "string" ? own : "";
  });
  return cutText(message ? `${name || "Error"}: ${message}` : name || "Error", characters);
}

/** 0.1 in float32 is 0.10000000149…: the shortest decimal that means the same float. */
export function nearestFloat(value: number): number {
  for (let digits = 6; digits <= 8; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
