/** The PyTorch tabs of the book, run by the Python of this machine where it has PyTorch. */
import { execFile, execFileSync } from "node:child_process";
import { resolve } from "node:path";
import type { Nodes } from "mdast";
import type { ReadSection } from "../../src/build/book/section.ts";
import type { Book, Section } from "../../src/build/book/types.ts";
import { attributesOf, isElement } from "../../src/build/text/jsx.ts";
import { walk } from "../../src/build/text/walk.ts";

export interface Tab {
  /** of the listing */
  id: string;
  code: string;
}

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

/** The tabs of a section in reading order. */
export function tabsOf(section: Section): Tab[] {
  const tabs: Tab[] = [];
  walk((section as ReadSection).tree, (node) => {
    if (!isElement(node, "PyTorch")) return;
    const fence = (node.children as Nodes[]).find((child) => child.type === "code");
    if (fence?.type === "code") tabs.push({ id: String(attributesOf(node).of), code: fence.value });
  });
  return tabs;
}

/** Tabs of what earlier sections export: their part of d2l in Python. */
function libraryBefore(book: Book, section: Section): string[] {
  const earlier = book.sections.slice(0, book.sections.indexOf(section));
  return earlier.flatMap((other) => {
    const saved = new Set(book.exports.filter((one) => one.section === other).map((one) => one.listing.id));
    const imports = tabsOf(other).flatMap(({ code }) => code.match(/^(?:import|from) .*$/gm) ?? []);
    return [...imports, ...tabsOf(other).flatMap(({ id, code }) => (saved.has(id) ? [code] : []))];
  });
}

/** Runs all tabs but those left out, which are only declared; `quick` on so many images only. */
export function runTabs(python: string, book: Book, leftOut: readonly string[], quick?: { train: number; test: number }): Promise<Ran[]> {
  const sections = book.sections.map((section) => ({
    section: section.slug,
    before: libraryBefore(book, section),
    tabs: tabsOf(section).map((tab) => ({ ...tab, run: !leftOut.includes(`${section.slug}/${tab.id}`) })),
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
      { encoding: "utf8", maxBuffer: 64 * 2 ** 20 },
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
