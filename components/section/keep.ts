import type { Edits } from "../../src/reader/edits.ts";
import type { CourseListing } from "../listing.ts";

/** What a change that did not come from typing has to do besides being shown: compile it, mark what is stale. */
export type Changed = (id: string, text: string) => void;

/** Brings back what the reader made of the listings, and gives it; nothing brought back is compiled or run before it is asked for. */
export function bringBack(edits: Edits, listings: ReadonlyMap<string, CourseListing>, changed: Changed): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [id, listing] of listings) {
    const text = edits.read(id, listing.original);
    if (text === undefined) offerOlder(edits, id, listing, changed);
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
    listing.notice(
      "另一个标签页里改了这份清单；这里还是你在本页的文字。",
      { word: "比较", act: () => void compare(listing, "本页 → 另一页", listing.source, text) },
      {
        word: "换成那一页的",
        act: () => {
          listing.notice();
          listing.show(text);
          changed(concern.id, text);
        },
      },
    );
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

/** The book's text has changed since the reader edited it: the old edit is offered, not applied. */
function offerOlder(edits: Edits, id: string, listing: CourseListing, changed: Changed): void {
  const older = edits.others(id, listing.original).at(-1);
  if (older === undefined) return;
  listing.notice(
    "这份清单在书里换了新的文字；你对旧文字的修改还留着。",
    { word: "比较", act: () => void compare(listing, "书里的新文字 → 你留着的修改", listing.original, older) },
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

/** Shows two texts of a listing against each other, or takes the comparison away; its code comes when asked for. */
export async function compare(listing: CourseListing, label: string, before: string, after: string): Promise<void> {
  const { toggleDiff } = await import("../diff/view.ts");
  toggleDiff(listing, label, before, after);
}
