import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of the built folder, by its path in it. */
export const files = listFiles("dist");

export const pages = files.filter((file) => file.endsWith(".html"));

export const sections = pages.filter((page) => /^linear-networks\/.+\/index\.html$/.test(page));

export const addressOf = (page: string): string => page.replace(/index\.html$/, "");

export function html(page: string): string {
  return readFileSync(join("dist", page), "utf8");
}

function listFiles(folder: string, below = ""): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}
