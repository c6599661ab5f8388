import { excerptOf } from "./excerpt.ts";

/** The card for a link: a term's definition, or an excerpt of where a reference leads; none where there is nothing to show. */
export async function cardOf(link: HTMLAnchorElement, tapped: boolean): Promise<HTMLElement | undefined> {
  const isTerm = link.matches(".term");
  const content = isTerm ? definition(link) : await excerptOf(new URL(link.href));
  if (!content) return undefined;
  const card = document.createElement("div");
  card.id = "card";
  card.className = isTerm ? "card" : "card excerpt";
  card.setAttribute("role", "tooltip");
  if (!isTerm) card.setAttribute("aria-hidden", "true");
  card.append(...content);
  if (tapped) card.append(paragraph("tap-again", isTerm ? "再点一次，到术语表" : "再点一次，到那里去"));
  return card;
}

function definition({ dataset, textContent }: HTMLAnchorElement): Node[] {
  const head = paragraph("", ` ${dataset.en ?? ""}`);
  const word = document.createElement("b");
  word.textContent = textContent;
  head.prepend(word);
  return [head, paragraph("", dataset.definition ?? "")];
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement("p");
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** Below the word, above it where there is more room, never past the edges; as high as there is room for. */
export function place(card: HTMLElement, word: DOMRect): void {
  const gap = 6;
  const margin = 12;
  const [above, below] = [word.top - gap - margin, window.innerHeight - word.bottom - gap - margin];
  card.style.maxHeight = `${Math.max(120, above, below)}px`;
  const { width, height } = card.getBoundingClientRect();
  const isBelow = height <= below || below >= above;
  const left = Math.max(margin, Math.min(word.left, document.documentElement.clientWidth - width - margin));
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${(isBelow ? word.bottom + gap : word.top - height - gap) + window.scrollY}px`;
}
