/** One sentence to the reader at the foot of the window, with one thing to do; a second finds the place taken. */
export function showBar(text: string, word: string, act: () => void): void {
  if (document.querySelector(".edition")) return;
  const bar = document.createElement("div");
  bar.className = "edition";
  bar.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.addEventListener("click", act);
  bar.append(text, button);
  document.body.append(bar);
}
