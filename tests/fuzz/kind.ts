/** One kind of edit: what a beginner, or somebody who means harm, does to a listing. */
import type { Chance } from "./chance.ts";

export interface Kind {
  name: string;
  /** the listing's text → another one */
  edit(source: string, chance: Chance): string;
  /**
   * `always`: ends by itself, whatever chance draws; `perhaps`: an edit of words or numbers, which may turn a loop
   * endless; `never`: only 停止 ends it
   */
  ends: "always" | "perhaps" | "never";
  /** takes much time or memory: drawn ten times less often */
  heavy?: boolean;
}

/** An edit of the words that stand there. */
export function change(name: string, edit: Kind["edit"]): Kind {
  return { name, edit, ends: "perhaps" };
}

/** Code put before or after the listing's own. */
export function add(name: string, snippets: readonly string[], more: Partial<Pick<Kind, "ends" | "heavy">> = {}): Kind {
  const edit: Kind["edit"] = (source, chance) => {
    const snippet = chance.pick(snippets);
    return chance.oneIn(3) ? `${snippet}\n${source}` : `${source}\n${snippet}`;
  };
  return { name, edit, ends: "always", ...more };
}
