/**
 * The prefix of everything the course stores: the course and the path of the site's root, so that two copies on one host
 * (`/2025/dl/`, `/2026/dl/`) keep apart what their readers wrote. `public/theme.js` writes the same by hand.
 */
export function place(root: string): string {
  return "linear-networks" + new URL(root).pathname;
}
