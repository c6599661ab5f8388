import { hash } from "./hash.ts";
import { workPlace } from "./place.ts";
import { isFull, keysOf } from "./storage.ts";

/** How a write went: `full` and `forbidden` are told to the reader, whose text is then only in the page. */
export type Saved = "saved" | "full" | "forbidden";

/** A text that is kept beside the one in force: never lost, never applied by itself. */
export interface Other {
  /** hash of the text it was made from, or of itself where it was set aside */
  version: string;
  text: string;
  /** set aside for another text of the same wording; else made from another wording (an older or newer release) */
  isAside: boolean;
}

/** What the reader made of the listings of one section. */
export interface Edits {
  /** The listings that something is kept for. */
  kept(): string[];
  /** The reader's text of a listing; undefined when it stands as the book has it. */
  read(id: string, original: string): string | undefined;
  /**
   * Keeps a text; the book's own text needs no keeping and frees the place. A text that another tab has put there since this one last
   * looked is set aside.
   */
  write(id: string, original: string, text: string): Saved;
  others(id: string, original: string): Other[];
  /** Keeps a text beside the one in force. */
  setAside(id: string, text: string): Saved;
  /** Forgets one of the others; what it gives back brings it back. */
  dismiss(id: string, version: string): () => void;
  /** Is the text someone else's, taken from a link? */
  isForeign(id: string): boolean;
  setForeign(id: string, isForeign: boolean): Saved;
  /** The listing a change in another tab concerns, with the hash of its original; undefined for foreign keys. */
  concerns(key: string | null): { id: string; version: string } | undefined;
  versionOf(original: string): string;
}

/**
 * The edits of a section, kept under course, place of the site, section, listing and hash of the text they were made from.
 * A value is the bare text: there is nothing in it to be corrupted.
 */
export function openEdits(storage: Storage, root: string, section: string): Edits {
  const prefix = `${workPlace(storage, root)}edit:${section}:`;
  const foreign = `${workPlace(storage, root)}foreign:${section}:`;
  const keyOf = (id: string, version: string) => `${prefix}${id}:${version}`;
  /** what this tab last read or wrote, by key */
  const known = new Map<string, string | null>();
  const load = (key: string) => attempt(() => storage.getItem(key)) ?? null;
  const save = (key: string, text: string | null): Saved => {
    try {
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
      return "saved";
    } catch (error) {
      return isFull(error) ? "full" : "forbidden";
    }
  };
  const setAside = (id: string, text: string) => save(keyOf(id, hash(text)), text);

  const concerns = (key: string | null) => {
    if (!key?.startsWith(prefix)) return undefined;
    const [id, version] = key.slice(prefix.length).split(":");
    return id && version ? { id, version } : undefined;
  };

  return {
    kept: () => [...new Set(keysOf(storage).flatMap((key) => concerns(key)?.id ?? []))],

    read(id, original) {
      const key = keyOf(id, hash(original));
      const text = load(key);
      known.set(key, text);
      return text ?? undefined;
    },

    write(id, original, text) {
      const key = keyOf(id, hash(original));
      const there = load(key);
      if (there !== null && there !== text && there !== known.get(key)) setAside(id, there);
      const next = text === original ? null : text;
      const saved = save(key, next);
      if (saved === "saved") known.set(key, next);
      return saved;
    },

    others: (id, original) =>
      keysOf(storage)
        .filter((key) => key.startsWith(keyOf(id, "")) && key !== keyOf(id, hash(original)))
        .flatMap((key): Other[] => {
          const [version, text] = [key.slice(keyOf(id, "").length), load(key)];
          return text === null ? [] : [{ version, text, isAside: version === hash(text) }];
        }),

    setAside,

    dismiss(id, version) {
      const text = load(keyOf(id, version));
      save(keyOf(id, version), null);
      return () => void save(keyOf(id, version), text);
    },

    isForeign: (id) => load(foreign + id) !== null,
    setForeign: (id, isForeign) => save(foreign + id, isForeign ? "" : null),

    concerns,

    versionOf: hash,
  };
}

/** Reading a forbidden storage is reading an empty one. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
