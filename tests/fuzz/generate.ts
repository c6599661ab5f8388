/** Seed and number → one edit of one listing. Pure: the same again, whenever it is asked for. */
import { chanceOf } from "./chance.ts";
import type { Kind } from "./kind.ts";
import { kinds } from "./kinds.ts";

export interface Source {
  id: string;
  source: string;
}

export interface Case {
  number: number;
  kind: Kind;
  listing: string;
  /** what stands in the listing now */
  code: string;
}

/** The `number`-th edit of these listings; all kinds take turns, in another order each round. */
export function generate(listings: readonly Source[], seed: number, number: number): Case {
  const round = Math.floor(number / kinds.length);
  const chance = chanceOf(seed, `case ${number}`);
  const kind = orderOf(seed, round)[number % kinds.length];
  const { id, source } = chance.pick(listings);
  // One that takes much time is replaced by an edit of words, nine times out of ten.
  const drawn = kind.heavy && round > 0 && !chance.oneIn(10) ? kinds[chance.below(20)] : kind;
  return { number, kind: drawn, listing: id, code: drawn.edit(source, chance) };
}

/** All kinds in the order in which a round takes them (Fisher–Yates). */
function orderOf(seed: number, round: number): Kind[] {
  const chance = chanceOf(seed, `round ${round}`);
  const order = [...kinds];
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
