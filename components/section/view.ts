import type { Line, Output } from "../../src/kernel/protocol.ts";
import type { Offer } from "../listing/offer.ts";
import type { Standing } from "../listing/states.ts";

/** Where the outputs of one run go. */
export interface OutputSink {
  put(index: number, output: Output): void;
  append(index: number, lines: Line[], omitted: number): void;
  /** shows an output below the others */
  add(output: Output): void;
  end(ranToTheEnd: boolean): void;
}

/** What a session needs of a listing on the page; `<course-listing>` is one, tests have a simpler one. */
export interface ListingView {
  readonly source: string;
  stand(standing: Standing): void;
  begin(): OutputSink;
  mark(line?: number): void;
  /** @param offer where it leads is below the chapter */
  notice(text?: string, offer?: Offer): void;
}

/** What a session needs of the page around the listings. */
export interface PageView {
  listing(id: string): ListingView | undefined;
  /** one line on how the kernel stands */
  kernel(text: string): void;
  /** a sentence for screen readers */
  announce(text: string): void;
  /** takes the reader to a listing */
  goTo(id: string): void;
}
