import "./attempt.ts";
import "./print.ts";
import { exercises, markExercise, PROGRESS, standingWords } from "./mark.ts";

/** Hints one at a time, the answer looked at, and how the question stands. */
for (const exercise of document.querySelectorAll<HTMLElement>("[data-exercise]")) {
  const button = exercise.querySelector<HTMLButtonElement>('[data-do="hint"]');
  const hints = [...exercise.querySelectorAll<HTMLDetailsElement>("[data-hint]")];
  button?.addEventListener("click", () => {
    const next = hints.find((hint) => hint.dataset.shown === undefined);
    if (!next) return;
    next.dataset.shown = "";
    next.open = true;
    next.querySelector("summary")!.focus({ preventScroll: true });
    const left = hints.filter((hint) => hint.dataset.shown === undefined).length;
    button.disabled = left === 0;
    exercise.querySelector("[data-hints-left]")!.textContent = left === 0 ? "没有更多了" : `还有 ${left} 条`;
  });
  const answer = exercise.querySelector<HTMLDetailsElement>("[data-answer]");
  answer?.addEventListener("toggle", () => {
    if (answer.open && answer.dataset.printing === undefined) markExercise(answer, "seen");
  });
}

function showStandings(): void {
  const book = exercises();
  for (const exercise of document.querySelectorAll<HTMLElement>("[data-exercise]")) {
    const standing = book.standing(exercise.dataset.exercise ?? "");
    exercise.dataset.progress = standing;
    const place = exercise.querySelector("[data-standing]");
    if (place) place.textContent = standingWords[standing];
  }
}

document.addEventListener(PROGRESS, showStandings);
window.addEventListener("storage", () => document.dispatchEvent(new Event(PROGRESS))); // another tab
showStandings();
