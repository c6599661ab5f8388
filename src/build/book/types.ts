/** The book as the build sees it: plain data, made once by `loadBook`. */
import type { Export as SavedExport } from "../../listing/d2l.ts";
import type { Listing, Program } from "../../listing/types.ts";
import type { Output, Quotable, Result } from "../../kernel/protocol.ts";
import type { Front } from "./front.ts";
import type { Problem } from "./problems.ts";

export interface Book {
  /** absolute path of the folder that holds the chapters */
  root: string;
  /** in reading order; chapter by chapter, the chapter's opening first */
  sections: Section[];
  /** what joins the library `d2l`, in reading order */
  exports: Export[];
  terms: Map<string, Term>;
  problems: Problem[];
}

/** One `.mdx`. */
export interface Section {
  /** name of the folder: `linear-networks` */
  chapter: string;
  /** name of the file without ending; `index` opens the chapter */
  slug: string;
  /** address below the root, without slashes at the ends: `linear-networks/linear-regression`, of the opening `linear-networks` */
  path: string;
  /** path of the file from the working directory, as problems name it */
  file: string;
  front: Front;
  headings: Heading[];
  /** everything in the section that can be linked to, by id */
  anchors: Map<string, Anchor>;
  /** the listings of the section's program, in order */
  listings: Listing[];
  /** what the kernel is sent, by listing */
  programs: Map<string, Program>;
  /** listings of exercises, modules of their own: answers, and attempts, whose starter code only has to parse */
  alone: Alone[];
  /** by id of the term: the line of its `<Def>` */
  defines: Map<string, number>;
  record: SectionRecord;
}

/** A block's heading. */
export interface Heading {
  depth: number;
  id: string;
  /** 3.2.4, as the author wrote it */
  number?: string;
  text: string;
  line: number;
}

/** A place that can be linked to. */
export interface Anchor {
  id: string;
  kind: "heading" | "equation" | "figure" | "listing" | "exercise";
  /** what a link without text says: (3.1.2), 图 3.1.2, 清单 3.2-8, 3.2.1 节 */
  text: string;
  line: number;
}

/** A TypeScript fence of the section's program or of an exercise. */
export interface Fence {
  kind: "listing" | "answer" | "attempt";
  id: string;
  /** what follows the language on the opening line, with the id */
  meta: string;
  source: string;
  /** line of the first line of code */
  line: number;
  /** columns the code is moved right in the file */
  indent: number;
  /** id of the exercise it stands in */
  exercise?: string;
}

/** A listing that sees nothing of its section and is seen by nothing. */
export interface Alone {
  fence: Fence;
  listing: Listing;
  program: Program;
}

/** A declaration of the library, and where the book makes it. */
export interface Export {
  name: string;
  /** of an interface or a type alias: gone at run time */
  typeOnly: boolean;
  section: Section;
  listing: Listing;
  /** its declaration: where it stands in the listing, what it leans on */
  saved: SavedExport;
}

/** An entry of the glossary. */
export interface Term {
  id: string;
  zh: string;
  en: string;
  definition: string;
  /** number of the section whose text defines it */
  section?: string;
}

/** `<slug>.record.json`: what the listings showed when they were last recorded. */
export interface SectionRecord {
  /** by id of the listing; answers included */
  listings: Record<string, ListingRecord>;
}

export interface ListingRecord {
  /** hash of all that determines the outputs; another one means the record is stale */
  key: string;
  outputs: Output[];
  /** which variables of which listing the run assigned */
  assigned: Result["assigned"];
  /** what the declared names were found to be */
  kinds: Result["kinds"];
  /** declared numbers, strings and short lists, for `<Value>` */
  values: Record<string, Quotable>;
}
