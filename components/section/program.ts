import { withText, type PrintedListing } from "../../src/listing/printed.ts";
import type { PrintedProgram, SectionProgram } from "../../src/layouts/types.ts";

/** What a page's data and the texts it shows say of a section. */
export function readProgram(data: string, shown: ReadonlyMap<string, { original: string }>): SectionProgram {
  const { listings, alone, ...rest } = JSON.parse(data) as PrintedProgram;
  const whole = (listing: PrintedListing) => withText(listing, shown.get(listing.id)!.original);
  return { ...rest, listings: listings.map(whole), alone: alone.map(whole) };
}
