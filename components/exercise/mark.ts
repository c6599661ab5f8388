import { openExercises, type ExerciseStanding, type Mark } from "../../src/reader/exercises.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

/** Told to the document when a question stands otherwise than before. */
export const PROGRESS = "exercise-progress";

export const standingWords: Record<ExerciseStanding, string> = { new: "未做", tried: "尝试过", passed: "通过", seen: "看过答案" };

export function exercises() {
  return openExercises(localStore(), siteRoot(document));
}

/** Notes what happened to the question that an element stands in. */
export function markExercise(within: Element, mark: Mark): void {
  const id = within.closest<HTMLElement>("[data-exercise]")?.dataset.exercise;
  if (id === undefined) return;
  exercises().mark(id, mark);
  document.dispatchEvent(new Event(PROGRESS));
}
