import { compile } from "../../listing/compile.ts";
import { ListingError } from "../../listing/error.ts";
import { parseFence } from "../../listing/fence.ts";
import { link } from "../../listing/link.ts";
import type { Listing, Program } from "../../listing/types.ts";
import type { Front } from "./front.ts";
import { fromMessage, type Problem } from "./problems.ts";
import type { Alone, Fence } from "./types.ts";

/** The listings of a section's program, compiled, numbered and linked. A listing that does not compile is left out. */
export function readProgram(
  fences: Fence[],
  file: string,
  front: Front,
  problems: Problem[],
): { listings: Listing[]; programs: Map<string, Program> } {
  const listings = fences.flatMap(
    (fence, i) => readListing(fence, front.number === undefined ? `${i + 1}` : `${front.number}-${i + 1}`, file, problems) ?? [],
  );
  return { listings, programs: new Map(link(listings, front.backend).map((program) => [program.id, program])) };
}

/** A listing of an exercise, linked on its own; numbered after the exercise. */
export function readAlone(fence: Fence, file: string, front: Front, problems: Problem[]): Alone | undefined {
  const listing = readListing(fence, fence.exercise ?? fence.id, file, problems);
  return listing && { fence, listing, program: link([listing], front.backend)[0]! };
}

function readListing(fence: Fence, number: string, file: string, problems: Problem[]): Listing | undefined {
  const { source, line, indent } = fence;
  try {
    const options = parseFence(fence.meta);
    return { ...compile(source), ...options, number, source, line };
  } catch (error) {
    if (!(error instanceof ListingError)) throw error;
    const place = error.code === "fence" ? { line: line - 1 } : { line: line + error.line - 1, column: error.column + indent };
    problems.push(fromMessage(error.message, { file, ...place }));
    return undefined;
  }
}
