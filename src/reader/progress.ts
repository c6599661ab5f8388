import { workPlace } from "./place.ts";

/** How far a reader has come in one section. */
export interface Progress {
  visited: boolean;
  /** ids of the listings that were run to their end */
  ran: readonly string[];
}

export interface ProgressBook {
  /** @param section `SectionData.path` */
  read(section: string): Progress;
  visit(section: string): void;
  ran(section: string, listing: string): void;
}

/** Kept as `visited` and one word a listing: what cannot be read is no progress, and nothing worse. */
export function openProgress(storage: Storage, root: string): ProgressBook {
  const prefix = `${workPlace(storage, root)}progress:`;
  const keyOf = (section: string) => prefix + section;
  const read = (section: string): Progress => {
    try {
      const words = storage.getItem(keyOf(section))?.split(" ").filter(Boolean);
      return { visited: words !== undefined, ran: words ?? [] };
    } catch {
      return { visited: false, ran: [] };
    }
  };
  const write = (section: string, ran: readonly string[]) => {
    try {
      storage.setItem(keyOf(section), ran.join(" "));
    } catch {
      /* full or forbidden: progress is not worth a message */
    }
  };
  return {
    read,
    visit(section) {
      const { visited, ran } = read(section);
      if (!visited) write(section, ran);
    },
    ran(section, listing) {
      const { ran } = read(section);
      if (!ran.includes(listing)) write(section, [...ran, listing]);
    },
  };
}
