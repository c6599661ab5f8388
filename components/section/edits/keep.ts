import type { Edits } from "../../../src/reader/edits.ts";
import type { CourseListing } from "../../listing.ts";

/** What a change that did not come from typing has to do besides being shown: compile it, mark what is stale. */
export type Changed = (id: string, text: string) => void;

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
