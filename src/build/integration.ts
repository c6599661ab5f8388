import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { assertSound, bookRoot, loadBook } from "./book/book.ts";
import { checkValues } from "./book/checks.ts";
import { listingModules } from "./resolve.ts";
import { finishSite } from "./site/finish.ts";
import { licences } from "./site/licences.ts";
import { tangle } from "./tangle.ts";
import { checkTypes } from "./types.ts";

/** The book in Astro: tangles it before anything resolves `d2l`, refuses to build it unsound, finishes the built folder. */
export function course(): AstroIntegration {
  const used = licences();
  return {
    name: "course",
    hooks: {
      "astro:config:setup": ({ updateConfig, addWatchFile, command }) => {
        tangle(loadBook());
        updateConfig({
          vite: { plugins: [listingModules(), used.plugin()], worker: { plugins: () => [listingModules(), used.plugin()] } },
        });
        if (command === "dev") addWatchFile(`${bookRoot()}/glossary.json`);
      },
      "astro:server:setup": ({ server }) => {
        server.watcher.on("change", (file) => {
          if (file.startsWith(bookRoot())) tangle(loadBook());
        });
      },
      "astro:build:start": () => {
        const book = loadBook();
        book.problems.push(...checkValues(book), ...checkTypes(book));
        assertSound(book);
      },
      "astro:build:done": async ({ dir, logger }) => {
        used.write(fileURLToPath(dir));
        await finishSite(fileURLToPath(dir), logger);
      },
    },
  };
}
