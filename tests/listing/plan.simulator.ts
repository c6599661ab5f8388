/**
 * A toy kernel and random sections for it: what `plan` promises is proved against running the text from the top.
 *
 * A listing declares constants (fixed values), variables (cells), lists of what it was given, and functions (closures
 * over its inputs that read, and may change, what they reach). It reads its inputs, may assign the cells and lengthen
 * the lists it can reach, and shows one number: all that it read.
 */
import type { Kind, Source } from "../../src/listing/graph.ts";

/** How many random sections are tried; `SEEDS=100000` tries harder. */
export const SECTIONS = Number(process.env.SEEDS ?? 3000);

export interface Cell {
  value: number;
}
export type Value =
  | { kind: "tensor"; value: number }
  | { kind: "variable"; cell: Cell }
  | { kind: "object"; held: Value[] }
  | { kind: "function"; call: () => number; closure: Value[] };

/** One statement of a toy listing. */
export type Act =
  | { do: "constant"; name: string; from: string[]; salt: number }
  | { do: "variable"; name: string; from: string[]; salt: number }
  | { do: "hold"; name: string; from: string[] }
  | { do: "function"; name: string; from: string[]; assigns: boolean; salt: number }
  | { do: "assign"; name: string; salt: number; onlyIfOdd?: string }
  | { do: "read"; name: string }
  | { do: "throw" };

export interface Toy {
  id: string;
  acts: Act[];
}

export const mix = (...parts: number[]) =>
  parts.reduce((hash, part) => Math.imul(hash ^ (part + 0x9e3779b9), 0x85ebca6b) ^ (hash >>> 13), 17) | 0;

/** The worker: scope by listing; every run reports what it showed and whose variables it assigned. */
export class Kernel {
  scope = new Map<string, Map<string, Value>>();

  run({ id, acts }: Toy, inputs: readonly string[]): { shown: number; failed: boolean; assigned: { listing: string; names: string[] }[] } {
    this.scope.delete(id);
    const locals = new Map<string, Value>();
    for (const name of inputs) {
      const value = [...this.scope.values()].map((names) => names.get(name)).find(Boolean);
      if (!value) return { shown: NaN, failed: true, assigned: [] };
      locals.set(name, value);
    }
    const own = new Map<string, Value>();
    const touched = new Set<Cell | Value[]>();
    let shown = 0;
    let failed = false;
    const read = (value: Value): number => {
      if (value.kind === "tensor") return value.value;
      if (value.kind === "variable") return value.cell.value;
      if (value.kind === "function") return value.call();
      return mix(...value.held.map(read));
    };
    const assign = (value: Value, salt: number): void => {
      if (value.kind === "variable") {
        value.cell.value = mix(value.cell.value, salt);
        current.add(value.cell);
      } else if (value.kind === "object") {
        value.held.forEach((one) => assign(one, salt));
        value.held.push({ kind: "tensor", value: salt });
        current.add(value.held);
      } else if (value.kind === "function") value.call();
    };
    current = touched;
    for (const act of acts) {
      const from = "from" in act ? act.from.map((name) => locals.get(name) as Value) : [];
      if (act.do === "throw") {
        failed = true;
        break;
      } else if (act.do === "read") shown = mix(shown, read(locals.get(act.name) as Value));
      else if (act.do === "assign") {
        if (!act.onlyIfOdd || read(locals.get(act.onlyIfOdd) as Value) & 1) assign(locals.get(act.name) as Value, mix(act.salt, shown));
      } else {
        const value: Value =
          act.do === "constant"
            ? { kind: "tensor", value: mix(act.salt, ...from.map(read)) }
            : act.do === "variable"
              ? { kind: "variable", cell: { value: mix(act.salt, ...from.map(read)) } }
              : act.do === "hold"
                ? { kind: "object", held: from }
                : {
                    kind: "function",
                    closure: from,
                    call: () => {
                      if (act.assigns) from.filter((one) => one.kind !== "function").forEach((one) => assign(one, act.salt));
                      return mix(act.salt, ...from.map(read));
                    },
                  };
        own.set(act.name, value);
        locals.set(act.name, value);
      }
    }
    if (!failed) this.scope.set(id, own);
    const assigned: { listing: string; names: string[] }[] = [];
    for (const [listing, names] of this.scope) {
      const hit = [...names].filter(([, value]) => cellsOf(value).some((cell) => touched.has(cell))).map(([name]) => name);
      if (hit.length) assigned.push({ listing, names: hit });
    }
    return { shown, failed, assigned };
  }
}

/** What the run that goes on has changed: closures outlive the run that made them. */
let current = new Set<Cell | Value[]>();

/** A function hides what it changes: only what is held openly is reachable. */
function cellsOf(value: Value): (Cell | Value[])[] {
  return value.kind === "variable" ? [value.cell] : value.kind === "object" ? [value.held, ...value.held.flatMap(cellsOf)] : [];
}

