import type { Edits } from "../../../src/reader/edits.ts";
import type { CourseListing } from "../../listing.ts";
import { toggleDiff } from "../../diff/view.ts";
import { keep, type Changed } from "./keep.ts";

/** The book's text has changed since the reader edited it: the old edit is offered, not applied. */
export function offerOlder(edits: Edits, id: string, listing: CourseListing, changed: Changed): void {
  const older = edits.others(id, listing.original).at(-1);
  if (older === undefined) return;
  listing.notice(
    "这份清单在书里换了新的文字；你对旧文字的修改还留着。",
    { word: "比较", act: () => toggleDiff(listing, "书里的新文字 → 你留着的修改", listing.original, older) },
    {
      word: "保留我的",
      act: () => {
        listing.notice();
        listing.show(older);
        keep(edits, listing, older);
        edits.dismiss(id, listing.original);
        changed(id, older);
      },
    },
    {
      word: "采用新版",
      act: () => {
        const bringBack = edits.dismiss(id, listing.original);
        listing.notice("用的是书里的新文字，旧的修改已丢弃。", {
          word: "撤销",
          act: () => {
            bringBack();
            offerOlder(edits, id, listing, changed);
          },
        });
      },
    },
  );
}

/** Another tab has written another text. */
export function offerOther(listing: CourseListing, text: string, changed: Changed): void {
  listing.notice(
    "另一个标签页里改了这份清单；这里还是你在本页的文字。",
    { word: "比较", act: () => toggleDiff(listing, "本页 → 另一页", listing.source, text) },
    {
      word: "换成那一页的",
      act: () => {
        listing.notice();
        listing.show(text);
        changed(listing.listing, text);
      },
    },
  );
}
