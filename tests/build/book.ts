import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import type { Book } from "../../src/build/book/types.ts";

/** A folder that lives as long as the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "course-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A book of these files; one without front matter gets one of six lines, numbered 1.1, 1.2, … */
export function bookOf(files: Record<string, string>): Book {
  const root = temporaryFolder();
  let sections = 0;
  for (const [path, text] of Object.entries(files)) {
    const isBare = path.endsWith(".mdx") && !text.startsWith("---");
    const front = `---\nnumber: "1.${++sections}"\ntitle: 题\ndescription: 一句话。\nbackend: cpu\n---\n`;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), isBare ? front + text : text);
  }
  return loadBook(root);
}

/** A book of one section, `chapter/only.mdx`; its text starts on line 7. */
export function bookWith(text: string, glossary: unknown[] = []): Book {
  return bookOf({ "chapter/only.mdx": text, "glossary.json": JSON.stringify(glossary) });
}

/** A fence of a listing. */
export function listing(id: string, code: string, options = ""): string {
  return `\`\`\`ts #${id} ${options}\n${code}\n\`\`\`\n`;
}
