import { inThrowaway } from "./throwaway.ts";
import { judgeEntry } from "./entries.ts";
import { loadCheck } from "../registry.ts";
import type { Verdict } from "./verdict.ts";

/** Milliseconds that all calls of a function may take together. */
const LIMIT = 10_000;

export interface Attempted {
  exercise: string;
  /** code, or what was entered */
  text: string;
  /** id of the listing that holds the code */
  listing: string;
  /** of the random inputs */
  seed: number;
  root: string;
}

/** Loaded with the first 检查; of a function, the compiler and a kernel come with it. */
export async function judgeAttempt({ exercise, text, listing, seed, root }: Attempted): Promise<Verdict> {
  const check = await loadCheck(exercise);
  if (!check) throw new Error(`expected: a check for exercise ${exercise}; found: none`);
  if (check.kind !== "function") return judgeEntry(check, text);
  const { judgeFunction } = await import("./function.ts");
  return inThrowaway(root, check.limit ?? LIMIT, (run) => judgeFunction(check, text, { id: listing, seed, run }));
}
