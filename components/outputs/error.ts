/** A failure, explained: what happened, what to do, where it is taught; the original words one click away. */
import type { Explanation } from "../../src/kernel/protocol.ts";
import { element, prose } from "./support/element.ts";

/** `chapter` is the URL of the chapter that explanations lead into. */
export function renderError(document: Document, error: Explanation, chapter: string): HTMLElement {
  const { title, hint, link, original, kind } = error;
  const place = placeOf(document, error);
  const lesson = link && element(document, "p", {}, "相关内容：", element(document, "a", { href: chapter + link.href }, link.text));
  return element(
    document,
    "div",
    { class: "out-error", "data-kind": kind },
    element(document, "p", { class: "out-title" }, element(document, "strong", {}, "出错了 "), ...place, ...prose(document, title)),
    hint ? element(document, "p", {}, ...prose(document, hint)) : undefined,
    lesson,
    element(document, "details", {}, element(document, "summary", {}, "原始信息"), element(document, "pre", { tabindex: 0 }, original)),
  );
}

/** The line; where it is in another listing than the one that ran, that listing's number as well, with the way there. */
function placeOf(document: Document, { line, listing, number }: Explanation): (Node | string)[] {
  if (line === undefined) return [];
  const at = { class: "out-place", "data-line": line, "data-in": listing };
  if (number === undefined) return [element(document, "span", at, `第 ${line} 行：`)];
  return [element(document, "a", { ...at, href: `#${listing}` }, `清单 ${number} 第 ${line} 行`), "："];
}
