/** A failure, explained: what happened, what to do, where it is taught; the original words one click away. */
import type { Explanation } from "../../src/kernel/protocol.ts";
import { element, prose } from "./support/element.ts";

/** `chapter` is the relative URL of the chapter as seen from the page. */
export function renderError(document: Document, error: Explanation, chapter: string): HTMLElement {
  const { title, hint, line, listing, link, original, kind } = error;
  const place =
    line === undefined
      ? undefined
      : element(document, "span", { class: "out-place", "data-line": line, "data-in": listing }, `第 ${line} 行：`);
  const lesson = link && element(document, "p", {}, "相关内容：", element(document, "a", { href: chapter + link.href }, link.text));
  return element(
    document,
    "div",
    { class: "out-error", "data-kind": kind },
    element(document, "p", { class: "out-title" }, element(document, "strong", {}, "出错了 "), place, ...prose(document, title)),
    hint ? element(document, "p", {}, ...prose(document, hint)) : undefined,
    lesson,
    element(document, "details", {}, element(document, "summary", {}, "原始信息"), element(document, "pre", { tabindex: 0 }, original)),
  );
}
