import type { VFile } from "vfile";
import { loadBook, sectionOf } from "../book/book.ts";
import type { Book, Section } from "../book/types.ts";

/** The book, and the section a file of the pipeline is; `undefined` for Markdown outside the book. */
export function lookUp(file: VFile): { book: Book; section: Section } | undefined {
  const book = loadBook();
  const section = sectionOf(book, file.path);
  return section && { book, section };
}
