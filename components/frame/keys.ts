/** Passes on what asks for a dialog, by button or by key; what answers is fetched then, so that a page that is only read costs nothing. */
import type { Action } from "./shortcuts.ts";

/** By key; those of a Chinese keyboard too. */
const keys: Record<string, Action> = {
  "/": "search",
  "／": "search",
  "、": "search",
  "?": "help",
  "？": "help",
  "[": "previous",
  "【": "previous",
  "]": "next",
  "】": "next",
  p: "lecture",
};

const act = (action: Action, byKey = false) => void import("./shortcuts.ts").then(({ perform }) => perform(action, byKey));

/** true where keys write text: a field, or the editor, which stands in a shadow root */
const isWriting = (event: Event) => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=range], [type=checkbox], [type=radio]), textarea, select"))
  );
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey || isWriting(event)) return;
  const commanded = event.ctrlKey || event.metaKey;
  const action = commanded ? (event.key === "k" ? "search" : undefined) : keys[event.key.toLowerCase()];
  if (!action || document.querySelector("dialog[open]")) return;
  if (action !== "lecture" || !event.shiftKey) {
    if (commanded || action === "search") event.preventDefault();
    act(action, !commanded);
  }
});

if (location.search.includes("embed=")) void import("../modes/embed.ts");

const address = document.getElementById("address");
if (address) address.textContent = location.origin + location.pathname;

document.addEventListener("click", ({ target }) => {
  const button = (target as Element).closest<HTMLElement>("[data-open]");
  if (button) act(button.dataset.open as Action);
});
