/** What looks wrong while a listing runs, though nothing throws. The first is told when the run has ended well. */
import type { Explanation } from "../../protocol.ts";
import type { Place, Places } from "../../module/places.ts";

/** An explanation, and where in the listing it was seen. */
export type Sight = Explanation & Partial<Place>;

let first: Sight | undefined;
let looked = new Set<string>();
let running = "";
let find: Places["find"] = () => [];

/** Watches a run of `listing`: what was seen in the run before is forgotten. `places` reads stacks. */
export function startWatching(listing: string, places: Places): void {
  first = undefined;
  looked = new Set();
  running = listing;
  find = places.find;
}

export function see(told: Explanation): void {
  first ??= { ...told, ...here().own };
}

/** Is a look at something still worth its while? Where looking costs, `what` is looked at once in a run. */
export function isWatching(what?: string): boolean {
  if (first !== undefined || (what !== undefined && looked.has(what))) return false;
  if (what !== undefined) looked.add(what);
  return true;
}

/** The innermost place of all listings that leads to what is happening now, and that of the running one. */
export function here(): { innermost?: Place | undefined; own?: Place | undefined } {
  const places = find(new Error());
  return { innermost: places[0], own: places.find(({ listing }) => listing === running) };
}

/** The first thing seen in the run. */
export const firstSight = (): Sight | undefined => first;
