/** What stands in the fields of an attempt: a text that is kept, shown again, and judged. */

/** Ids separated by spaces, or what was typed; "" when nothing was chosen. */
export function readEntry(attempt: HTMLElement): string {
  if (attempt.dataset.kind === "order") return stepsOf(attempt).map(idOf).join(" ");
  const field = attempt.querySelector<HTMLInputElement>("[data-entry]");
  if (field) return field.value;
  return choicesOf(attempt)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .join(" ");
}

/** Puts a kept entry back; of one from an older wording, what still fits. */
export function showEntry(attempt: HTMLElement, entry: string): void {
  const field = attempt.querySelector<HTMLInputElement>("[data-entry]");
  if (field) field.value = entry;
  const ids = entry.split(" ");
  for (const choice of choicesOf(attempt)) choice.checked = ids.includes(choice.value);
  const steps = stepsOf(attempt);
  const place = (step: HTMLElement) => (ids.includes(idOf(step)) ? ids.indexOf(idOf(step)) : steps.length + steps.indexOf(step));
  const list = attempt.querySelector(".steps");
  list?.append(...[...steps].sort((a, b) => place(a) - place(b)));
}

/** Lets the buttons of steps move them; the focus stays on the button. */
export function enableMoves(attempt: HTMLElement, moved: (where: string) => void): void {
  attempt.querySelector(".steps")?.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>("[data-move]");
    const step = button?.closest<HTMLElement>("[data-step]");
    if (!button || !step) return;
    const up = button.dataset.move === "-1";
    const neighbour = up ? step.previousElementSibling : step.nextElementSibling;
    if (!neighbour) return moved(up ? "已经在最前面。" : "已经在最后面。");
    if (up) neighbour.before(step);
    else neighbour.after(step);
    button.focus();
    moved(`移到第 ${stepsOf(attempt).indexOf(step) + 1} 步。`);
  });
}

function choicesOf(attempt: HTMLElement): HTMLInputElement[] {
  return [...attempt.querySelectorAll<HTMLInputElement>(".choice input")];
}

function stepsOf(attempt: HTMLElement): HTMLElement[] {
  return [...attempt.querySelectorAll<HTMLElement>("[data-step]")];
}

function idOf(step: HTMLElement): string {
  return step.dataset.step ?? "";
}
