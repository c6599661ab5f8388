import type { Position } from "./error.ts";
import type { Listing } from "./types.ts";

export interface FaultData {
  /** the name in question; of a duplicate id, the id */
  name: string;
  /** number and id of the other listing it concerns */
  other?: string;
  otherId?: string;
  /** the known name that was probably meant */
  near?: string;
  specifier?: string;
  /** the export that leans on the name */
  exporter?: string;
}

/** What an author is told, by code: expected, found, what to do. `explain` has the same for readers. */
const MESSAGES = {
  "duplicate-id": ({ name, other }: FaultData) =>
    `expected an id that is unique in the section, found #${name} again (first: listing ${other}); rename one`,
  "declared-twice": (data: FaultData) => `expected a new name, found ${data.name}, which ${the(data)} has; rename it`,
  "unknown-name": ({ name, near }: FaultData) =>
    `expected a name declared above, imported or global, found ${name}; ${near ? `did you mean ${near}?` : "declare or import it"}`,
  "used-before": (data: FaultData) => `expected ${data.name} to stand before its use, found it in the later ${the(data)}; move one of them`,
  "assigned-elsewhere": (data: FaultData) =>
    `expected ${data.name} to be assigned only in ${the(data)}, found an assignment; declare a new name, or use a tf.variable and .assign`,
  "assigned-unknown": ({ name }: FaultData) =>
    `expected a declared name, found an assignment to ${name}; write const ${name} = … or let ${name} = …`,
  "imported-twice": (data: FaultData) =>
    `expected ${data.name} to be imported once in a section, found it again (first: ${the(data)}); remove this import`,
  "unknown-module": ({ specifier, near }: FaultData) =>
    `expected a module that listings may import, found "${specifier}"; ${near ? `did you mean "${near}"?` : "remove the import"}`,
  "not-exported": ({ name, specifier, near }: FaultData) =>
    `expected a name that ${specifier} exports, found ${name}; ${near ? `did you mean ${near}?` : "correct it, or export it in an earlier section"}`,
  "private-export": ({ name, exporter }: FaultData) =>
    `expected export ${exporter} to lean on imports, globals and exports, found the private ${name}; export ${name} or pass it as an argument`,
  "export-reassigned": ({ name }: FaultData) =>
    `expected an export that keeps its value, found ${name} assigned again; write export const or drop export`,
  shadowed: ({ name }: FaultData) => `expected ${name} to stay the global one, found a declaration of that name; rename it`,
};

export type FaultCode = keyof typeof MESSAGES;

/** Something wrong between the listings of a section, at its place. */
export interface Fault extends Position {
  /** the listing */
  id: string;
  code: FaultCode;
  /** for authors, in English; `explain` says it to readers */
  message: string;
  data: FaultData;
}

/** A fault in a listing, where its name first stands if nothing else is said. */
export function fault(
  listing: Listing,
  code: FaultCode,
  data: FaultData,
  at: Position = listing.positions[data.name] ?? { line: 1, column: 1 },
): Fault {
  return { id: listing.id, line: at.line, column: at.column, code, message: MESSAGES[code](data), data };
}

function the({ other, otherId }: FaultData): string {
  return `listing ${other} (#${otherId})`;
}
