import type { CourseListing } from "../../listing.ts";
import type { Keeper } from "./keep.ts";

/** Brings back what the reader made of the listings, and gives it; nothing brought back is compiled or run before it is asked for. */
export function bringBack(keeper: Keeper, listings: ReadonlyMap<string, CourseListing>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const id of keeper.edits.kept()) {
    const listing = listings.get(id);
    if (!listing) continue;
    const text = keeper.edits.read(id, listing.original);
    if (text !== undefined) {
      listing.isForeign = keeper.edits.isForeign(id);
      listing.show(text);
      listing.stand({ state: "stale", stale: "edited" });
      texts.set(id, text);
    }
    void offer(keeper, listing);
  }
  return texts;
}

/** Two tabs with one section: what the other writes is offered, never put over what stands here. */
export function watchOtherTabs(keeper: Keeper, listings: ReadonlyMap<string, CourseListing>): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    const concern = keeper.edits.concerns(key);
    const listing = concern && listings.get(concern.id);
    if (!listing || concern.version !== keeper.edits.versionOf(listing.original)) return;
    const text = newValue ?? listing.original;
    if (text === listing.source) return;
    void import("./offers.ts").then(({ offerOther }) => offerOther(keeper, listing, text));
  });
}

/** What has to be decided about a listing is offered; most readers have nothing to decide, and are sent no code for it. */
async function offer(keeper: Keeper, listing: CourseListing): Promise<void> {
  const hasOthers = keeper.edits.others(listing.listing, listing.original).length > 0;
  if (!hasOthers && !listing.isForeign) return;
  const { offerForeign, offerKept } = await import("./offers.ts");
  if (listing.isForeign) offerForeign(keeper, listing);
  else offerKept(keeper, listing);
}
