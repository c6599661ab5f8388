import { hash } from "./hash.ts";
import { workPlace } from "./place.ts";
import { isFull, keysOf } from "./storage.ts";

/** How a write went: `full` and `forbidden` are told to the reader, whose text is then only in the page. */
export type Saved = "saved" | "full" | "forbidden";

/** What the reader made of the listings of one section. */
export interface Edits {
  /** The reader's text of a listing; undefined when it stands as the book has it. */
  read(id: string, original: string): string | undefined;
  /** Keeps a text; the book's own text needs no keeping and frees the place. */
  write(id: string, original: string, text: string): Saved;
  /** Texts made from another wording of the listing (an older or newer release): never lost, never applied by themselves. */
  others(id: string, original: string): string[];
  /** Keeps a text as another version of the listing, to be offered, never applied by itself. */
  setAside(id: string, text: string): Saved;
  /** Forgets the other versions; what it gives back brings them back. */
  dismiss(id: string, original: string): () => void;
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
  const keyOf = (id: string, original: string) => `${prefix}${id}:${hash(original)}`;
  const save = (key: string, text: string | undefined): Saved => {
    try {
      if (text === undefined) storage.removeItem(key);
      else storage.setItem(key, text);
      return "saved";
    } catch (error) {
      return isFull(error) ? "full" : "forbidden";
    }
  };
  const otherEntries = (id: string, original: string) =>
    keysOf(storage)
      .filter((key) => key.startsWith(`${prefix}${id}:`) && key !== keyOf(id, original))
      .flatMap((key): [key: string, text: string][] => {
        const text = attempt(() => storage.getItem(key));
        return typeof text === "string" ? [[key, text]] : [];
      });

  return {
    read: (id, original) => attempt(() => storage.getItem(keyOf(id, original)) ?? undefined),
    write: (id, original, text) => save(keyOf(id, original), text === original ? undefined : text),
    others: (id, original) => otherEntries(id, original).map(([, text]) => text),
    setAside: (id, text) => save(keyOf(id, text), text),

    dismiss(id, original) {
      const entries = otherEntries(id, original);
      for (const [key] of entries) save(key, undefined);
      return () => entries.forEach(([key, text]) => save(key, text));
    },

    concerns(key) {
      if (!key?.startsWith(prefix)) return undefined;
      const [id, version] = key.slice(prefix.length).split(":");
      return id && version ? { id, version } : undefined;
    },

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