export function declaresOf({ acts }: Toy): Record<string, Kind> {
  const kinds: Partial<Record<Act["do"], Kind>> = { constant: "tensor", variable: "variable", hold: "object", function: "function" };
  return Object.fromEntries(
    acts.flatMap((act): [string, Kind][] => ("name" in act && kinds[act.do] ? [[act.name, kinds[act.do] as Kind]] : [])),
  );
}

/** By declared name, the names of the same toy it is made from. */
function besideOf(toy: Toy): Record<string, string[]> {
  const own = declaresOf(toy);
  return Object.fromEntries(toy.acts.flatMap((act) => ("from" in act ? [[act.name, act.from.filter((name) => name in own)]] : [])));
}

/** Names a toy uses and does not declare itself. */
export function inputsOf(toy: Toy): string[] {
  const own = declaresOf(toy);
  const used = toy.acts.flatMap((act) => [
    ...("from" in act ? act.from : []),
    ...(act.do === "assign" || act.do === "read" ? [act.name] : []),
    ...(act.do === "assign" && act.onlyIfOdd ? [act.onlyIfOdd] : []),
  ]);
  return [...new Set(used)].filter((name) => !(name in own));
}

/** The section as the page hands it to `graph`: records for the book's text, guesses for the reader's. */
export function sourcesOf(toys: readonly Toy[], book: readonly Toy[], record: ReadonlyMap<string, string[]>): Source[] {
  return toys.map((toy, i): Source => {
    const edited = JSON.stringify(toy) !== JSON.stringify(book[i]);
    return {
      id: toy.id,
      version: JSON.stringify(toy.acts),
      declares: Object.keys(declaresOf(toy)),
      inputs: inputsOf(toy),
      kinds: declaresOf(toy),
      beside: besideOf(toy),
      assigns: record.get(toy.id),
      edited,
      ...(edited && { bookKinds: declaresOf(book[i]), rewritten: rewritten(toy, book[i]) }),
    };
  });
}

/** Names whose declarations are not those of the book. */
function rewritten(toy: Toy, book: Toy): string[] {
  const kept = new Set(book.acts.map((act) => JSON.stringify(act)));
  return toy.acts.flatMap((act) => ("from" in act && !kept.has(JSON.stringify(act)) ? [act.name] : []));
}

/** What each listing shows and assigns when the text runs from the top; one that fails, or lacks an input, is left out. */
export function fromTheTop(toys: readonly Toy[]): Map<string, { shown: number; assigned: string[] }> {
  const kernel = new Kernel();
  const shown = new Map<string, { shown: number; assigned: string[] }>();
  for (const toy of toys) {
    const result = kernel.run(toy, inputsOf(toy));
    if (!result.failed)
      shown.set(toy.id, {
        shown: result.shown,
        assigned: result.assigned.filter(({ listing }) => listing !== toy.id).flatMap(({ names }) => names),
      });
  }
  return shown;
}

/** mulberry32 */
export function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A random listing that may use the names of the earlier ones; an edit of an `original` declares its names, some of them word for word. Only an edit assigns on conditions: see `graph`. */
export function randomToy(id: string, earlier: readonly Toy[], draw: () => number, original?: Toy): Toy {
  const names = original && Object.keys(declaresOf(original));
  const known = earlier.flatMap((toy) => Object.keys(declaresOf(toy)));
  const some = (most: number, names = known) =>
    Array.from({ length: Math.floor(draw() * (most + 1)) }, () => names[Math.floor(draw() * names.length)]).filter(
      (name) => name !== undefined,
    );
  const salt = () => Math.floor(draw() * 1e6);
  const acts: Act[] = [];
  for (const name of some(2)) acts.push({ do: "read", name });
  if (draw() < 0.4)
    for (const name of some(2))
      acts.push({
        do: "assign",
        name,
        salt: salt(),
        ...(names && draw() < 0.3 && { onlyIfOdd: known[Math.floor(draw() * known.length)] }),
      });
  const declared = names ?? Array.from({ length: Math.floor(draw() * 3) }, (_, i) => `${id}${"xyz"[i]}`);
  for (const [i, name] of declared.entries()) {
    const kept = original?.acts.find((act) => "from" in act && act.name === name);
    if (kept && draw() < 0.3) {
      acts.push(kept);
      continue;
    }
    const from = [...new Set(some(2, [...known, ...declared.slice(0, i)]))];
    const luck = draw();
    if (luck < 0.25) acts.push({ do: "constant", name, from, salt: salt() });
    else if (luck < 0.6) acts.push({ do: "variable", name, from, salt: salt() });
    else if (luck < 0.75) acts.push({ do: "hold", name, from });
    else acts.push({ do: "function", name, from, assigns: draw() < 0.4, salt: salt() });
  }
  for (const name of some(1)) acts.push({ do: "read", name });
  if (names && draw() < 0.06) acts.splice(Math.floor(draw() * (acts.length + 1)), 0, { do: "throw" });
  return { id, acts };
}
