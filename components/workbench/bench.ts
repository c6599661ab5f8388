import type { SectionProgram } from "../../src/layouts/types.ts";
import type { CourseListing } from "../listing.ts";
import type { Keeper } from "../section/edits/keep.ts";
import type { Running } from "../section/open.ts";

/** What the workbench works on: the section, and what of it is no concern of a reader who only reads and runs. */
export interface Bench extends Keeper {
  section: HTMLElement;
  program: SectionProgram;
  listings: ReadonlyMap<string, CourseListing>;
  /** absolute URL of the site's root */
  root: string;
  /** opens the session */
  running(): Promise<Running>;
  /** is the session open already? */
  isRunning(): boolean;
  /** a text has changed on loading: it is compiled when something is to be run */
  hold(id: string, text: string): void;
}

/** The listings whose text is not the book's. */
export function editedListings({ listings }: Bench): CourseListing[] {
  return [...listings.values()].filter((listing) => listing.isEdited);
}
