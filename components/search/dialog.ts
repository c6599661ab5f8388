/** The search: a dialog with a field and a list of links; ↓ and ↑ go through them, Enter takes the first, Esc closes. */
import { siteRoot } from "../root.ts";
import { openIndex, type Hit, type Index } from "./find.ts";

const PAUSE = 120;

let dialog: HTMLDialogElement | undefined;
let index: Promise<Index> | undefined;

export function openSearch(): void {
  dialog ??= make();
  dialog.showModal();
  const field = dialog.querySelector("input")!;
  field.select();
  prepare();
}

function prepare(): Promise<Index> {
  index ??= openIndex(siteRoot(document));
  index.catch(() => (index = undefined));
  return index;
}

function make(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "搜索");
  const form = document.createElement("form");
  form.setAttribute("role", "search");
  const field = document.createElement("input");
  Object.assign(field, {
    type: "search",
    placeholder: "正文、术语（中文或英文）、代码里的名字",
    autocomplete: "off",
    spellcheck: false,
    enterKeyHint: "go",
  });
  field.setAttribute("aria-label", "搜索全书");
  const close = document.createElement("button");
  Object.assign(close, { type: "button", textContent: "关闭" });
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const list = document.createElement("ol");
  form.append(field, close);
  dialog.append(form, status, list);
  document.body.append(dialog);

  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    const query = field.value.trim();
    const turn = ++asked;
    if (query === "") return list.replaceChildren((status.textContent = ""));
    try {
      const hits = await (await prepare()).find(query);
      if (turn !== asked) return; // a later query has been asked meanwhile
      list.replaceChildren(...hits.map(itemOf));
      list.dataset.query = query;
      status.textContent = hits.length === 0 ? `没有找到“${query}”。换一个词，或者只写它的一半。` : `${hits.length} 处`;
    } catch {
      status.textContent = "搜索索引没有载入：网络不通，或者网站已经更新。刷新页面再试。";
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void search().then(() => list.querySelector("a")?.click());
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // beside the dialog, or to a place of this very page
    if (event.target === dialog || (event.target as Element).closest("a")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
    if (step === undefined || event.isComposing) return;
    event.preventDefault();
    if (step === 0) return dialog.close(); // of itself, Esc would only empty the field
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  });
  return dialog;
}

function itemOf({ href, title, where, excerpt = [] }: Hit): HTMLLIElement {
  const link = document.createElement("a");
  link.href = href;
  const name = document.createElement("b");
  name.textContent = title;
  const place = document.createElement("small");
  place.textContent = where;
  link.append(name, " ", place);
  if (excerpt.length > 0) {
    const text = document.createElement("span");
    text.append(...excerpt.map((piece, i) => (i % 2 === 0 ? piece : marked(piece))));
    link.append(text);
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function marked(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
