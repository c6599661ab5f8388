import type { Listing } from "./types.ts";

/** A listing in a page's data: the page shows its text already, and of its code only what is blanked need be said. */
export interface PrintedListing extends Omit<Listing, "source" | "code"> {
  /** where the code is blank and the source is not, start and end by turns */
  blanked: number[];
}

/** Leaves out what `withText` puts back. Throws where code and source differ by more than blanks. */
export function withoutText({ source, code, ...rest }: Listing): PrintedListing {
  const blanked: number[] = [];
  for (let i = 0; i < source.length; i++) {
    if (code[i] === source[i]) continue;
    if (code[i] !== " ")
      throw new Error(`listing ${rest.number}: expected code that is its source with blanks, found ${code.slice(i, i + 20)}`);
    if (blanked.at(-1) === i) blanked[blanked.length - 1] = i + 1;
    else blanked.push(i, i + 1);
  }
  return { ...rest, blanked };
}

/** The listing as it was, by its text in the page. */
export function withText({ blanked, ...rest }: PrintedListing, source: string): Listing {
  let code = "";
  for (let i = 0, at = 0; i <= blanked.length; i++) {
    const end = blanked[i] ?? source.length;
    code += i % 2 === 0 ? source.slice(at, end) : " ".repeat(end - at);
    at = end;
  }
  return { ...rest, source, code };
}
