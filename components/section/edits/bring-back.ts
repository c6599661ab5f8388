import type { Edits } from "../../../src/reader/edits.ts";
import type { CourseListing } from "../../listing.ts";
import type { Changed } from "./keep.ts";

/** Brings back what the reader made of the listings, and gives it; nothing brought back is compiled or run before it is asked for. */
export function bringBack(edits: Edits, listings: ReadonlyMap<string, CourseListing>, changed: Changed): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [id, listing] of listings) {
    const text = edits.read(id, listing.original);
    if (text === undefined) void offer(edits, id, listing, changed);
    else {
      listing.show(text);
      listing.stand({ state: "stale", stale: "edited" });
      texts.set(id, text);
    }
  }
  return texts;
}

/** Two tabs with one section: what the other writes is offered, never put over what stands here. */
export function watchOtherTabs(edits: Edits, listings: ReadonlyMap<string, CourseListing>, changed: Changed): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    const concern = edits.concerns(key);
    const listing = concern && listings.get(concern.id);
    if (!listing || concern.version !== edits.versionOf(listing.original)) return;
    const text = newValue ?? listing.original;
    if (text === listing.source) return;
    void import("./offers.ts").then(({ offerOther }) => offerOther(listing, text, changed));
  });
}

/** An edit of another wording of the listing is offered; most readers have none, and are sent no code for it. */
async function offer(edits: Edits, id: string, listing: CourseListing, changed: Changed): Promise<void> {
  if (edits.others(id, listing.original).length > 0) (await import("./offers.ts")).offerOlder(edits, id, listing, changed);
}
