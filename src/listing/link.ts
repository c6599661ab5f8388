import type { Backend, ImportedName, Listing, Program } from "./types.ts";

/**
 * What each listing of a section needs to run, in their order: of the names it uses, those that earlier listings
 * declare, and the imports in force. Type-only imports are gone.
 *
 * @param listings an edited one stands with the `Compiled` of its new text
 */
export function link(listings: readonly Listing[], defaultBackend: Backend): Program[] {
  const declared = new Set<string>();
  const inForce = new Map<string, Program["imports"][number]>();
  return listings.map((listing) => {
    const own = listing.imports.filter((one) => !one.typeOnly).map((one) => located(one, listing));
    const program: Program = {
      id: listing.id,
      code: listing.code,
      inputs: listing.references.filter((name) => declared.has(name)),
      imports: [...own, ...listing.references.flatMap((name) => (declared.has(name) ? [] : (inForce.get(name) ?? [])))],
      declares: listing.declares.filter((one) => one.kind !== "type").map((one) => one.name),
      ...(listing.indexed.length > 0 && { indexed: listing.indexed }),
      ...(listing.tails.length > 0 && { tails: listing.tails }),
      backend: listing.backend ?? defaultBackend,
    };
    for (const one of own) inForce.set(one.local, one);
    for (const name of program.declares) declared.add(name);
    return program;
  });
}

function located(one: ImportedName, { id, positions }: Listing): Program["imports"][number] {
  const position = positions[one.local];
  return position ? { ...one, at: { listing: id, ...position } } : one;
}
