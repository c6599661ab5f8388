import { place } from "./place.ts";

/** Remembers which listing is running, so that a page that was killed can say so after it is loaded again. */
export interface Unfinished {
  begin(id: string): void;
  end(): void;
  /** the listing that was running when the page went away; asking forgets it */
  take(): string | undefined;
}

/** @param storage of the tab (`sessionStorage`): another tab's running listing is none of this page's business */
export function openUnfinished(storage: Storage, root: string, section: string): Unfinished {
  const key = `${place(root)}running:${section}`;
  const quietly = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch {
      return undefined;
    }
  };
  return {
    begin: (id) => quietly(() => storage.setItem(key, id)),
    end: () => quietly(() => storage.removeItem(key)),
    take: () =>
      quietly(() => {
        const id = storage.getItem(key) ?? undefined;
        storage.removeItem(key);
        return id;
      }),
  };
}
