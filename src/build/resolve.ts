import { resolve } from "node:path";
import type { Plugin } from "vite";

/** Where the tangled book lies. A book that `BOOK` names keeps it in its own folder, so that two do not mix. */
export const tangled = resolve(process.env.BOOK ?? ".", ".tangled");

/** What a listing's import names, and the file that answers to it. The library itself is reached by `#d2l-names`. */
const modules: Record<string, string> = {
  "@tensorflow/tfjs": resolve("src/kernel/tf.ts"),
  d2l: resolve(tangled, "d2l.ts"),
  "#d2l-names": resolve(tangled, "d2l/names.ts"),
  datasets: resolve("src/datasets/index.ts"),
};

/**
 * Resolves the specifiers of listings for Vite, page and worker alike. Observable Plot is wrapped only for the library:
 * the wrapper itself, and the tools of the build, import the real one.
 */
export function listingModules(): Plugin {
  return {
    name: "course:listing-modules",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === "@observablehq/plot" && importer?.startsWith(tangled)) return resolve("src/kernel/plot.ts");
      // Node would take tfjs's CommonJS entry beside the ES modules reached by path, and load the engine twice
      const part = /^@tensorflow\/(tfjs-[a-z-]+)$/.exec(source)?.[1];
      if (part) return resolve(`node_modules/@tensorflow/${part}/dist/index.js`);
      return Object.hasOwn(modules, source) ? modules[source] : undefined;
    },
  };
}
