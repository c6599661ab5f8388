/**
 * The prefix of everything the course stores: the course and the path of the site's root, so that two copies on one host
 * (`/2025/dl/`, `/2026/dl/`) keep apart what their readers wrote. `src/layouts/before-paint.js` writes the same by hand.
 */
export function place(root: string): string {
  return "linear-networks" + new URL(root).pathname;
}

/**
 * The formats in which the reader's work is kept: one number for all, raised when an older course would misread what a newer one writes.
 * Format 1 is bare texts under speaking keys, what every release so far has written; it needs no mark in the storage.
 * Whoever raises it writes the new number under `markKey`, and brings what stands under the old one along.
 */
export const FORMAT = 1;

/** Has a newer course, whose formats we cannot know, been writing here? */
export function isNewer(storage: Storage, root: string): boolean {
  try {
    return Number(storage.getItem(markKey(root)) ?? FORMAT) > FORMAT;
  } catch {
    return false;
  }
}

/**
 * Where the reader's work is kept in a storage: at its place, or, where a newer course has been (a release was taken back, an old page came
 * from a cache), beside it: nothing of the newer one is read as something else, or written over.
 */
export function workPlace(storage: Storage, root: string): string {
  return isNewer(storage, root) ? `${place(root)}${FORMAT}:` : place(root);
}

export function markKey(root: string): string {
  return `${place(root)}format`;
}
