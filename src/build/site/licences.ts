import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Gathers the packages that went into what the browser gets, and writes their licences as one file instead of comments in each. */
export function licences(): { plugin(): Plugin; write(folder: string): void } {
  const packages = new Set([resolve("node_modules/katex")]); // style sheet and fonts, which are no modules
  return {
    plugin: () => ({
      name: "course:licences",
      generateBundle(_, bundle) {
        if (this.environment.name !== "client") return;
        for (const chunk of Object.values(bundle)) {
          const modules = chunk.type === "chunk" ? chunk.moduleIds : [];
          for (const id of modules) if (packageOf(id)) packages.add(packageOf(id)!);
        }
      },
    }),
    write: (folder) =>
      writeFileSync(
        join(folder, "licenses.txt"),
        [...packages]
          .sort()
          .map(licenceOf)
          .join(`\n\n${"=".repeat(80)}\n\n`),
      ),
  };
}

/** Folder of the package a module is of. */
function packageOf(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

function licenceOf(folder: string): string {
  const meta = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string; version: string; license?: string };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${meta.name} ${meta.version} (${meta.license ?? "see below"})\n\n${text}`;
}
