import { compile } from "../../src/listing/compile.ts";
import type { Listing } from "../../src/listing/types.ts";

/** Texts as the listings of section 1.1, with ids `a`, `b`, … */
export function listings(...sources: string[]): Listing[] {
  return sources.map((source, i) => ({ ...compile(source), id: "abcdefgh"[i], number: `1.1-${i + 1}`, source, line: 1 }));
}
