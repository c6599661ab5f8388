/**
 * The card of a term: its definition, on hover, on focus and on the first tap. It can be hovered itself, Esc dismisses it (WCAG 1.4.13);
 * the link below it leads to the glossary, as it does without script.
 */
let card: HTMLElement | undefined;
let owner: HTMLAnchorElement | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

function open(link: HTMLAnchorElement): void {
  clearTimeout(closing);
  if (owner === link) return;
  close();
  card ??= make();
  const { en = "", definition = "" } = link.dataset;
  const [head, body] = card.querySelectorAll("p");
  const word = document.createElement("b");
  word.textContent = link.textContent;
  head!.replaceChildren(word, ` ${en}`);
  body!.textContent = definition;
  document.body.append(card);
  link.setAttribute("aria-describedby", card.id);
  owner = link;
  place(card, link.getClientRects()[0] ?? link.getBoundingClientRect());
}

function close(): void {
  clearTimeout(closing);
  owner?.removeAttribute("aria-describedby");
  owner = undefined;
  card?.remove();
}

/** Below the word, above it where there is no room, never past the edges. */
function place(element: HTMLElement, word: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const margin = 12;
  const left = Math.max(margin, Math.min(word.left, document.documentElement.clientWidth - width - margin));
  const below = word.bottom + 6 + height < window.innerHeight;
  element.style.left = `${left + window.scrollX}px`;
  element.style.top = `${(below ? word.bottom + 6 : word.top - height - 6) + window.scrollY}px`;
}

function make(): HTMLElement {
  const element = document.createElement("div");
  element.className = "term-card";
  element.id = "term-card";
  element.setAttribute("role", "tooltip");
  element.append(document.createElement("p"), document.createElement("p"));
  element.addEventListener("pointerenter", () => clearTimeout(closing));
  element.addEventListener("pointerleave", closeSoon);
  return element;
}

function closeSoon(): void {
  clearTimeout(closing);
  closing = setTimeout(close, 150);
}

const termAt = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.term") : null);

document.addEventListener("pointerover", (event) => {
  const link = termAt(event);
  if (link && event.pointerType === "mouse") open(link);
});
document.addEventListener("pointerout", (event) => {
  if (termAt(event) && event.pointerType === "mouse") closeSoon();
});
document.addEventListener("focusin", (event) => {
  const link = termAt(event);
  if (link?.matches(":focus-visible")) open(link);
});
document.addEventListener("focusout", (event) => {
  if (termAt(event)) closeSoon();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

let touched: HTMLAnchorElement | undefined;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "mouse" ? undefined : (termAt(event) ?? undefined);
  if (!touched && !(event.target instanceof Node && card?.contains(event.target))) close();
});
document.addEventListener("click", (event) => {
  const link = termAt(event);
  if (!link || link !== touched || owner === link) return;
  event.preventDefault();
  open(link);
});

export {};
