import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Files of a built folder that are written anew after Vite has named them by what they held: hosts let browsers keep them for good, so each
 * gets the name of what it holds now, and whatever is read afterwards refers to it by that.
 */
export class Renamed {
  readonly #folder: string;
  readonly #names = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Puts `content` in the place of a file `<name>.<hash>.<extension>`. */
  replace(file: string, content: string | Uint8Array): void {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
    const name = basename(file).replace(/\.[\w-]+(\.\w+)$/, `.${hash}$1`);
    rmSync(join(this.#folder, file));
    writeFileSync(join(this.#folder, dirname(file), name), content);
    this.#names.set(basename(file), name);
  }

  /** A text of the folder, with the new names. */
  read(file: string): string {
    let text = readFileSync(join(this.#folder, file), "utf8");
    for (const [old, name] of this.#names) text = text.replaceAll(old, name);
    return text;
  }
}
