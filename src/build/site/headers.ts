import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashes, policyFor } from "./csp.ts";

/**
 * Writes what some hosts read beside the pages: `_headers` (Netlify, Cloudflare Pages) with the pages' own policy and how long files keep,
 * `.nojekyll` (GitHub Pages from a branch, which would drop `_astro/`). No other host needs or minds them.
 */
export function writeHostFiles(folder: string, pages: Iterable<string>): void {
  const htmls = [...pages];
  const all = (element: "script" | "style") => [...new Set(htmls.flatMap((html) => hashes(html, element)))];
  const policy = policyFor(all("script"), all("style"));
  const headers = [
    "/*",
    `  Content-Security-Policy: ${policy}`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "/_astro/*",
    "  Cache-Control: public, max-age=31536000, immutable",
    "/datasets/*",
    "  Cache-Control: public, max-age=31536000",
  ];
  writeFileSync(join(folder, "_headers"), `${headers.join("\n")}\n`);
  writeFileSync(join(folder, ".nojekyll"), "");
}
