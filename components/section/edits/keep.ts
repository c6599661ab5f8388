import type { Edits } from "../../../src/reader/edits.ts";
import type { CourseListing } from "../../listing.ts";

/** Where the texts of a section go besides being shown. */
export interface Keeper {
  edits: Edits;
  /** a text has changed otherwise than by typing: it is compiled, and marks what is stale */
  changed(id: string, text: string): void;
}

/** Stores a text and tells the reader when that is not possible. */
export function keep(edits: Edits, listing: CourseListing, text: string): void {
  const saved = edits.write(listing.listing, listing.original, text);
  edits.setForeign(listing.listing, listing.isForeign && listing.isEdited);
  if (saved === "full") listing.notice("浏览器给本站的存储空间满了，这次修改只在本页有效。请把它复制下来。");
  else if (saved === "forbidden") listing.notice("浏览器不允许本站存储，修改只在本页有效。");
}

/** Puts another text in a listing and keeps it, as if the reader had typed it; gives what puts the one before back. */
export function replace(keeper: Keeper, listing: CourseListing, text: string, isForeign = false): () => void {
  const before = { text: listing.source, isForeign: listing.isForeign };
  listing.notice();
  listing.isForeign = isForeign;
  listing.show(text);
  keep(keeper.edits, listing, text);
  keeper.changed(listing.listing, text);
  return () => void replace(keeper, listing, before.text, before.isForeign);
}

/** The book's text again; one word brings the reader's back. */
export function restore(keeper: Keeper, listing: CourseListing): void {
  const undo = replace(keeper, listing, listing.original);
  listing.mark();
  listing.notice("已还原成书里的代码。", { word: "撤销还原", act: undo });
}
