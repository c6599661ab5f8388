/** Remembers objects as they are, notices what was replaced on them, and puts it back. */

// Taken before any listing runs: the comparison must not rest on what it compares.
const { getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf, isExtensible } = Object;
const { has, ownKeys, defineProperty, deleteProperty, setPrototypeOf: changePrototype } = Reflect;

/** What was replaced first; `mended` when all is as it was before. */
export interface Taint {
  what: string;
  mended: boolean;
}

export interface Watched {
  name: string;
  object: object;
  /** any property that comes new is as bad as one that is replaced; elsewhere only one that hides what is inherited */
  closed?: boolean;
  /** objects that hang on it may change; what is done with it may not */
  acts?: boolean;
  /** keys that must not come new, for others look there or write to it */
  reserved?: readonly PropertyKey[];
  /** a key that may change, as long as it still can */
  free?: PropertyKey;
}

interface Saved {
  holder: Holder;
  key: PropertyKey;
  /** the function, the object, or the getter */
  value: unknown;
  descriptor: PropertyDescriptor;
}

interface Holder extends Watched {
  keys: PropertyKey[];
  prototype: object | null;
}

/**
 * Functions, objects and getters are compared, and the prototypes; numbers and strings change for good reasons.
 *
 * @returns a function that puts everything back and tells the first thing that was replaced
 */
export function guard(watched: readonly Watched[]): () => Taint | undefined {
  const holders: Holder[] = [];
  const saved: Saved[] = [];
  for (const one of watched) {
    const holder = { ...one, keys: ownKeys(one.object), prototype: getPrototypeOf(one.object) as object | null };
    holders.push(holder);
    for (const key of holder.keys) {
      const descriptor = getOwnPropertyDescriptor(one.object, key)!;
      const value = worth(descriptor);
      if (value === undefined || key === one.free || (one.acts && typeof value !== "function")) continue;
      saved.push({ holder, key, value, descriptor: setPrototypeOf(descriptor, null) as PropertyDescriptor });
    }
  }

  // Plain loops over what was saved: a listing may have replaced the methods and iterators of lists.
  return () => {
    let what: string | undefined;
    let mended = true;
    const note = (name: string, isMended: boolean) => {
      what ??= name;
      mended &&= isMended;
    };
    for (let i = 0; i < holders.length; i++) {
      const { object, name, keys, closed, reserved, free, prototype } = holders[i];
      const now = ownKeys(object);
      for (let k = now.length > keys.length ? 0 : now.length; k < now.length; k++) {
        const isNew = !includes(keys, now[k]);
        const hides = (prototype !== null && has(prototype, now[k])) || (reserved !== undefined && includes(reserved, now[k]));
        if (isNew && (closed || hides)) note(closed ? name : nameOf(name, now[k]), deleteProperty(object, now[k]));
      }
      if (getPrototypeOf(object) !== prototype) note(name, changePrototype(object, prototype));
      if (!isExtensible(object)) note(name, true);
      if (free !== undefined && getOwnPropertyDescriptor(object, free)?.writable !== true) note(`${name}.${String(free)}`, true);
    }
    for (let i = 0; i < saved.length; i++) {
      const { holder, key, value, descriptor } = saved[i];
      const found = getOwnPropertyDescriptor(holder.object, key);
      if (found && worth(found) === value) continue;
      note(nameOf(holder.name, key), defineProperty(holder.object, key, descriptor));
    }
    return what === undefined ? undefined : { what, mended };
  };
}

function nameOf(holder: string, key: PropertyKey): string {
  return typeof key === "symbol" ? holder : `${holder}.${key}`;
}

function includes(keys: readonly PropertyKey[], key: PropertyKey): boolean {
  for (let i = 0; i < keys.length; i++) if (keys[i] === key) return true;
  return false;
}

function worth(descriptor: PropertyDescriptor): unknown {
  const value: unknown = descriptor.value;
  return typeof value === "function" || (typeof value === "object" && value !== null) ? value : descriptor.get;
}
