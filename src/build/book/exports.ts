import { exportsOf } from "../../listing/d2l.ts";
import type { Problem } from "./problems.ts";
import type { Export, Section } from "./types.ts";

/** What joins the library, in reading order. A name exported twice is a problem. */
export function collectExports(sections: Section[], problems: Problem[]): Export[] {
  const exports = new Map<string, Export>();
  for (const section of sections) {
    for (const saved of exportsOf(section.listings)) {
      const listing = section.listings.find(({ id }) => id === saved.listing)!;
      for (const name of saved.names) {
        const first = exports.get(name);
        if (first === undefined) exports.set(name, { name, typeOnly: saved.kind === "type", section, listing, saved });
        else {
          const line = listing.line + listing.source.slice(0, saved.start).split("\n").length - 1;
          const found = `export ${name}, which ${first.section.file} exports in #${first.listing.id}`;
          problems.push({
            file: section.file,
            line,
            expected: "a name that is new to d2l",
            found,
            fix: "import it from d2l, or export another name",
          });
        }
      }
    }
  }
  return [...exports.values()];
}
