import type { KnownNames, Name, Names } from "../../src/editor/names.ts";
import type { Listing } from "../../src/listing/types.ts";
import type { PrintedProgram } from "../../src/layouts/types.ts";
import { siteRoot } from "../root.ts";

let known: Promise<KnownNames | undefined> | undefined;

/** The libraries' names, fetched once; without them the section's own are completed all the same. */
function fetchKnown(): Promise<KnownNames | undefined> {
  known ??= fetch(new URL("completions.json", siteRoot(document)))
    .then((response) => (response.ok ? (response.json() as Promise<KnownNames>) : undefined))
    .catch(() => undefined);
  return known;
}

/** What can be completed in a listing: the names of its section as the book has them, of the libraries, and the language's own. */
export async function namesFor(listing: HTMLElement): Promise<Names> {
  const data = listing.closest("course-section")?.querySelector("script[data-section]")?.textContent;
  return gather(data ? (JSON.parse(data) as PrintedProgram).listings : [], await fetchKnown());
}

export function gather(listings: readonly Pick<Listing, "number" | "declares" | "imports">[], known?: KnownNames): Names {
  const declared = listings.flatMap(({ number, declares }) =>
    declares.map(({ name, kind }): Name => [
      name,
      kind === "function" || kind === "class" || kind === "type" ? kind : "variable",
      `清单 ${number}`,
    ]),
  );
  const imports = listings.flatMap((listing) => listing.imports);
  const members: Names["members"] = {};
  for (const { specifier, imported, local } of imports) {
    if (imported === "*" && known)
      members[local] = specifier === "@observablehq/plot" ? known.plot : specifier === "d2l" ? known.d2l : known.tfjs;
  }
  if (known) members["display"] = known.display;
  const brought = imports.map(({ local, imported }): Name => [
    local,
    imported === "*" ? "namespace" : "variable",
    known?.d2l.find(([name]) => name === imported)?.[2],
  ]);
  const global = new Map([...LANGUAGE, ...brought, ...declared].map((name) => [name[0], name]));
  return { members: { ...LIBRARY, ...members }, tensor: known?.tensor ?? [], global: [...global.values()] };
}

const words = (text: string, kind: string): Name[] => text.split(" ").map((word) => [word, kind]);

const LANGUAGE: Name[] = [
  ...words(
    "await break class const continue else export false for function if import interface let new null of return throw true type typeof undefined while",
    "keyword",
  ),
  ...words("Array Float32Array Map Math Number Object Promise Set String console display performance", "variable"),
];

const LIBRARY: Names["members"] = {
  Math: words("abs ceil cos exp floor log log10 max min PI pow random round sign sin sqrt tan trunc", "function"),
  console: words("log warn error table", "function"),
};
