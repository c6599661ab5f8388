/** What a listing means. Pure data: it crosses from the build to the page and from the page to the worker. */

/** How a declared name came to be; decides what an *edited* listing is taken to change (design 3.3 b). */
export type DeclarationKind = "function" | "class" | "literal" | "value" | "type";

/** A top-level name a listing brings into its section. */
export interface Declaration {
  name: string;
  kind: DeclarationKind;
  /** true when it joins the library `d2l` */
  exported: boolean;
  /** 1-based, within the listing */
  line: number;
  /** true when the listing gives it a new value after its declaration */
  reassigned?: boolean;
  /** names beside it, of the same listing, that its declaration mentions: a function may write them, a list hold them */
  beside?: string[];
  /** of an exported declaration: the names it leans on, values and types, that its listing declares or takes from outside */
  needs?: string[];
}

/** One binding an `import` brings in. */
export interface ImportedName {
  /** `@tensorflow/tfjs`, `d2l`, `datasets` or `@observablehq/plot` */
  specifier: string;
  /** the name exported there; `*` for the namespace, `default` for the default export */
  imported: string;
  /** the name used in the section */
  local: string;
  typeOnly: boolean;
}

/** Where a listing does something with a name: writes one it does not declare, asks for an entry of one. */
export interface NamedPlace {
  name: string;
  line: number;
  column: number;
}

/** What one source text means on its own. */
export interface Compiled {
  /** the source with types, imports and the word `export` blanked: same length, same lines, same columns */
  code: string;
  declares: Declaration[];
  /** value names used and neither declared here nor imported here, in order of first use; globals included */
  references: string[];
  /** type names used and neither declared nor imported here */
  typeReferences: string[];
  /** writes to names that are not declared here */
  assigns: NamedPlace[];
  /** where brackets with a computed key stand behind a name, `t[500]`: what a tensor answers with undefined */
  indexed: NamedPlace[];
  /** calls whose result a function hands on, start and end by turns (`source/tails.ts` says what for) */
  tails: number[];
  imports: ImportedName[];
  /** where each name that is declared, imported or used first stands; both numbers 1-based */
  positions: Record<string, { line: number; column: number }>;
}

/** What the fence says: ```ts #id title="…" backend=wasm varies … */
export interface FenceOptions {
  /** unique in the section, never changes: edits and links hang on it */
  id: string;
  title?: string;
  backend?: Backend;
  /** question and choices of 先猜, split at `|`; folds the record until the reader has guessed */
  predict?: { question: string; choices: string[] };
  /** relative tolerance when a re-run is compared with the record; 1e-3 when absent */
  tolerance?: number;
  /** outputs are not reproducible (timings): compared in shape only */
  varies?: boolean;
  /** the listing is meant to throw; the error it shows must contain this text */
  error?: string;
  /** constants offered as controls: name, smallest, largest value, and whether the scale is logarithmic */
  knobs?: Knob[];
}

export interface Knob {
  name: string;
  min: number;
  max: number;
  step?: number;
  log?: boolean;
}

export type Backend = "cpu" | "wasm" | "webgl" | "webgpu";

/** A listing in its section. */
export interface Listing extends Compiled, FenceOptions {
  /** what readers cite: 3.2-4 is the fourth listing of section 3.2 */
  number: string;
  source: string;
  /** line of the first line of code in the .mdx, 1-based */
  line: number;
}

/** A place in a listing of the section. */
export interface ListingPlace {
  listing: string;
  /** 1-based, within the listing */
  line: number;
  column: number;
}

/** What the page must know of a listing to run it, and what the kernel is sent. */
export interface Program {
  id: string;
  code: string;
  /** names of earlier listings it needs, in the order they are passed */
  inputs: string[];
  /** the section's imports that it uses, and where they stand in a reader's text; the book's own are checked */
  imports: (ImportedName & { at?: ListingPlace })[];
  /** value names it declares */
  declares: string[];
  /** `Compiled.indexed` of a reader's text; the book's own is type-checked */
  indexed?: NamedPlace[];
  tails?: number[];
  backend: Backend;
}
