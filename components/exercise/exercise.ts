import "./attempt.ts";
import "./print.ts";
import { exercises, markExercise, PROGRESS, standingWords } from "./mark.ts";

/**
 * Hints one at a time, the answer looked at, and how the question stands. The document listens for all questions: to look for their parts
 * in a page of thirty thousand elements takes a telephone tens of milliseconds.
 */
document.addEventListener("click", ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('[data-do="hint"]');
  if (button) giveHint(button);
});
document.addEventListener(
  "toggle",
  ({ target }) => {
    const answer = target as HTMLDetailsElement;
    if (answer.dataset.answer !== undefined && answer.open && answer.dataset.printing === undefined) markExercise(answer, "seen");
  },
  { capture: true }, // a toggle does not bubble
);

function giveHint(button: HTMLButtonElement): void {
  const exercise = button.closest("[data-exercise]")!;
  const [next, ...rest] = [...exercise.querySelectorAll<HTMLDetailsElement>("[data-hint]")].filter(
    ({ dataset }) => dataset.shown === undefined,
  );
  if (!next) return;
  next.dataset.shown = "";
  next.open = true;
  next.querySelector("summary")!.focus({ preventScroll: true });
  button.disabled = rest.length === 0;
  exercise.querySelector("[data-hints-left]")!.textContent = rest.length === 0 ? "没有更多了" : `还有 ${rest.length} 条`;
}

function showStandings(): void {
  const book = exercises();
  for (const exercise of document.getElementsByClassName("exercise") as HTMLCollectionOf<HTMLElement>) {
    const id = exercise.dataset.exercise;
    if (id === undefined) continue; // it only holds others together
    const standing = book.standing(id);
    if (exercise.dataset.progress === standing) continue; // as it was built, for most
    exercise.dataset.progress = standing;
    const place = exercise.querySelector("[data-standing]");
    if (place) place.textContent = standingWords[standing];
  }
}

document.addEventListener(PROGRESS, showStandings);
window.addEventListener("storage", () => document.dispatchEvent(new Event(PROGRESS))); // another tab
showStandings();
