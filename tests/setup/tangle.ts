import { loadBook } from "../../src/build/book/book.ts";
import { tangle } from "../../src/build/tangle.ts";

/** The library `d2l` must lie there before a test imports it. */
export default function setup(): void {
  tangle(loadBook());
}
