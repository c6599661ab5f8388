import type { Saved } from "./edits.ts";
import { workPlace } from "./place.ts";
import { isFull, keysOf } from "./storage.ts";

/** What happened to a question; all that did is kept. */
export type Mark = "tried" | "passed" | "seen";

/** How it stands, in one word: passed before all, then answer seen, then tried. */
export type ExerciseStanding = "new" | Mark;

/** The reader's progress with questions, and what was entered where no code is written (code is kept by `openEdits`). */
export interface Exercises {
  standing(id: string): ExerciseStanding;
  /** @returns false when it was so before, or cannot be kept */
  mark(id: string, mark: Mark): boolean;
  /** by id, all questions that begin with `prefix` and are no longer new */
  among(prefix: string): Map<string, ExerciseStanding>;
  entry(id: string): string | undefined;
  enter(id: string, entry: string): Saved;
}

/**
 * Kept under course, place of the site and number of the question, as bare words: what cannot be read is no progress, nothing worse, and
 * stays where it is.
 */
export function openExercises(storage: Storage, root: string): Exercises {
  const at = workPlace(storage, root);
  const [marks, entries] = [`${at}exercise:`, `${at}attempt:`];
  const get = (key: string): string | undefined => {
    try {
      return storage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const set = (key: string, text: string): Saved => {
    try {
      storage.setItem(key, text);
      return "saved";
    } catch (error) {
      return isFull(error) ? "full" : "forbidden";
    }
  };
  const wordsOf = (id: string) => (get(marks + id) ?? "").split(" ").filter(Boolean);
  const standing = (id: string): ExerciseStanding =>
    (["passed", "seen", "tried"] as const).find((mark) => wordsOf(id).includes(mark)) ?? "new";

  return {
    standing,
    mark(id, mark) {
      const words = wordsOf(id);
      return !words.includes(mark) && set(marks + id, [...words, mark].join(" ")) === "saved";
    },
    among(prefix) {
      const ids = keysOf(storage).flatMap((key) => (key.startsWith(marks + prefix) ? [key.slice(marks.length)] : []));
      return new Map(ids.map((id): [string, ExerciseStanding] => [id, standing(id)]).filter(([, one]) => one !== "new"));
    },
    entry: (id) => get(entries + id),
    enter: (id, entry) => set(entries + id, entry),
  };
}
