import type { ListingPlace } from "../../listing/types.ts";

/** An error whose message is already meant for the reader: Chinese, with what to do. */
export class ReaderError extends Error {
  kind: string;
  hint?: string;
  /** path below the chapter and the words of the link */
  link?: { href: string; text: string };
  /** the place in a listing to look at, where the stack does not tell it */
  place?: ListingPlace;

  constructor(message: string, { kind, hint, link }: { kind: string; hint?: string; link?: { href: string; text: string } }) {
    super(message);
    this.name = "ReaderError";
    this.kind = kind;
    if (hint !== undefined) this.hint = hint;
    if (link !== undefined) this.link = link;
  }
}
