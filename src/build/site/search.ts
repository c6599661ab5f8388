import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { close, createIndex } from "pagefind";

/** Parts of Pagefind that a page with a search box of its own does not need. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./;

/** What is no text of the book: formulas, answers, what listings showed, controls. */
const excluded = [
  ".katex",
  ".equation",
  "[data-answer]",
  "[data-outputs]",
  "[data-badge]",
  "[data-predict]",
  "a.anchor",
  ".key",
  "nav",
  ".turn",
  ".facts",
  ".needs-js",
];

/** Writes the search index of a built folder to `pagefind/`. Returns the number of pages. */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ rootSelector: "main", excludeSelectors: excluded });
  if (!index) throw new Error(`no search index: ${errors.join("; ")}`);
  const { page_count } = await index.addDirectory({ path: folder });
  const outputPath = join(folder, "pagefind");
  await index.writeFiles({ outputPath });
  await close();
  for (const file of readdirSync(outputPath).filter((name) => unused.test(name))) rmSync(join(outputPath, file));
  return page_count;
}
