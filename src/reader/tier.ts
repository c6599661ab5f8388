import { place } from "./place.ts";

/** Which part of the data listings get: `quick` is a subset for slow lines. */
export type Tier = "quick" | "full";

/** What each is, in the reader's words, and what it costs to fetch. */
export const SIZES: Record<Tier, { words: string; megabytes: number }> = {
  full: { words: "60 000 张训练图、10 000 张测试图", megabytes: 30.7 },
  quick: { words: "10 000 张训练图、2000 张测试图", megabytes: 5.3 },
};

/** The reader's choice; without one all the data, or the subset where the browser is asked to save them. */
export function readTier(storage: Storage, root: string, savesData = false): Tier {
  const usual = savesData ? "quick" : "full";
  try {
    const tier = storage.getItem(`${place(root)}tier`);
    return tier === "quick" || tier === "full" ? tier : usual;
  } catch {
    return usual;
  }
}

export function writeTier(storage: Storage, root: string, tier: Tier): void {
  try {
    storage.setItem(`${place(root)}tier`, tier);
  } catch {
    /* full or forbidden: the choice then holds for this page */
  }
}
