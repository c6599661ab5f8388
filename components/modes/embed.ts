/** `?embed=<id>`: one listing, figure or formula of a page alone, for a frame in a course system; listings run as in the book. */
const id = new URLSearchParams(location.search).get("embed") ?? "";
const shown = document.getElementById(id);
const book = document.querySelector("a[rel=home]")?.textContent?.trim();

document.documentElement.classList.remove("embed-soon");
if (shown) {
  document.documentElement.dataset.embed = "";
  // a link would open the book within the frame
  document.head.append(Object.assign(document.createElement("base"), { target: "_blank" }));
  for (let at: HTMLElement | null = shown; at && at !== document.body; at = at.parentElement) {
    at.dataset.embedded = "";
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  shown.after(note(link(`${location.pathname}#${encodeURIComponent(id)}`, `在《${book}》里读`)));
} else if (id) {
  // a teacher's slip of the pen: better told here than guessed at
  document.querySelector("main")?.prepend(note(`这一页没有编号为 ${id} 的清单或图；编号是它的链接里 # 后面的部分。`));
}

function link(href: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement("a"), { href, target: "_blank", textContent: text });
}

function note(...content: (Node | string)[]): HTMLElement {
  const line = document.createElement("p");
  line.className = "embed-origin";
  line.dataset.embedded = "";
  line.append(...content);
  return line;
}

export {};
