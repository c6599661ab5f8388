import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { bookRoot, loadBook } from "./book/book.ts";
import { listingModules } from "./resolve.ts";
import { finishSite } from "./site/finish.ts";
import { licences } from "./site/licences.ts";
import { assertSound } from "./sound.ts";
import { tangle } from "./tangle.ts";

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
      "astro:build:start": () => assertSound(loadBook()),
      "astro:build:done": async ({ dir, logger }) => {
        used.write(fileURLToPath(dir));
        await finishSite(fileURLToPath(dir), loadBook(), logger);
      },
    },
  };
}
