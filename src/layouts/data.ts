import { withoutText } from "../listing/printed.ts";
import type { PrintedProgram, SectionProgram } from "./types.ts";

/** A section's program as the text of the JSON block of its page. */
export function dataOf({ listings, alone, ...rest }: SectionProgram): string {
  const printed: PrintedProgram = { ...rest, listings: listings.map(withoutText), alone: alone.map(withoutText) };
  return JSON.stringify(printed).replaceAll("<", "\\u003c");
}
