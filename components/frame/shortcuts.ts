/** What keys and buttons of the page's frame do. Fetched with the first of them. */
import { place } from "../../src/reader/place.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

export type Action = "search" | "help" | "previous" | "next" | "lecture";

/** `byKey`: asked for by a single key, which the reader may have switched off. */
export async function perform(action: Action, byKey = false): Promise<void> {
  if (byKey && singleKeys() === "off") return;
  if (action === "search") return (await import("../search/dialog.ts")).openSearch();
  if (action === "help") return (dialog ??= make()).showModal();
  if (action === "lecture") return (await import("../modes/lecture.ts")).toggleLecture();
  document.querySelector<HTMLAnchorElement>(`.turn a[rel=${action === "previous" ? "prev" : "next"}]`)?.click();
}

const shown: [keys: string[][], what: string][] = [
  [[["/"], ["Ctrl / ⌘", "K"]], "搜索"],
  [[["["], ["]"]], "上一节、下一节"],
  [[["P"]], "讲课模式：字大，推导一行一行地出；按 → 出下一行，Esc 退出"],
  [[["?"]], "这张表"],
  [[["Ctrl / ⌘", "Enter"]], "清单里：运行"],
  [[["Shift", "Enter"]], "清单里：运行，并移到下一份"],
  [[["Esc"]], "离开编辑器；关掉对话框"],
];

let dialog: HTMLDialogElement | undefined;

function make(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = document.createElement("h2");
  Object.assign(title, { id: "keys-title", textContent: "快捷键" });
  const list = document.createElement("dl");
  for (const [ways, what] of shown) {
    const term = document.createElement("dt");
    ways.forEach((keys, i) =>
      term.append(...(i > 0 ? ["　"] : []), ...keys.flatMap((key, k) => [...(k > 0 ? [" + "] : []), named("kbd", key)])),
    );
    list.append(term, named("dd", what));
  }
  const choice = document.createElement("input");
  choice.type = "checkbox";
  choice.checked = singleKeys() !== "off";
  choice.addEventListener("change", () => keepSingleKeys(choice.checked));
  const label = document.createElement("label");
  label.append(choice, " 使用单个字符的快捷键（/、?、[、]、P）");
  const close = named("button", "关闭");
  close.className = "button";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.append(title, list, label, close);
  document.body.append(dialog);
  return dialog;
}

function named<K extends "kbd" | "dd" | "button">(name: K, text: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Single keys can be switched off: speech input may press them by mistake (WCAG 2.1.4). */
const key = () => `${place(siteRoot(document))}keys`;
const singleKeys = () => {
  try {
    return localStore().getItem(key());
  } catch {
    return null;
  }
};
function keepSingleKeys(on: boolean): void {
  try {
    if (on) localStore().removeItem(key());
    else localStore().setItem(key(), "off");
  } catch {
    /* full or forbidden: it holds for this page only */
  }
}
