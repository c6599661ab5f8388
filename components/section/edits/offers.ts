import type { Other } from "../../../src/reader/edits.ts";
import { toggleDiff } from "../../diff/view.ts";
import type { CourseListing } from "../../listing.ts";
import { replace, type Keeper } from "./keep.ts";

/** A text is kept beside the one that stands here, one of another wording of the book's first: it is offered, not applied. */
export function offerKept(keeper: Keeper, listing: CourseListing): void {
  const others = keeper.edits.others(listing.listing, listing.original);
  const other = others.find(({ isAside }) => !isAside) ?? others[0];
  if (other === undefined) return;
  const words = other.isAside
    ? {
        head: "你对这份清单还有另一份修改，单独留着。",
        label: "现在的 → 留着的那份",
        mine: "换成那份",
        rest: "丢掉那份",
        done: "那份修改已丢掉。",
      }
    : {
        head: "这份清单在书里换了新的文字；你对旧文字的修改还留着。",
        label: "书里的新文字 → 你留着的修改",
        mine: "保留我的",
        rest: "采用新版",
        done: "用的是书里的新文字，旧的修改已丢弃。",
      };
  const before = other.isAside ? listing.source : listing.original;
  listing.notice(
    words.head,
    { word: "比较", act: () => toggleDiff(listing, words.label, before, other.text) },
    { word: words.mine, act: () => take(keeper, listing, other) },
    {
      word: words.rest,
      act: () => {
        const bringBack = keeper.edits.dismiss(listing.listing, other.version);
        listing.notice(words.done, { word: "撤销", act: () => (bringBack(), offerKept(keeper, listing)) });
      },
    },
  );
}

/** The kept text stands here from now on; an edit that stood here is kept in its place. */
function take({ edits, ...rest }: Keeper, listing: CourseListing, { version, text }: Other): void {
  const id = listing.listing;
  edits.dismiss(id, version);
  if (listing.isEdited) edits.setAside(id, listing.source);
  replace({ edits, ...rest }, listing, text);
}

/** Another tab has written another text. */
export function offerOther(keeper: Keeper, listing: CourseListing, text: string): void {
  listing.notice(
    "另一个标签页里改了这份清单；这里还是你在本页的文字。",
    { word: "比较", act: () => toggleDiff(listing, "本页 → 另一页", listing.source, text) },
    { word: "换成那一页的", act: () => void replace(keeper, listing, text, keeper.edits.isForeign(listing.listing)) },
  );
}

/** The text is someone else's, from a link, and said to be so until the reader decides. */
export function offerForeign(keeper: Keeper, listing: CourseListing): void {
  const { edits } = keeper;
  const id = listing.listing;
  const mine = edits.others(id, listing.original).find(({ isAside }) => isAside);
  listing.notice(
    "这是链接里带来的别人的代码，不是书里的，也不是你写的：看过再运行。",
    {
      word: mine ? "换回我的" : "换回书里的",
      act: () => {
        if (mine) edits.dismiss(id, mine.version);
        replace(keeper, listing, mine?.text ?? listing.original);
      },
    },
    {
      word: "算作我的",
      act: () => {
        listing.notice();
        listing.isForeign = false;
        edits.setForeign(id, false);
      },
    },
  );
}
