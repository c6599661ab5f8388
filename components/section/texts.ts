import { graph, type Graph, type Kind, type Source } from "../../src/listing/graph.ts";
import { link } from "../../src/listing/link.ts";
import { rewritten } from "../../src/listing/rewritten.ts";
import type { Backend, Compiled, Listing, Program } from "../../src/listing/types.ts";
import type { Explanation, Result } from "../../src/kernel/protocol.ts";
import type { SectionProgram } from "../../src/layouts/types.ts";

/** What is wrong with a text that cannot be compiled. */
export interface Fault {
  error: Explanation;
}

/**
 * The texts of a section as they stand, edited or not, and what follows from them: the graph, and what the kernel is sent.
 * While an edited text does not parse, the last that did keeps its place in the graph, but no longer counts as what ran.
 */
export class Texts {
  graph: Graph;
  programs: Map<string, Program>;
  readonly order: string[];
  private readonly book: SectionProgram;
  private readonly listings: Map<string, Listing>;
  /** those of exercises: each a module of its own */
  private readonly alone: Map<string, Listing>;
  private readonly edited = new Set<string>();
  private readonly broken = new Map<string, { source: string; fault: Fault }>();
  private readonly kinds = new Map<string, Record<string, Kind>>();
  private backend: Backend;

  constructor(book: SectionProgram) {
    this.book = book;
    this.backend = book.backend;
    this.order = book.listings.map(({ id }) => id);
    this.listings = new Map(book.listings.map((listing) => [listing.id, listing]));
    this.alone = new Map(book.alone.map((listing) => [listing.id, listing]));
    [this.graph, this.programs] = this.derive();
  }

  /** The reader's text of a listing, compiled. */
  edit(id: string, source: string, compiled: Compiled): void {
    const original = this.bookOf(id);
    if (!original) return;
    const shelf = this.alone.has(id) ? this.alone : this.listings;
    this.broken.delete(id);
    this.kinds.delete(id);
    if (source === original.source) {
      shelf.set(id, original);
      this.edited.delete(id);
    } else {
      shelf.set(id, { ...original, ...compiled, source });
      this.edited.add(id);
    }
    [this.graph, this.programs] = this.derive();
  }

  /** The reader's text of a listing, which does not compile. */
  spoil(id: string, source: string, fault: Fault): void {
    this.broken.set(id, { source, fault });
    this.edited.add(id);
    [this.graph, this.programs] = this.derive();
  }

  /** Sends the listings whose fence names no backend to this one. */
  useBackend(backend: Backend): void {
    this.backend = backend;
    [this.graph, this.programs] = this.derive();
  }

  /** The listings a listing leans on, by the names it uses: itself last. */
  chainOf(id: string, seen = new Set<string>()): string[] {
    if (seen.has(id)) return [];
    seen.add(id);
    const inputs = new Set(this.programs.get(id)?.inputs);
    const homes = this.order.filter((one) => this.programs.get(one)?.declares.some((name) => inputs.has(name)));
    return [...homes.flatMap((home) => this.chainOf(home, seen)), id];
  }

  faultOf(id: string): Fault | undefined {
    return this.broken.get(id)?.fault;
  }

  isEdited(id: string): boolean {
    return this.edited.has(id);
  }

  versionOf(id: string): string {
    return this.broken.get(id)?.source ?? this.programs.get(id)?.code ?? "";
  }

  /** The section with another text of one listing: what that text is checked against. */
  around(id: string, compiled: Compiled): Listing[] {
    const listing = this.find(id);
    if (!listing) return [];
    const changed = { ...listing, ...compiled };
    return this.alone.has(id) ? [changed] : [...this.listings.values()].map((one) => (one.id === id ? changed : one));
  }

  /** In no chain: it needs none of the others, and none needs it. */
  standsAlone(id: string): boolean {
    return this.alone.has(id);
  }

  numberOf(id: string): string {
    return this.find(id)?.number ?? id;
  }

  /** Is the listing meant to throw? */
  expectsError(id: string): boolean {
    return this.find(id)?.error !== undefined;
  }

  /** What the kernel found the declared names of a listing to be. */
  measure(id: string, kinds: Result["kinds"]): void {
    this.kinds.set(id, kinds);
    [this.graph, this.programs] = this.derive();
  }

  private find(id: string): Listing | undefined {
    return this.listings.get(id) ?? this.alone.get(id);
  }

  /** The book's text of a listing. */
  private bookOf(id: string): Listing | undefined {
    return [...this.book.listings, ...this.book.alone].find((listing) => listing.id === id);
  }

  private derive(): [Graph, Map<string, Program>] {
    const programs = link([...this.listings.values()], this.backend);
    const sources = programs.map(({ id, code, declares, inputs }): Source => {
      const listing = this.listings.get(id)!;
      const recorded = this.book.kinds[id];
      // what its text does not say of a name, the book's record does, until a run of another text has told better
      const declared = Object.fromEntries(
        listing.declares.map(({ name, kind }): [string, Kind] => [name, kind === "value" ? (recorded?.[name] ?? kind) : kind]),
      );
      // what a `let` stands for now says nothing of what a function may make of it
      const written = Object.fromEntries(
        listing.declares.flatMap(({ name, reassigned }) => (reassigned ? [[name, "value" as const]] : [])),
      );
      const assigned = this.book.assigned[id];
      return {
        id,
        version: this.broken.get(id)?.source ?? code,
        declares,
        inputs,
        kinds: { ...declared, ...this.kinds.get(id), ...written },
        beside: Object.fromEntries(listing.declares.flatMap(({ name, beside }) => (beside ? [[name, beside]] : []))),
        ...(assigned && { assigns: assigned.filter((one) => one.listing !== id).flatMap((one) => one.names) }),
        ...(this.edited.has(id) && { edited: true, bookKinds: recorded ?? {}, rewritten: rewritten(this.bookOf(id)!, listing) }),
      };
    });
    // What stands alone keeps its names to itself.
    const alone = [...this.alone.values()]
      .flatMap((listing) => link([listing], this.backend))
      .map((program) => ({ ...program, declares: [] }));
    return [graph(sources), new Map([...programs, ...alone].map((program) => [program.id, program]))];
  }
}
