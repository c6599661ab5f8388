import { fault, type Fault, type FaultData } from "./fault.ts";
import { FAMILIAR, nearest } from "./nearest.ts";
import type { ImportedName, Listing } from "./types.ts";

/** What may be imported: by specifier the exported names, types included, or "any" where they are not known. */
export type Importable = Readonly<Record<string, ReadonlySet<string> | "any">>;

/** By name, the listing where it first comes to be. */
interface Names {
  /** values and types */
  declared: Map<string, Listing>;
  values: Map<string, Listing>;
  imported: Map<string, Listing>;
}

/** What the checks of one listing may look at. */
interface Context {
  listing: Listing;
  above: Names;
  section: Names;
  /** what the section exports */
  exported: ReadonlySet<string>;
  importable: Importable;
  globals: ReadonlySet<string>;
}

/** The globals a listing must not hide. */
const RESERVED: readonly string[] = ["display", "console"];

/**
 * What is wrong between the listings of a section, in their order; [] when all is well. Never throws for content.
 *
 * @param listings in the order of the section; an edited one with the `Compiled` of its new text
 * @param globals names that need no declaration: `Math`, `console`, `display`, …
 */
export function checkSection(listings: readonly Listing[], importable: Importable, globals: ReadonlySet<string>): Fault[] {
  const section = none();
  for (const listing of listings) add(section, listing);
  const exported = new Set(listings.flatMap(({ declares }) => declares.filter((one) => one.exported).map((one) => one.name)));
  const above = none();
  return listings.flatMap((listing, i) => {
    const context: Context = { listing, above, section, exported, importable, globals };
    const twin = listings.slice(0, i).find((other) => other.id === listing.id);
    const faults = [
      ...(twin ? [fault(listing, "duplicate-id", { name: listing.id, ...other(twin) }, { line: 1, column: 1 })] : []),
      ...listing.imports.flatMap((one) => checkImport(one, context)),
      ...checkDeclarations(context),
      ...checkAssignments(context),
      ...checkReferences(context),
    ];
    add(above, listing);
    return faults;
  });
}

function checkImport({ specifier, imported, local }: ImportedName, { listing, above, importable }: Context): Fault[] {
  const faults: Fault[] = [];
  const [twin, owner] = [above.imported.get(local), above.declared.get(local)];
  if (twin) faults.push(fault(listing, "imported-twice", { name: local, ...other(twin) }));
  else if (owner) faults.push(fault(listing, "declared-twice", { name: local, ...other(owner) }));
  if (RESERVED.includes(local)) faults.push(fault(listing, "shadowed", { name: local }));
  const at = listing.positions[local];
  const names = Object.hasOwn(importable, specifier) ? importable[specifier] : undefined;
  if (!names) faults.push(fault(listing, "unknown-module", { name: local, specifier, ...near(specifier, Object.keys(importable)) }));
  else if (names !== "any" && imported !== "*" && !names.has(imported)) {
    faults.push(fault(listing, "not-exported", { name: imported, specifier, ...near(imported, [...names]) }, at));
  }
  return faults;
}

function checkDeclarations({ listing, above, section, exported }: Context): Fault[] {
  const isPrivate = (name: string) => !exported.has(name) && section.declared.has(name) && !section.imported.has(name);
  return listing.declares.flatMap(({ name, exported: isExported, reassigned, needs = [] }) => {
    const twin = above.declared.get(name) ?? above.imported.get(name);
    return [
      ...(twin ? [fault(listing, "declared-twice", { name, ...other(twin) })] : []),
      ...(RESERVED.includes(name) ? [fault(listing, "shadowed", { name })] : []),
      ...(isExported && reassigned ? [fault(listing, "export-reassigned", { name })] : []),
      ...needs.filter(isPrivate).map((need) => fault(listing, "private-export", { name: need, exporter: name }, listing.positions[name])),
    ];
  });
}

function checkAssignments({ listing, section }: Context): Fault[] {
  return listing.assigns.map(({ name, ...at }) => {
    const owner = section.values.get(name) ?? section.imported.get(name);
    return owner
      ? fault(listing, "assigned-elsewhere", { name, ...other(owner) }, at)
      : fault(listing, "assigned-unknown", { name, ...near(name, known(section)) }, at);
  });
}

function checkReferences({ listing, above, section, globals }: Context): Fault[] {
  const assigned = new Set(listing.assigns.map(({ name }) => name));
  return listing.references.flatMap((name) => {
    if (assigned.has(name) || above.values.has(name) || above.imported.has(name)) return [];
    const later = section.values.get(name) ?? section.imported.get(name);
    if (later) return [fault(listing, "used-before", { name, ...other(later) })];
    return globals.has(name) ? [] : [fault(listing, "unknown-name", { name, ...near(name, known(section)) })];
  });
}

function none(): Names {
  return { declared: new Map(), values: new Map(), imported: new Map() };
}

/** The first to bring a name keeps it. */
function add({ declared, values, imported }: Names, listing: Listing): void {
  const first = (names: Map<string, Listing>, name: string) => names.has(name) || names.set(name, listing);
  for (const { name, kind } of listing.declares) {
    first(declared, name);
    if (kind !== "type") first(values, name);
  }
  for (const { local } of listing.imports) first(imported, local);
}

function known({ values, imported }: Names): string[] {
  return [...values.keys(), ...imported.keys(), ...FAMILIAR];
}

function other({ number, id }: Listing): Pick<FaultData, "other" | "otherId"> {
  return { other: number, otherId: id };
}

function near(name: string, candidates: readonly string[]): Pick<FaultData, "near"> {
  const found = nearest(name, candidates);
  return found ? { near: found } : {};
}
