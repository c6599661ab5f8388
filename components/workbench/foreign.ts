import { unpack } from "../../src/reader/packed.ts";
import { diffView } from "../diff/view.ts";
import type { CourseListing } from "../listing.ts";
import { element } from "../outputs/support/element.ts";
import { replace } from "../section/edits/keep.ts";
import { offerForeign } from "../section/edits/offers.ts";
import type { Bench } from "./bench.ts";

/**
 * Offers the listings a link carries. They are someone else's code: shown as changes to the book's, put in a listing only when the reader
 * says so, and never run by themselves. What the reader had written is set aside, not lost.
 * @param decided called when nothing is left to decide
 */
export async function receive(bench: Bench, word: string, decided: () => void): Promise<void> {
  const texts = await unpack(word);
  bench.section.querySelector("[data-foreign]")?.remove();
  const found = Object.entries(texts ?? {}).flatMap(([id, text]): [CourseListing, string][] => {
    const listing = bench.listings.get(id);
    return listing && listing.source !== text ? [[listing, text]] : [];
  });
  const unknown = Object.keys(texts ?? {}).filter((id) => !bench.listings.has(id)).length;
  const head = element(document, "p", { class: "foreign-head" }, headOf(texts !== undefined, found.length, unknown));
  const box = element(document, "aside", { class: "foreign", "data-foreign": true, "aria-label": "链接里别人的代码" }, head);
  const close = () => {
    box.remove();
    decided();
  };
  const rows = found.map(([listing, text]) => {
    const row = rowOf(listing, text, (accepted) => {
      if (accepted) accept(bench, listing, text);
      if (!box.querySelector(".foreign-row")) close();
    });
    return { row, accept: () => accept(bench, listing, text) };
  });
  const acceptAll = button("都采用", () => {
    for (const { row, accept } of rows) if (row.isConnected) accept();
    close();
  });
  const refuseAll = button(found.length > 0 ? "都不要" : "知道了", close);
  box.append(...rows.map(({ row }) => row), ...(found.length > 1 ? [acceptAll, " "] : []), refuseAll);
  bench.section.querySelector(".kernel-bar")?.after(box);
  box.scrollIntoView({ block: "center" });
}

function headOf(isSound: boolean, found: number, unknown: number): string {
  if (!isSound) return "链接里应该带着改过的清单，但它不完整或被改坏了，读不出来。页面还是原样。";
  const rest = unknown > 0 ? `另有 ${unknown} 份在这一节里找不到。` : "";
  if (found === 0) return `链接里带的清单和这里的一样。${rest}`;
  return `这个链接带着别人改过的 ${found} 份清单。这是别人的代码：还没有放进页面，放进去也不会自己运行；你自己的修改没有动。${rest}`;
}

function rowOf(listing: CourseListing, text: string, decide: (accepted: boolean) => void): HTMLElement {
  const name = `清单 ${listing.number}`;
  const answer = (word: string, accepted: boolean) =>
    button(
      word,
      () => {
        row.remove();
        decide(accepted);
      },
      `${name}：${word}`,
    );
  const title = element(
    document,
    "p",
    {},
    element(document, "a", { href: `#${listing.listing}` }, name),
    " ",
    answer("采用", true),
    " ",
    answer("不要", false),
  );
  const row: HTMLElement = element(
    document,
    "div",
    { class: "foreign-row" },
    title,
    diffView(document, `${name}：书里的 → 链接里的`, listing.original, text),
  );
  return row;
}

function accept(bench: Bench, listing: CourseListing, text: string): void {
  if (listing.isEdited && !listing.isForeign) bench.edits.setAside(listing.listing, listing.source);
  replace(bench, listing, text, true);
  offerForeign(bench, listing);
}

function button(word: string, act: () => void, label = word): HTMLElement {
  const made = element(document, "button", { type: "button", class: "button", "aria-label": label }, word);
  made.addEventListener("click", act);
  return made;
}
