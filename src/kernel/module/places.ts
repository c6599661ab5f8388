/** Stack → the places in listings it passes through. */
import type { ListingPlace } from "../../listing/types.ts";

/** The column of a call is where it ends in WebKit, where it begins elsewhere. */
export type Place = ListingPlace;

/** Knows by which names the listings that were run go in stacks. */
export interface Places {
  /** `prefix`: characters the wrapper put before the first line of `code` */
  add(listing: string, names: string[], prefix: number, code: string): void;
  /** innermost first; frames of tfjs, of the kernel and of the engine are left out */
  find(error: unknown): Place[];
  /** the line of a place, as it last ran */
  lineAt(place: Place): string;
}

export function createPlaces(): Places {
  // V8 keeps ten frames, fewer than tfjs may put between the failing call and the listing.
  (Error as { stackTraceLimit?: number }).stackTraceLimit = 50;
  const known = new Map<string, { listing: string; prefix: number }>();
  const last = new Map<string, { names: string[]; lines: string[] }>();
  return {
    add(listing, names, prefix, code) {
      for (const name of last.get(listing)?.names ?? []) known.delete(name);
      for (const name of names) known.set(name, { listing, prefix });
      last.set(listing, { names, lines: code.split("\n") });
    },
    find(error) {
      const places: Place[] = [];
      for (const { name, line, column } of frames(stackOf(error))) {
        const found = known.get(name);
        if (found) places.push({ listing: found.listing, line, column: Math.max(1, line === 1 ? column - found.prefix : column) });
      }
      return places;
    },
    lineAt: ({ listing, line }) => last.get(listing)?.lines[line - 1] ?? "",
  };
}

function stackOf(error: unknown): string {
  try {
    const { stack } = Object(error) as { stack?: unknown };
    return typeof stack === "string" ? stack : "";
  } catch {
    return ""; // a getter or a proxy that throws
  }
}

/**
 * The frames of a stack that name a position. V8 writes `at f (name:line:column)` or `at name:line:column`,
 * SpiderMonkey and JavaScriptCore write `f@name:line:column`; the message before V8's frames has no such lines.
 */
function* frames(stack: string): Generator<{ name: string; line: number; column: number }> {
  for (const text of stack.split("\n")) {
    const frame = /^\s*at (?:.*\()?(.+):(\d+):(\d+)\)?$/.exec(text) ?? /^(?:[^@]*@)?(.+?):(\d+):(\d+)$/.exec(text);
    if (frame) yield { name: frame[1].replace(/^async /, ""), line: Number(frame[2]), column: Number(frame[3]) };
  }
}
