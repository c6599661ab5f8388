/**
 * The theme. `src/layouts/before-paint.js` stands in the head of every page, so that the first paint waits for no other file, and is kept as
 * small as can be: it puts the stored choice on the root; the class `js`, which lets controls appear, unless the page comes from `file://`,
 * where browsers refuse module scripts and `file.js` helps to read; and `embed-soon` for `?embed=`, so that not the whole page shows first
 * (should components/modes/embed.ts not come, it does after all).
 */
import { place } from "./place.ts";

/** The reader's choice; `auto` follows the system and is not stored. */
export type Theme = "auto" | "light" | "dark";

const words: Record<Theme, string> = { auto: "自动", light: "浅色", dark: "深色" };
const next: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };

/** The stored choice. `before-paint.js` reads the same key before the first paint. */
export function readTheme(storage: Storage, root: string): Theme {
  try {
    const theme = storage.getItem(themeKey(root));
    return theme === "light" || theme === "dark" ? theme : "auto";
  } catch {
    return "auto";
  }
}

/** Stores the choice; a storage that refuses is no misfortune here, the choice then holds for this page. */
export function writeTheme(storage: Storage, root: string, theme: Theme): void {
  try {
    if (theme === "auto") storage.removeItem(themeKey(root));
    else storage.setItem(themeKey(root), theme);
  } catch {
    /* full or forbidden */
  }
}

export function themeKey(root: string): string {
  return place(root) + "theme";
}

/** Lets a button walk through the three choices. */
export function switchTheme(button: HTMLButtonElement, storage: Storage, root: string): void {
  let theme = readTheme(storage, root);
  const show = () => {
    button.textContent = `配色：${words[theme]}`;
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  button.addEventListener("click", () => {
    theme = next[theme];
    writeTheme(storage, root, theme);
    show();
  });
  show();
}
