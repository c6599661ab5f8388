/** What a run leaves in memory, and what of others it wrote. */
import type { LiveTensor, Result } from "../protocol.ts";
import { changes, type Snapshot } from "./changes.ts";
import type { Scope } from "./scope.ts";
import { usage } from "./engine.ts";
import type { Ledger, Seen } from "./ledger.ts";
import { reach, type Reached } from "./reach.ts";

/**
 * Closes the accounts of a run whose declarations have joined the scope. A tensor that it made and that hangs on a
 * value of another listing (an optimizer's slot, an entry of a cache) passes to that listing and dies with it.
 */
export function settle(ledger: Ledger, scope: Scope, listing: string, seen: Seen): Result["memory"] {
  const reached = reachAll(scope);
  let given = 0;
  for (const [owner, tensors] of reached) {
    if (owner === listing) continue;
    for (const tensor of tensors.keys()) {
      if (ledger.owner(tensor) !== listing || tensor.isDisposed) continue;
      ledger.give(tensor, owner);
      given++;
    }
  }
  const left = ledger.of(listing);
  const leaks = left.filter((tensor) => !reached.get(listing)?.has(tensor));
  return {
    made: seen.made,
    kept: given + left.length - leaks.length,
    leaked: leaks.length,
    leakedBytes: leaks.reduce((sum, tensor) => sum + bytesOf(tensor), 0),
    ...usage(),
  };
}

/**
 * What of other listings a run wrote, also one that failed half-way: variables, and values changed in place since
 * `before`. By the names that the other listings declare: it makes such a listing used up.
 */
export function written(ledger: Ledger, scope: Scope, listing: string, seen: Seen, before: Snapshot): Result["assigned"] {
  const names = new Map<string, Set<string>>();
  for (const one of [...assignments(ledger, scope, listing, seen), ...changes(scope, before, listing)])
    names.set(one.listing, new Set([...(names.get(one.listing) ?? []), ...one.names]));
  return [...names].map(([owner, own]) => ({ listing: owner, names: [...own] }));
}

/** The live tensors of all listings, with a path where there is one. */
export function inspect(ledger: Ledger, scope: Scope): LiveTensor[] {
  const reached = reachAll(scope);
  return ledger.listings().flatMap((listing) =>
    ledger.of(listing).map((tensor) => {
      const path = reached.get(listing)?.get(tensor);
      return { listing, ...(path && { path }), shape: tensor.shape, dtype: tensor.dtype, bytes: bytesOf(tensor) };
    }),
  );
}

function reachAll(scope: Scope): Map<string, Reached> {
  const reached = new Map<string, Reached>();
  for (const { name, listing, value } of scope.entries()) reached.set(listing, reach(name, value, reached.get(listing)));
  return reached;
}

/** Writes to variables of other listings, by the names these declare. */
function assignments(ledger: Ledger, scope: Scope, listing: string, { assigned }: Seen): Result["assigned"] {
  const owners = new Set([...assigned].map((variable) => ledger.owner(variable)));
  return [...owners].sort().flatMap((owner) => {
    if (owner === undefined || owner === listing) return [];
    const written = [...assigned].filter((variable) => ledger.owner(variable) === owner);
    const names = scope.entries().filter((entry) => {
      if (entry.listing !== owner) return false;
      const reached = reach(entry.name, entry.value);
      return written.some((variable) => reached.has(variable));
    });
    return [{ listing: owner, names: names.map(({ name }) => name) }];
  });
}

function bytesOf({ size, dtype }: { size: number; dtype: string }): number {
  return size * (dtype === "bool" ? 1 : dtype === "complex64" ? 8 : 4);
}
