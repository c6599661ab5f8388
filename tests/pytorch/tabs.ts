/** The PyTorch notebooks of the book, run by the Python of this machine where it has PyTorch. */
import { execFile, execFileSync } from "node:child_process";
import { resolve } from "node:path";
import type { Book, Section } from "../../src/build/book/types.ts";
import { preludeOf } from "../../src/build/pytorch/prelude.ts";
import { tabsOf, type Tab } from "../../src/build/pytorch/tabs.ts";

/** Stands for a listing's id where what earlier sections define is run. */
const preludeId = "earlier sections";

/** What a tab printed and what it left in its variables, or how it failed. */
export interface Ran {
  /** slug */
  section: string;
  id: string;
  out: string;
  seconds: number;
  values?: Record<string, number | number[]>;
  error?: string;
}

/** The first Python that has PyTorch and torchvision; `PYTHON` names another one. */
export function findPython(): string | undefined {
  return [process.env.PYTHON, "python3", "/usr/bin/python3", "python"].find((name) => {
    try {
      if (name) execFileSync(name, ["-c", "import torch, torchvision"], { stdio: "ignore" });
      return Boolean(name);
    } catch {
      return false;
    }
  });
}

/** The code cells of a section's notebook: what it uses of earlier sections, if anything, then its tabs. */
export function cellsOf(book: Book, section: Section): Tab[] {
  const code = preludeOf(book, section);
  return [...(code ? [{ id: preludeId, code }] : []), ...tabsOf(section)];
}

/**
 * Runs the notebooks of all sections; of cells left out only the definitions. `quick` leaves the data at so many images. Python is ended
 * after `limit` milliseconds: it would go on by itself.
 */
export function runNotebooks(
  python: string,
  book: Book,
  leftOut: readonly string[],
  limit: number,
  quick?: { train: number; test: number },
): Promise<Ran[]> {
  const sections = book.sections.map((section) => ({
    section: section.slug,
    tabs: cellsOf(book, section).map((tab) => ({ ...tab, run: !leftOut.includes(`${section.slug}/${tab.id}`) })),
  }));
  const task = {
    shards: resolve("public/datasets/fashion-mnist"),
    quick: quick ?? null,
    sections: sections.filter(({ tabs }) => tabs.length > 0),
  };
  return new Promise((done, fail) => {
    const child = execFile(
      python,
      [resolve("tests/pytorch/tabs.py")],
      { encoding: "utf8", maxBuffer: 64 * 2 ** 20, timeout: limit },
      (error, out, told) => {
        if (error) fail(new Error(`${error.message}\n${told}`));
        else
          done(
            out
              .trim()
              .split("\n")
              .map((line) => JSON.parse(line) as Ran),
          );
      },
    );
    child.stdin!.end(JSON.stringify(task));
  });
}
