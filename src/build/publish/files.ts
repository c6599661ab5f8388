import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Where archives and PDFs are put. */
export const releaseFolder = "release";

/** The built folder. Throws when there is none. */
export function builtFolder(): string {
  if (!existsSync("dist/index.html")) throw new Error("expected: the built site in dist/; found: none; run npm run build first");
  return "dist";
}

/** Paths of all files below a folder, in order. */
export function filesBelow(folder: string, below = ""): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}
