/** What a run changes in place in values of other listings: `losses.push(…)`, `cache.set(…)`, `config.lr = 10`, a `let` that a function writes. */
import { hasEnd } from "../outputs/copy/prototypes.ts";
import type { Result } from "../protocol.ts";
import type { Scope } from "./scope.ts";

/** Entries compared of each name; what changes beyond them is told by a length alone. */
const BUDGET = 2000;
const DEPTH = 4;

/** How the names of all listings stood, by name: what each holds, laid out flat. */
export type Snapshot = ReadonlyMap<string, readonly unknown[]>;

/**
 * Notes what the names of a scope hold: the value itself and, of lists, Maps, Sets, plain objects and objects of the
 * reader's classes, the entries. Tensors, layers and other objects of libraries are looked at from outside only: the
 * engine tells of variables, and a library may keep what it likes.
 */
export function snapshot(scope: Scope): Snapshot {
  const entries = scope.entries();
  const classes = new Set(entries.map(({ value }) => value).filter((value) => typeof value === "function"));
  return new Map(entries.map(({ name, value }) => [name, layOut(value, classes)]));
}

/** The names of other listings that no longer hold what they held, by listing. */
export function changes(scope: Scope, before: Snapshot, listing: string): Result["assigned"] {
  const after = snapshot(scope);
  const changed = new Map<string, string[]>();
  for (const { name, listing: owner } of scope.entries()) {
    const [old, now] = [before.get(name), after.get(name)];
    if (owner === listing || !old || !now) continue;
    if (old.length === now.length && old.every((value, i) => Object.is(value, now[i]))) continue;
    changed.set(owner, [...(changed.get(owner) ?? []), name]);
  }
  return [...changed].map(([owner, names]) => ({ listing: owner, names }));
}

function layOut(value: unknown, classes: ReadonlySet<unknown>): unknown[] {
  const flat: unknown[] = [value];
  const seen = new Set<object>();
  let level = [value];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const one of level) {
      if (!isContainer(one, classes) || seen.has(one)) continue;
      seen.add(one);
      try {
        const [size, entries] = entriesOf(one);
        flat.push(size);
        for (const entry of entries) {
          if (flat.length >= BUDGET) return flat;
          flat.push(entry);
          next.push(entry);
        }
      } catch {
        // what throws when it is looked through holds nothing we could compare
      }
    }
    level = next;
  }
  return flat;
}

function isContainer(value: unknown, classes: ReadonlySet<unknown>): value is object {
  if (typeof value !== "object" || value === null) return false;
  try {
    if (!hasEnd(value)) return false;
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) return true;
    if (ArrayBuffer.isView(value)) return !(value instanceof DataView);
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype || classes.has((prototype as object).constructor);
  } catch {
    return false;
  }
}

/** Size and entries, these one after the other: a list can be as long as a data set. Getters are not called. */
function entriesOf(container: object): [size: number, entries: Iterable<unknown>] {
  if (ArrayBuffer.isView(container)) return [container.byteLength, container as Uint8Array];
  if (Array.isArray(container)) return [container.length, container as unknown[]];
  if (container instanceof Set) return [container.size, container];
  if (container instanceof Map) return [container.size, flat(container)];
  const keys = Object.keys(container);
  return [keys.length, flat(keys.map((key) => [key, Object.getOwnPropertyDescriptor(container, key)?.value as unknown]))];
}

function* flat(pairs: Iterable<[unknown, unknown]>): Generator {
  for (const pair of pairs) yield* pair;
}
