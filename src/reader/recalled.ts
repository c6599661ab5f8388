import { workPlace } from "./place.ts";

/** Which words the reader recalled, and which not. */
export interface Recalled {
  read(term: string): "right" | "wrong" | undefined;
  write(term: string, how: "right" | "wrong"): void;
}

export function openRecalled(storage: Storage, root: string): Recalled {
  const prefix = `${workPlace(storage, root)}recall:`;
  const keyOf = (term: string) => prefix + term;
  return {
    read(term) {
      try {
        const word = storage.getItem(keyOf(term));
        return word === "right" || word === "wrong" ? word : undefined;
      } catch {
        return undefined;
      }
    },
    write(term, how) {
      try {
        storage.setItem(keyOf(term), how);
      } catch {
        /* full or forbidden: not worth a message */
      }
    },
  };
}
