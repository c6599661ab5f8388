import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { browserPath } from "../../src/build/browser.ts";

/** What the built site is made of. */
const sources = ["astro.config.mjs", "package.json", "components", "content", "public", "src"];

/**
 * The end-to-end tests drive a browser, which is installed where there is none, lest every file of tests try for itself; and `dist`, which is
 * built where it is missing or older than what it is made of.
 */
export default function setup(): void {
  browserPath();
  const built = existsSync("dist/index.html") ? statSync("dist/index.html").mtimeMs : 0;
  if (built > Math.max(...sources.map(newest))) return;
  execFileSync(process.execPath, ["node_modules/astro/bin/astro.mjs", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" }, // the test runner's own would build another site
  });
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
