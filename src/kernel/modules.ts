/** What a listing may import: each library is a chunk of its own and comes with the first listing that needs it. */
import type { ImportedName, ListingPlace, Program } from "../listing/types.ts";
import { links } from "./errors/links.ts";
import { nearest } from "../listing/nearest.ts";
import { ReaderError } from "./errors/reader-error.ts";
import * as tf from "./tf.ts";

type Namespace = Record<string, unknown>;
export type Load = (imports: Readonly<Program["imports"]>) => Promise<Record<string, unknown>>;

const libraries: Record<string, () => Promise<Namespace>> = {
  "@tensorflow/tfjs": async () => tf, // the kernel itself stands on it
  "@observablehq/plot": () => import("./plot.ts"),
  datasets: () => import("../datasets/index.ts"),
  "#judge": () => import("./judge/call.ts"), // the page's own: no listing of a reader gets as far as importing it
};

/**
 * The values of imported names, by local name.
 * @throws ReaderError when a library cannot be loaded or lacks the name
 */
export const load: Load = async (imports) => {
  const values = imports
    .filter(({ typeOnly }) => !typeOnly)
    .map(async (name) => [name.local, await loadName(name).catch((error: unknown) => blame(error, name.at))] as const);
  return Object.fromEntries(await Promise.all(values));
};

/** No code of a listing ran yet: that the import is the place to look at, the stack does not tell. */
function blame(error: unknown, at?: ListingPlace): never {
  if (error instanceof ReaderError && at) error.place = at;
  throw error;
}

async function loadName({ specifier, imported }: ImportedName): Promise<unknown> {
  const library = specifier === "d2l" ? await loadSaved(imported) : await loadLibrary(specifier);
  if (imported === "*") return library;
  if (!Object.hasOwn(library, imported)) {
    const known = specifier === "d2l" ? Object.keys((await import("#d2l-names")).d2l) : Object.keys(library);
    const near = nearest(imported, known);
    throw new ReaderError(`\`${specifier}\` 里没有 \`${imported}\``, {
      kind: "missing-export",
      hint: near ? `是不是想写 \`${near}\`？` : "看看是不是拼错了；大小写也要一致。",
      link: links.start,
    });
  }
  return library[imported];
}

async function loadLibrary(specifier: string): Promise<Namespace> {
  const open = Object.hasOwn(libraries, specifier) ? libraries[specifier] : undefined;
  if (!open) {
    const known = [...Object.keys(libraries).filter((name) => !name.startsWith("#")), "d2l"].join("、");
    throw new ReaderError(`没有 \`${specifier}\` 这个库`, { kind: "missing-library", hint: `这里能导入的只有 ${known}。` });
  }
  return fetched(specifier, open);
}

/** The parts of `d2l` that hold a name (all of them for `*`): the rest of the book is not loaded for it. */
async function loadSaved(name: string): Promise<Namespace> {
  const { d2l } = await fetched("d2l", () => import("#d2l-names"));
  const wanted = name === "*" ? Object.keys(d2l) : Object.hasOwn(d2l, name) ? [name] : [];
  const parts = await Promise.all(wanted.map(async (key) => [key, (await fetched("d2l", d2l[key]))[key]] as const));
  return Object.fromEntries(parts);
}

async function fetched<T>(specifier: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    const error = new ReaderError(`“${specifier}”没能载入。`, {
      kind: "library-unreachable",
      hint: "可能是网络断了，或者网站刚刚更新过：检查网络，再刷新页面。",
    });
    throw Object.assign(error, { cause });
  }
}
