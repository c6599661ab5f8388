import { nearest } from "./nearest.ts";
import type { ImportedName, Listing } from "./types.ts";

/** What may be imported: by specifier the exported names, types included, or "any" where they are not known. */
export type Importable = Readonly<Record<string, ReadonlySet<string> | "any">>;

export type FaultCode =
  | "duplicate-id"
  | "declared-twice"
  | "unknown-name"
  | "used-before"
  | "assigned-elsewhere"
  | "assigned-unknown"
  | "imported-twice"
  | "unknown-module"
  | "not-exported"
  | "private-export"
  | "export-reassigned"
  | "shadowed";

/** Something wrong between the listings of a section, at its place. */
export interface Fault {
  /** the listing */
  id: string;
  /** 1-based, within the listing */
  line: number;
  column: number;
  code: FaultCode;
  /** expected, found, what to do: English, for authors; `explain` says it to readers */
  message: string;
  /** the name in question, the other listing's number and id, the nearest known name */
  data: { name: string; other?: string; otherId?: string; near?: string; specifier?: string };
}

/** The globals a listing must not hide. */
const RESERVED = ["display", "console"];

/**
 * What is wrong between the listings of a section, in their order; [] when all is well. Never throws for content.
 *
 * @param listings in the order of the section; an edited one with the `Compiled` of its new text
 * @param globals names that need no declaration: `Math`, `console`, `display`, …
 */
export function checkSection(listings: readonly Listing[], importable: Importable, globals: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const values = new Map<string, Listing>();
  const declarers = new Map<string, Listing>();
  const imports = new Map<string, Listing>();
  const exported = new Set(listings.flatMap((listing) => listing.declares.filter((one) => one.exported).map((one) => one.name)));
  const ids = new Map<string, Listing>();
  for (const listing of listings) for (const { name, kind } of listing.declares) if (kind !== "type" && !values.has(name)) values.set(name, listing);
  const importers = new Map(listings.flatMap((listing) => listing.imports.map((one): [string, Listing] => [one.local, listing])).reverse());

  for (const listing of listings) {
    const fault = (code: FaultCode, name: string, message: string, data: Partial<Fault["data"]> = {}, at = listing.positions[name] ?? { line: 1, column: 1 }) =>
      faults.push({ id: listing.id, line: at.line, column: at.column, code, message, data: { name, ...data } });
    const other = (of: Listing) => ({ other: of.number, otherId: of.id });

    const twin = ids.get(listing.id);
    if (twin) fault("duplicate-id", listing.id, `expected an id that is unique in the section, found #${listing.id} again (first: listing ${twin.number}); rename one`, other(twin), { line: 1, column: 1 });
    ids.set(listing.id, twin ?? listing);

    for (const one of listing.imports) checkImport(one);
    for (const { name, exported: isExported, reassigned, needs } of listing.declares) {
      const first = declarers.get(name) ?? imports.get(name);
      if (first) fault("declared-twice", name, `expected a new name, found ${name}, which listing ${first.number} (#${first.id}) ${declarers.has(name) ? "declares" : "imports"}; rename it`, other(first));
      if (RESERVED.includes(name)) fault("shadowed", name, `expected ${name} to stay the global one, found a declaration of ${name}; rename it`);
      if (isExported && reassigned) fault("export-reassigned", name, `expected an export that keeps its value, found ${name} assigned again; write export const or drop export`);
      for (const need of (needs ?? []).filter(isPrivate)) {
        fault("private-export", need, `expected export ${name} to lean on imports, globals and exports, found the private ${need}; export ${need} or pass it as an argument`, other(privateOwner(need) ?? listing), listing.positions[name]);
      }
      if (!first) declarers.set(name, listing);
    }
    for (const { name, line, column } of listing.assigns) {
      const owner = declarers.get(name) ?? values.get(name) ?? importers.get(name);
      if (owner) fault("assigned-elsewhere", name, `expected ${name} to be assigned only in listing ${owner.number} (#${owner.id}), which ${values.has(name) ? "declares" : "imports"} it, found an assignment; declare a new name, or use a tf.variable and .assign`, other(owner), { line, column });
      else fault("assigned-unknown", name, `expected a declared name, found an assignment to ${name}; write const ${name} = … or let ${name} = …`, near(name), { line, column });
    }
    const assigned = new Set(listing.assigns.map((one) => one.name));
    for (const name of listing.references) {
      if (assigned.has(name) || declarers.has(name) && values.has(name) || imports.has(name)) continue;
      const later = values.get(name) ?? importers.get(name);
      if (later && later !== listing) fault("used-before", name, `expected ${name} to stand before its use, found it in the later listing ${later.number} (#${later.id}); move one of them`, other(later));
      else if (!globals.has(name)) fault("unknown-name", name, `expected a name declared above, imported or global, found ${name}${near(name).near ? `; did you mean ${near(name).near}?` : "; declare or import it"}`, near(name));
    }

    function near(name: string): { near?: string } {
      const found = nearest(name, [...values.keys(), ...importers.keys(), ...globals]);
      return found ? { near: found } : {};
    }
    function isPrivate(name: string): boolean {
      return !exported.has(name) && !imports.has(name) && privateOwner(name) !== undefined;
    }
    function privateOwner(name: string): Listing | undefined {
      return listing.declares.some((one) => one.name === name) ? listing : (declarers.get(name) ?? values.get(name));
    }
    function checkImport({ specifier, imported, local }: ImportedName): void {
      const first = imports.get(local);
      const owner = declarers.get(local);
      const names = Object.hasOwn(importable, specifier) ? importable[specifier] : undefined;
      if (first) fault("imported-twice", local, `expected ${local} to be imported once in a section, found it again (first: listing ${first.number}, #${first.id}); remove this import`, other(first));
      else if (owner) fault("declared-twice", local, `expected a new name, found ${local}, which listing ${owner.number} (#${owner.id}) declares; import it under another name`, other(owner));
      else imports.set(local, listing);
      if (RESERVED.includes(local)) fault("shadowed", local, `expected ${local} to stay the global one, found an import of that name; rename it with as`);
      if (!names) fault("unknown-module", local, `expected one of ${Object.keys(importable).join(", ")}, found "${specifier}"`, { specifier, ...pick(nearest(specifier, Object.keys(importable))) });
      else if (names !== "any" && imported !== "*" && !names.has(imported)) fault("not-exported", local, `expected a name that ${specifier} exports, found ${imported}`, { name: imported, specifier, ...pick(nearest(imported, [...names])) });
    }
  }
  return faults;
}

function pick(near: string | undefined): { near?: string } {
  return near ? { near } : {};
}
