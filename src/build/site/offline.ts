import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Rolldown } from "vite";
import type { Edition } from "../../offline/edition.ts";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** TypeScript for the editor, which is more than the rest of the course together and is fetched by those who switch it on. */
const isTypeService = (file: string) => file === "types.json" || /(^|\/)type-service-[^/]*\.js$/.test(file);

/** What a finished folder consists of. */
export function editionOf(folder: string, files: readonly string[]): Edition {
  const kept = files.filter((file) => !file.startsWith("datasets/") && file !== "sw.js" && !isTypeService(file)).sort();
  const hashes = Object.fromEntries(kept.map((file) => [file, sha256(readFileSync(join(folder, file)))]));
  return { version: sha256(JSON.stringify(hashes)).slice(0, 12), files: hashes };
}

/** Writes `sw.js` for a finished folder. */
export async function writeServiceWorker(folder: string, files: readonly string[]): Promise<void> {
  const result = (await build({
    configFile: false,
    logLevel: "error",
    define: { EDITION: JSON.stringify(editionOf(folder, files)) },
    build: {
      write: false,
      target: ["chrome109", "firefox115", "safari16.4"],
      lib: { entry: resolve("src/offline/service-worker.ts"), formats: ["iife"], name: "course" },
    },
  })) as Rolldown.RolldownOutput[];
  writeFileSync(join(folder, "sw.js"), result[0].output[0].code);
}
