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
  /** of an edited text: what the names stood for in the book's */
  bookKinds?: Readonly<Record<string, Kind>>;
  /** of an edited text: the names whose declarations are not, word for word, the book's */
  rewritten?: readonly string[];
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
 * The graph of a section. What a listing changes is what its record measured — as long as all the code it runs is the
 * book's: the book's code assigns the same names whatever numbers it is given. Else it is taken to change every name
 * within its reach that can change at all: functions hide what they assign, so the names behind them count too.
 */
export function graph(sources: readonly Source[]): Graph {
  /** listings that may run code of the reader's: edited, or reaching a function, or what may hold one, that an edit wrote or changed */
  const strange = new Set<string>();
  return trace(sources, (node, nodes) => {
    if (node.edited || meetsCode(node, nodes, strange)) strange.add(node.id);
    if (!node.assigns || node.edited) return guess(node, nodes);
    return [...node.assigns, ...(strange.has(node.id) ? guess(node, nodes) : loosened(node, nodes))];
  });
}

/** Names within reach that could not change in the book's text, and can in the reader's: no record could show a change. */
function loosened({ reach }: Omit<Node, "changes">, nodes: ReadonlyMap<string, Node>): string[] {
  return [...reach].flatMap(([name, maker]) => {
    const { kinds, bookKinds } = nodes.get(maker) ?? {};
    return isFixed(bookKinds?.[name]) && !isFixed(kinds?.[name]) ? [name] : [];
  });
}

/** Can the listing come to a function, or to what may hold one, that one of these listings wrote anew or may have changed? */
function meetsCode(node: Omit<Node, "changes">, nodes: ReadonlyMap<string, Node>, strange: ReadonlySet<string>): boolean {
  const changed = new Set([...strange].flatMap((id) => [...(nodes.get(id)?.changes ?? []), ...(nodes.get(id)?.assigns ?? [])]));
  return [...node.reach].some(([name, maker]) => {
    const { kinds, edited, rewritten } = nodes.get(maker) as Node;
    const kind = kinds?.[name];
    const isWritten = strange.has(maker) && !(edited && rewritten?.includes(name) === false);
    return !(kind && PLAIN.has(kind)) && (isWritten || changed.has(name));
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
    return isFixed(nodes.get(maker)?.kinds?.[name]) ? [] : [name];
  });
}

const isFixed = (kind: Kind | undefined) => kind !== undefined && FIXED.has(kind);

/** Invariant: when a listing's turn comes, the slices and changes of all earlier ones are final; so one pass will do. */
function trace(
  sources: readonly Source[],
  changesOf: (node: Omit<Node, "changes">, nodes: ReadonlyMap<string, Node>) => readonly string[],
): Graph {
  const nodes = new Map<string, Node>();
  const owners = new Map<string, string>();
  sources.forEach((source, order) => {
    const { id, declares, inputs } = source;
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
    const node = { ...source, order, reach, slice };
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
