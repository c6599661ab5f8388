import type { DeclarationKind } from "./types.ts";

/** What a name is: by its declaration, or better, as the kernel found it (`Result.kinds`). */
export type Kind = DeclarationKind | "primitive" | "tensor" | "variable" | "object";

/** What can never be changed by a later listing. */
const FIXED: ReadonlySet<Kind> = new Set<Kind>(["function", "class", "literal", "type", "primitive", "tensor"]);
/** What leads to nothing but itself. */
const PLAIN: ReadonlySet<Kind> = new Set<Kind>(["literal", "type", "primitive", "tensor", "variable"]);

/** What the graph must know of a listing. */
export interface Source {
  id: string;
  /** names the text: two equal versions run alike (the code itself will do) */
  version: string;
  /** value names (`Program.declares`) */
  declares: readonly string[];
  /** names of earlier listings that it uses (`Program.inputs`) */
  inputs: readonly string[];
  /** what its declared names are, as far as known; a name without kind counts as changeable */
  kinds?: Readonly<Record<string, Kind>>;
  /** by declared name, those beside it that it mentions (`Declaration.beside`) */
  beside?: Readonly<Record<string, readonly string[]>>;
  /** names of earlier listings whose variables the *book's* text assigned when it was recorded (also where the reader's stands instead); absent when never measured */
  assigns?: readonly string[];
  /** the reader's text instead of the book's: what it assigns is not known before it has run */
  edited?: boolean;
}

export interface Node extends Source {
  /** position in the section, 0-based */
  order: number;
  /** names it can come to read (its inputs, what these mention, the inputs of their listings, …), each with the earlier listing that makes it */
  reach: ReadonlyMap<string, string>;
  /** names of earlier listings it may assign */
  changes: ReadonlySet<string>;
  /** ids of the earlier listings that make the state it starts from, in book order: those that declare a name within reach, those that change one, and what these in turn start from */
  slice: readonly string[];
}

/** The listings of a section in book order, by id. */
export interface Graph {
  nodes: ReadonlyMap<string, Node>;
  /** the id of the listing that declares a name */
  owners: ReadonlyMap<string, string>;
}

/**
 * The graph of a section. What a listing changes is what its record measured — as long as neither it nor anything it
 * starts from is edited; else it is taken to change every name within its reach that can change at all: functions hide
 * what they assign, so the names behind them count too.
 */
export function graph(sources: readonly Source[]): Graph {
  /** listings whose run may go otherwise than recorded: edited, or starting from a state that an edit may change */
  const disturbed = new Set<string>();
  return trace(sources, (node, nodes) => {
    const lost = [...nodes.values()].some((one) => one.edited && one.assigns?.some((name) => node.reach.has(name)));
    if (node.edited || lost || node.slice.some((id) => disturbed.has(id))) disturbed.add(node.id);
    if (!node.assigns || node.edited) return guess(node, nodes);
    return disturbed.has(node.id) ? [...guess(node, nodes), ...node.assigns] : node.assigns;
  });
}

/** A graph with better knowledge of what its listings change. */
export function refine(
  known: Graph,
  changes: (node: Omit<Node, "changes">, nodes: ReadonlyMap<string, Node>) => readonly string[] | undefined,
): Graph {
  return trace([...known.nodes.values()], (node, nodes) => changes(node, nodes) ?? [...(known.nodes.get(node.id)?.changes ?? [])]);
}

function guess({ reach }: Omit<Node, "changes">, nodes: ReadonlyMap<string, Node>): string[] {
  return [...reach].flatMap(([name, maker]) => {
    const kind = nodes.get(maker)?.kinds?.[name];
    return kind && FIXED.has(kind) ? [] : [name];
  });
}

/** Invariant: when a listing's turn comes, the slices and changes of all earlier ones are final; so one pass will do. */
function trace(
  sources: readonly Source[],
  changesOf: (node: Omit<Node, "changes">, nodes: ReadonlyMap<string, Node>) => readonly string[],
): Graph {
  const nodes = new Map<string, Node>();
  const owners = new Map<string, string>();
  sources.forEach(({ id, version, declares, inputs, kinds, beside, assigns, edited }, order) => {
    const reach = new Map<string, string>();
    for (const name of inputs) {
      const owner = nodes.get(owners.get(name) ?? "");
      if (!owner) continue;
      for (const [further, maker] of owner.reach) reach.set(further, maker);
      for (const one of behind(owner, name)) reach.set(one, owner.id);
    }
    const members = new Set<string>();
    for (const one of nodes.values()) {
      const takesPart = [...reach.values()].includes(one.id) || [...one.changes].some((name) => reach.has(name));
      if (takesPart) for (const member of [...one.slice, one.id]) members.add(member);
    }
    const slice = [...nodes.keys()].filter((member) => members.has(member));
    const node = { id, version, declares, inputs, kinds, beside, assigns, edited, order, reach, slice };
    // a kernel also names what only stale leftovers of later listings reach
    nodes.set(id, { ...node, changes: new Set(changesOf(node, nodes).filter((name) => owners.has(name))) });
    for (const name of declares) owners.set(name, id);
  });
  return { nodes, owners };
}

/** A declared name and, unless it leads to nothing but itself, those beside it that it can come to read or change. */
function behind(source: Source, name: string, found = new Set<string>()): Set<string> {
  found.add(name);
  const kind = source.kinds?.[name];
  const next = kind && PLAIN.has(kind) ? [] : (source.beside?.[name] ?? []);
  for (const one of next) if (!found.has(one)) behind(source, one, found);
  return found;
}
