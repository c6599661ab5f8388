/** characters of a comment that help where one is writing; the rest is for the documentation */
const LONG = 300;

/** The comment above a declaration, as it stands below a type; nothing when there is none. */
export function remark(comment: string): HTMLElement[] {
  if (!comment) return [];
  const words = document.createElement("p");
  words.textContent = comment.length > LONG ? `${comment.slice(0, LONG - 1)}…` : comment;
  return [words];
}
