/**
 * The card of a link: what a term means, what a reference points to — on hover, on focus and with the first tap. It can be hovered itself,
 * Esc dismisses it (WCAG 1.4.13); the link leads there, as it does without script.
 *
 * A definition is read out as the description of its word. What a reference shows is for the eye only: whoever listens follows the link
 * and hears the place itself, and not twice.
 */
import { cardOf, place } from "./preview/card.ts";

const links = "a.term, a.reference";
let owner: HTMLAnchorElement | undefined;
let card: HTMLElement | undefined;
/** the link whose card is being fetched or waited for */
let asked: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

async function open(link: HTMLAnchorElement, tapped = false): Promise<void> {
  clearTimeout(timer);
  if (owner === link) return;
  asked = link;
  const next = await cardOf(link, tapped).catch(() => undefined); // offline, or the page is gone: the link is still a link
  if (asked !== link || !link.isConnected) return;
  close();
  if (!next) return;
  card = next;
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", closeSoon);
  document.body.append(card);
  if (link.matches(".term")) link.setAttribute("aria-describedby", card.id);
  owner = link;
  place(card, link.getClientRects()[0] ?? link.getBoundingClientRect());
}

function close(): void {
  clearTimeout(timer);
  owner?.removeAttribute("aria-describedby");
  card?.remove();
  owner = asked = card = undefined;
}

function closeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(close, 150);
}

const linkAt = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(links) : null);

document.addEventListener("pointerover", (event) => {
  const link = linkAt(event);
  if (!link || event.pointerType !== "mouse") return;
  clearTimeout(timer);
  // a pointer on its way elsewhere asks for nothing
  if (owner !== link) timer = setTimeout(() => void open(link), 100);
});
document.addEventListener("pointerout", (event) => {
  if (linkAt(event) && event.pointerType === "mouse") closeSoon();
});
document.addEventListener("focusin", (event) => {
  const link = linkAt(event);
  if (link?.matches(":focus-visible")) void open(link);
});
document.addEventListener("focusout", (event) => {
  if (linkAt(event)) closeSoon();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

let touched: HTMLAnchorElement | undefined;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "mouse" ? undefined : (linkAt(event) ?? undefined);
  if (!touched && !(event.target instanceof Node && card?.contains(event.target))) close();
});
document.addEventListener("click", (event) => {
  const link = linkAt(event);
  if (!link) return;
  // the first tap shows, the second goes
  if (link !== touched || owner === link) return close();
  event.preventDefault();
  void open(link, true);
});

// This is fetched when the pointer first moves, and by then it may rest on a link.
const under = matchMedia("(hover: hover)").matches && document.querySelector<HTMLAnchorElement>(":is(a.term, a.reference):hover");
if (under) timer = setTimeout(() => void open(under), 100);
