import type { Edits } from "../../src/reader/edits.ts";
import type { CourseListing } from "../listing.ts";

/** What a change that did not come from typing has to do besides being shown: compile it, mark what is stale. */
export type Changed = (id: string, text: string) => void;

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

/** Stores a text and tells the reader when that is not possible. */
export function keep(edits: Edits, listing: CourseListing, text: string): void {
  const saved = edits.write(listing.listing, listing.original, text);
  if (saved === "full") listing.notice("浏览器给本站的存储空间满了，这次修改只在本页有效。请把它复制下来。");
  else if (saved === "forbidden") listing.notice("浏览器不允许本站存储，修改只在本页有效。");
}

/** The book's text again; one word brings the reader's back. */
export function restore(edits: Edits, listing: CourseListing, changed: Changed): void {
  const before = listing.source;
  const put = (text: string) => {
    listing.show(text);
    keep(edits, listing, text);
    changed(listing.listing, text);
  };
  put(listing.original);
  listing.mark();
  listing.notice("已还原成书里的代码。", {
    word: "撤销还原",
    act: () => {
      listing.notice();
      put(before);
    },
  });
}

/** An edit of another wording of the listing is offered; most readers have none, and are sent no code for it. */
async function offer(edits: Edits, id: string, listing: CourseListing, changed: Changed): Promise<void> {
  if (edits.others(id, listing.original).length > 0) (await import("./offers.ts")).offerOlder(edits, id, listing, changed);
}
