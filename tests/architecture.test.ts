/** Who may import whom (CONTRIBUTING.md), and that imports form no cycle. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  lazy: boolean;
}

/** The kernel's page side; everything else of it runs in the worker. */
const pageSide = ["kernel.ts", "judge.ts", "session.ts", "worker-url.ts"].map((name) => `src/kernel/${name}`);

/** The room a file is in; files outside the table (pages, layouts, tests) have none. */
function roomOf(file: string): string | undefined {
  if (file.startsWith("src/kernel/")) return file.endsWith("protocol.ts") || pageSide.includes(file) ? "kernel-page" : "kernel";
  return /^(components)\//.exec(file)?.[1] ?? /^src\/(listing|build|datasets|editor|reader|offline)\//.exec(file)?.[1];
}

type Rule = "yes" | "types" | "lazily";

/** By importing room: what it may import, at most how. A room may always import itself. */
const table: Record<string, Record<string, Rule>> = {
  listing: {},
  build: { listing: "yes", kernel: "yes", "kernel-page": "types", datasets: "yes", editor: "types", offline: "types" },
  "kernel-page": { listing: "types", kernel: "types" },
  kernel: { listing: "types", datasets: "yes", "kernel-page": "types" },
  editor: { listing: "types", kernel: "types", "kernel-page": "types", reader: "types" },
  reader: { listing: "types", kernel: "types", "kernel-page": "types" },
  offline: { listing: "types", kernel: "types", "kernel-page": "types", reader: "types" },
  datasets: { listing: "types", kernel: "types", "kernel-page": "types" },
  components: { listing: "yes", "kernel-page": "yes", kernel: "types", editor: "lazily", offline: "lazily", reader: "yes" },
};

/** Of the kernel's worker side the build may import what records: how listings run and what they show. */
const recording = ["src/kernel/run.ts", "src/kernel/tf.ts", "src/kernel/seed.ts"];

const files = ["src", "components"].flatMap(listFiles).filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith(".d.ts"));
const imports = files.flatMap(importsOf);

test("every import is one the table of CONTRIBUTING.md allows", () => {
  expect(imports.filter((one) => !allowed(one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test("imports form no cycle, lazy ones and those of types included", () => {
  expect(cycles(imports)).toEqual([]);
});

test("no source file is longer than 250 lines", () => {
  const long = files.map((file) => `${file}: ${readFileSync(file, "utf8").split("\n").length - 1}`);
  expect(long.filter((line) => Number(line.split(": ")[1]) > 250)).toEqual([]);
});

test("the table refuses what it should", () => {
  const one = (from: string, to: string, how: Partial<Import> = {}) => allowed({ from, to, typeOnly: false, lazy: false, ...how });
  expect(one("src/listing/link.ts", "src/build/tangle.ts")).toBe(false);
  expect(one("components/listing.ts", "src/kernel/run.ts")).toBe(false);
  expect(one("components/listing.ts", "src/kernel/run.ts", { typeOnly: true })).toBe(true);
  expect(one("components/listing.ts", "src/editor/editor.ts")).toBe(false);
  expect(one("components/listing.ts", "src/editor/editor.ts", { lazy: true })).toBe(true);
  expect(cycles([link("a", "b"), link("b", "c"), link("c", "a"), link("c", "d")])).toEqual(["a → b → c → a"]);
});

function link(from: string, to: string): Import {
  return { from, to, typeOnly: false, lazy: false };
}

function allowed({ from, to, typeOnly, lazy }: Import): boolean {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === undefined || there === undefined || here === there) return true;
  const rule = table[here]?.[there];
  if (here === "build" && there === "kernel") return typeOnly || recording.includes(to);
  // what a mistyped name may have meant is asked before and during a run
  if (here === "kernel" && to === "src/listing/nearest.ts") return true;
  // compiled text of the reader: the compiler comes with the first edit
  if (here === "kernel-page" && there === "kernel") return typeOnly || to === "src/kernel/worker.ts";
  return rule === "yes" || (rule === "types" && typeOnly) || (rule === "lazily" && (typeOnly || lazy));
}

/** Relative imports of a file; of an `.astro` its frontmatter and scripts. */
function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const found: Import[] = [];
  const add = (path: string, typeOnly: boolean, lazy: boolean) =>
    found.push({ from: file, to: normalize(join(dirname(file), path)), typeOnly, lazy });
  for (const [, what = "", path] of source.matchAll(/^\s*(?:import|export)\s+([^"'();]*?\s+from\s+)?["'](\.[^"'?]*)["']/gm)) {
    add(path!, /^type\s/.test(what), false);
  }
  for (const [, path] of source.matchAll(/\bimport\(\s*["'](\.[^"'?]*)["']\s*\)/g)) add(path!, false, true);
  return found;
}

/** Cycles met on the way down from any file, each once, from its smallest member on. */
function cycles(edges: Import[]): string[] {
  const next = new Map<string, Import[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at !== -1) {
      const ring = path.slice(at);
      const start = ring.indexOf([...ring].sort()[0]!);
      const turned = [...ring.slice(start), ...ring.slice(0, start)];
      found.add([...turned, turned[0]].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return [...found].sort();
}

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}
