/** A word at the end of a notice: one that does something, or one that leads somewhere. */
export type Offer = { word: string } & ({ act(): void } | { href: string });

export function offerElement(offer: Offer): HTMLElement {
  if ("href" in offer) return Object.assign(document.createElement("a"), { href: offer.href, textContent: offer.word });
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: offer.word });
  button.addEventListener("click", () => offer.act());
  return button;
}
