import { readFileSync } from "node:fs";
import { parseFrontmatter } from "@astrojs/markdown-remark";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A section's text, read. */
export interface Parsed {
  /** the front matter as YAML gives it, not yet checked */
  front: Record<string, unknown>;
  /** the Markdown tree; lines and columns are those of the file */
  tree: Root;
  source: string;
}

/** The grammar of a section: what Astro's pipeline parses, so that both see the same tree. */
const grammar = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx).freeze();

/** Reads and parses an `.mdx`; a syntax error is thrown with `line`, `column` and `reason` (a `VFileMessage`). */
export function parseFile(path: string): Parsed {
  const source = readFileSync(path, "utf8");
  const { frontmatter, content } = parseFrontmatter(source, { frontmatter: "empty-with-spaces" });
  return { front: frontmatter, tree: grammar.parse(content), source };
}
