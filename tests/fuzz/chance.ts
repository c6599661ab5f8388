/** Chance that repeats, for the generator of edits. */
import { sfc32 } from "../../src/kernel/seed.ts";

export interface Chance {
  /** an integer in [0, n) */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** true in about one of `n` draws */
  oneIn(n: number): boolean;
}

/** The same seed and name draw the same. */
export function chanceOf(seed: number, name: string): Chance {
  const next = sfc32(`${seed}/${name}`);
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: (list) => list[below(list.length)], oneIn: (n) => below(n) === 0 };
}
