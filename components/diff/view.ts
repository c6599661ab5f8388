import { element } from "../outputs/support/element.ts";
import { diffLines, type DiffLine } from "./lines.ts";

/** lines of context around a change */
const CONTEXT = 2;
const marks = { same: " ", gone: "−", new: "+" } as const;
const names = { same: "span", gone: "del", new: "ins" } as const;

/** Two texts beside each other's changes; `label` says which is compared with which. */
export function diffView(document: Document, label: string, before: string, after: string): HTMLElement {
  const lines = diffLines(before, after);
  const isNear = lines.map((_, i) => lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ kind }) => kind !== "same"));
  const shown: HTMLElement[] = [];
  lines.forEach((line, i) => {
    if (isNear[i]) shown.push(lineView(document, line));
    else if (isNear[i - 1] ?? i === 0) shown.push(element(document, "span", { class: "diff-line cut" }, "⋯"));
  });
  const body =
    before === after ? element(document, "p", {}, "两份文字一样。") : element(document, "pre", {}, element(document, "code", {}, ...shown));
  return element(
    document,
    "div",
    { class: "diff", role: "region", "aria-label": label, tabindex: 0 },
    element(document, "p", { class: "diff-label" }, label),
    body,
  );
}

function lineView(document: Document, { kind, text }: DiffLine): HTMLElement {
  return element(document, names[kind], { class: `diff-line ${kind}` }, `${marks[kind]} ${text}`);
}

/** Shows the comparison below the code of a listing, or takes away the one that is there. */
export function toggleDiff(listing: HTMLElement, label: string, before: string, after: string): void {
  const there = listing.querySelector(":scope > .diff");
  there?.remove();
  if (there?.getAttribute("aria-label") !== label) listing.querySelector("[data-code]")?.after(diffView(document, label, before, after));
}
