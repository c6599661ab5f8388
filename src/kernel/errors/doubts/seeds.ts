/** Seeds: one given twice draws the same numbers twice, and 0 is often taken for none. */
import type { Explanation } from "../../protocol.ts";
import type { Place } from "../../module/places.ts";
import { links } from "../links.ts";
import { here, see } from "./sights.ts";

interface Use {
  /** where tfjs was called, which may be in a function of an earlier listing */
  call: Place;
  /** where in the listing that ran */
  own: Place;
  shape: string;
}

/** By seed, where it was first given. */
const uses = new Map<string, Use>();

/** A listing that is withdrawn may give its seeds again. */
export function forgetSeeds(listing: string): void {
  for (const [seed, { own }] of uses) if (own.listing === listing) uses.delete(seed);
}

/**
 * Looks at the seed that is given to `name`, a function or an initializer of tfjs. A call that draws the same shape
 * once more means it: the same start for every learning rate. Another call, or another shape, was to be independent.
 */
export function lookAtSeed(name: string, seed: unknown, shape?: unknown): void {
  if (typeof seed !== "number" && typeof seed !== "string") return;
  if (seed === 0 && /normal|gamma/i.test(name)) return see(zeroSeed(`\`${name}\` 的种子写 0`));
  const { innermost: call, own } = here();
  if (!call || !own) return;
  const key = String(seed);
  const now = { call, own, shape: String(shape) };
  const before = uses.get(key);
  if (!before) uses.set(key, now);
  else if (before.shape !== now.shape || !isSame(before.call, call)) see(sameSeed(key, before.own, own));
}

function isSame(a: Place, b: Place): boolean {
  return a.listing === b.listing && a.line === b.line && a.column === b.column;
}

function sameSeed(seed: string, before: Place, now: Place): Explanation {
  const where = before.listing !== now.listing ? "在另一份清单里" : before.line !== now.line ? `在第 ${before.line} 行` : "";
  return {
    kind: "same-seed",
    title: `种子 ${seed} ${where}已经用过：同一粒种子给出同一串数，两处的随机数不独立`,
    hint: "特征和噪声若用同一粒，噪声就是特征的缩小版。每次调用换一粒；不写也可以，本页每次运行取的随机数本来就相同。有意要同一串，就不用管。",
    link: links.data,
    original: `seed ${seed} given twice`,
  };
}

/** Where tfjs asks `seed ? seed : …`. */
export function zeroSeed(what: string): Explanation {
  return {
    kind: "zero-seed",
    title: `${what} 等于没写`,
    hint: "tfjs 把 0 当作没有给种子。要自己定下这串数，写一个别的数。",
    link: links.data,
    original: "seed: 0",
  };
}
