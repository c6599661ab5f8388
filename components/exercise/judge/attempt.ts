import { inThrowaway, type Broken } from "./throwaway.ts";
import { judgeEntry } from "./entries.ts";
import { loadCheck } from "../registry.ts";
import { error, type Verdict } from "./verdict.ts";

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
  /** stops a check under way */
  signal: AbortSignal;
}

/**
 * Loaded with the first 检查; of a function, the compiler and a kernel come with it.
 *
 * @returns `undefined` when the check was stopped
 */
export async function judgeAttempt({ exercise, text, listing, seed, root, signal }: Attempted): Promise<Verdict | undefined> {
  const check = await loadCheck(exercise);
  if (!check) throw new Error(`expected: a check for exercise ${exercise}; found: none`);
  if (check.kind !== "function") return judgeEntry(check, text);
  const { judgeFunction } = await import("./function.ts");
  const limit = check.limit ?? LIMIT;
  const judged = await inThrowaway({ root, limit, signal }, (run) => judgeFunction(check, text, { id: listing, seed, run }));
  return "done" in judged ? judged.done : verdictOf(judged);
}

/** What is said of code whose results are worth nothing. */
export function verdictOf(broken: Broken): Verdict | undefined {
  if (broken.why === "asked") return undefined;
  if (broken.why === "limit")
    return error("endless", "运行得太久，已经停止。多半是有一个循环没有停下来的时候，或者在等一个不会来的结果；看看循环的条件和 await。");
  return error("tainted", `你的代码改写了 JavaScript 自带的 ${broken.what}，算出来的结果不可信，所以没有往下检查。换一种不改写它的写法。`);
}
