/** Console lines. */
import type { Line, TextOutput, Value } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";
import { isInSight } from "./support/sight.ts";
import { renderValue } from "./value.ts";

/** lines that are shown without scrolling, as in outputs.css */
const ROOM = 24;

/** Lines one below the other; what was dropped is told where it was. */
export function renderText(document: Document, { lines, omitted, head = lines.length }: TextOutput): HTMLElement {
  const host = element(document, "div", { class: "out-text" });
  append(host, lines.slice(0, head));
  setGap(host, omitted);
  append(host, lines.slice(head));
  return host;
}

/** Adds lines to a text output that is shown; while lines are dropped, `omitted` tells how many by now. */
export function updateLines(host: HTMLElement, lines: readonly Line[], omitted: number): void {
  const pinned = isInSight(host) && host.scrollTop + host.clientHeight >= host.scrollHeight - 4;
  append(host, lines);
  setGap(host, omitted);
  // As in a terminal: who is at the end stays there.
  if (pinned) host.scrollTop = host.scrollHeight;
}

function append(host: HTMLElement, lines: readonly Line[]): void {
  const document = host.ownerDocument;
  const fragment = document.createDocumentFragment();
  for (const { level, parts } of lines) {
    const word = level === "warn" ? "警告" : level === "error" ? "错误" : undefined;
    const line = element(document, "div", { class: "out-line", "data-level": level === "log" ? undefined : level });
    if (word) line.appendChild(element(document, "span", { class: "out-level" }, `${word} `));
    parts.forEach((part, i) => {
      if (i > 0 && !standsApart(parts[i - 1])) line.appendChild(document.createTextNode(" "));
      line.appendChild(renderValue(document, part));
    });
    fragment.appendChild(line);
  }
  host.appendChild(fragment);
  if (host.childElementCount > ROOM && !host.hasAttribute("tabindex")) {
    host.setAttribute("tabindex", "0");
    host.setAttribute("role", "group");
    host.setAttribute("aria-label", "输出的文字");
  }
}

/** A group's indentation, and a matrix, which ends its line, take no space after them. */
function standsApart(part: Value): boolean {
  return (part.type === "string" && /^ +$/.test(part.text)) || (part.type === "tensor" && part.tensor.text.includes("\n"));
}

function setGap(host: HTMLElement, omitted: number): void {
  if (omitted === 0) return;
  const text = `……省略 ${omitted} 行……`;
  const shown = host.querySelector(":scope > .out-gap");
  if (shown) shown.textContent = text;
  else host.appendChild(element(host.ownerDocument, "div", { class: "out-gap" }, text));
}
