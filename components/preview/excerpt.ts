/** What a place of the book looks like, taken from its page: this one, or another that is fetched. */

const pages = new Map<string, Promise<Document>>();

function pageAt({ origin, pathname, search }: URL): Promise<Document> {
  const address = origin + pathname + search;
  if (address === location.href.replace(/#.*/, "")) return Promise.resolve(document);
  let page = pages.get(address);
  if (!page) {
    page = fetchPage(address);
    page.catch(() => pages.delete(address)); // the next time there may be a network
    pages.set(address, page);
  }
  return page;
}

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Copies of what stands there, without what can be pressed; `undefined` when there is no such place. */
export async function excerptOf(address: URL): Promise<Node[] | undefined> {
  const page = await pageAt(address);
  const target = address.hash === "" ? page.querySelector("h1") : page.getElementById(decodeURIComponent(address.hash.slice(1)));
  if (!target) return undefined;
  const copies = partsOf(target).map((part) => inert(part));
  if (page !== document && target.localName !== "h1") copies.unshift(where(page.title.replace(/ · .*/, "")));
  return copies;
}

/** The elements that say what a place is. */
function partsOf(target: Element): Element[] {
  const inside = (...selectors: string[]) => selectors.flatMap((selector) => target.querySelector(selector) ?? []);
  if (target.localName === "course-figure") return inside("svg[data-picture]", "figcaption");
  if (target.localName === "course-listing") return inside(".title > .number", ".title > .name", "[data-code] pre");
  if (target.matches(".equation")) return inside(".katex-display", ".number");
  if (target.matches(".exercise")) return [...inside(".exercise-title"), ...opening(target.querySelector(".flow")?.firstElementChild)];
  if (target.localName === "h1") return [target, ...(target.nextElementSibling?.matches(".lead") ? [target.nextElementSibling] : [])];
  if (/^h[2-4]$/.test(target.localName)) return [target, ...opening(target.nextElementSibling)];
  return [target.closest("p, li, dd, figcaption, .katex-display") ?? target];
}

/** From here on: up to three paragraphs, formulas, lists of the same block or question. */
function opening(first: Element | null | undefined): Element[] {
  const parts: Element[] = [];
  for (
    let next = first;
    next && parts.length < 3 && !next.matches("h2, h3, h4, course-attempt, details, .exercise");
    next = next.nextElementSibling
  ) {
    if (next.matches("p:not(.ask), ul, ol, .katex-display, .equation")) parts.push(next);
  }
  return parts;
}

/** A copy that cannot be pressed, focused or found by its id. */
function inert(part: Element): HTMLElement {
  const box = document.createElement("div");
  box.className = part.matches("svg") ? "figure" : part.matches("pre") ? "code" : "";
  if (part.matches(".number, .name, h1, h2, h3, h4, .exercise-title")) box.className = "head";
  const copy = document.importNode(part, true);
  copy.querySelectorAll(".anchor, .controls, .needs-js, button, input, script, [hidden]").forEach((element) => element.remove());
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "tabindex", "aria-label", "role", "data-picture"]) element.removeAttribute(name);
    if (element.localName === "a" && element !== copy) element.replaceWith(spanOf(element));
  }
  if (/^(h[1-6]|a)$/.test(copy.localName)) box.append(...copy.childNodes);
  else box.append(copy);
  return box;
}

/** What a link says, without the link. */
function spanOf(link: Element): HTMLElement {
  const span = document.createElement("span");
  span.className = link.className;
  span.append(...link.childNodes);
  return span;
}

function where(title: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "where";
  element.textContent = title;
  return element;
}
