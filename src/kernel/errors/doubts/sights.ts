/** What looks wrong while a listing runs, though nothing throws. The first is told when the run has ended well. */
import type { Explanation } from "../../protocol.ts";

export interface Sight {
  told: Explanation;
  /** made where it was seen: its stack tells the line */
  error: Error;
}

let first: Sight | undefined;
let looked = new Set<string>();

export function see(told: Explanation): void {
  first ??= { told, error: new Error() };
}

/** Is a look at something still worth its while? Where looking costs, `what` is looked at once in a run. */
export function isWatching(what?: string): boolean {
  if (first !== undefined || (what !== undefined && looked.has(what))) return false;
  if (what !== undefined) looked.add(what);
  return true;
}

/** Forgets what was seen so far, and gives it. */
export function takeSight(): Sight | undefined {
  const taken = first;
  first = undefined;
  looked = new Set();
  return taken;
}
