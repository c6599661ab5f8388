import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build, type Rolldown } from "vite";
import type { Library, SavedDeclaration } from "../layouts/takeaway.ts";
import type { Book } from "./book/types.ts";
import { preludeOf } from "./pytorch/prelude.ts";

/** The library of a book, to be carried away with a section. */
export async function libraryOf(book: Book): Promise<Library> {
  const { version } = JSON.parse(readFileSync("node_modules/@tensorflow/tfjs/package.json", "utf8")) as { version: string };
  const preludes = book.sections.map((section) => [section.path, preludeOf(book, section)] as const);
  const pytorch = Object.fromEntries(preludes.filter(([, code]) => code));
  return { tfjs: version, d2l: savedDeclarations(book), datasets: await bundleDatasets(), pytorch };
}

/** The declarations that join `d2l`, each once, as text. */
export function savedDeclarations(book: Book): SavedDeclaration[] {
  const names = new Set(book.exports.map(({ name }) => name));
  const declarations = new Map(book.exports.map(({ saved, listing }) => [saved, listing]));
  return [...declarations].map(([saved, listing]) => ({
    names: saved.names,
    code: listing.source.slice(saved.start, saved.end).replace(/^(\s*)export\s+/gm, "$1"),
    needs: saved.references.filter((name) => names.has(name)),
    imports: saved.imports.map(({ specifier, imported, local }) => ({ specifier, imported, local })),
  }));
}

/** The data sets as one text; TensorFlow.js is to be had as the global `tf`. */
async function bundleDatasets(): Promise<string> {
  const file = (name: string) => JSON.stringify(resolve(`src/datasets/${name}.ts`));
  const modules: Record<string, string> = {
    [resolve("takeaway.js")]: `export { FashionMNIST } from ${file("index")}; export { provide } from ${file("environment")};`,
    "@tensorflow/tfjs-core": "export const { engine, getBackend, getKernel, tensor, tensor1d } = globalThis.tf;",
  };
  const [{ output }] = (await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "course:takeaway",
        enforce: "pre",
        resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
        load: (id) => modules[id.slice(1)],
      },
    ],
    build: { write: false, minify: false, target: "es2022", lib: { entry: resolve("takeaway.js"), formats: ["iife"], name: "datasets" } },
  })) as Rolldown.RolldownOutput[];
  return output[0].code.trim();
}
