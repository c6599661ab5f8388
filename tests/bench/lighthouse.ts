/**
 * `npm run lighthouse [-- --runs 3] [--only <path>] [--dist <folder>]`: Google's audit of every page of the built folder, mobile profile, medians.
 * Accessibility, best practices, SEO are to be 100 and nothing is to shift; exits with 1 otherwise. Speed is reported: it depends on what else
 * the machine does. Three runs and more of all pages on a quiet machine are written to content/about/lighthouse.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { browserPath } from "../../src/build/browser.ts";
import { filesBelow } from "../../src/build/publish/files.ts";
import { serve } from "../serve.ts";
import { median } from "./report.ts";

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "3" }, only: { type: "string" }, dist: { type: "string", default: "dist" } },
});

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const mustBeFull = categories.slice(1);

/** A port that is free now: Lighthouse talks to the browser over one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a reader waits for: something to see, all of what is in sight; and how long the page then answers to nothing. */
const waits = { fcp: "first-contentful-paint", lcp: "largest-contentful-paint", tbt: "total-blocking-time" };

const quiet = loadavg()[0]! < cpus().length / 4;
const port = await freePort();
const site = await serve(options.dist, "/");
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
});
const wrong: string[] = [];
const measured: { path: string; title: string; performance: number; fcp: number; lcp: number; tbt: number }[] = [];
let version = "";
try {
  // the page for wrong addresses is not for search engines, and says so
  const pages = filesBelow(options.dist).filter((file) => file.endsWith(".html") && file !== "404.html");
  for (const page of pages.map((file) => file.replace(/index\.html$/, ""))) {
    if (options.only !== undefined && page !== options.only) continue;
    const scores = new Map<string, number[]>();
    const faults = new Set<string>();
    for (let run = 0; run < Number(options.runs); run++) {
      const result = await lighthouse(site.url + page, { port, logLevel: "error", output: "json" });
      if (!result) throw new Error(`${page}: Lighthouse gave no result`);
      const { lhr } = result;
      for (const category of categories) add(category, Math.round((lhr.categories[category]?.score ?? 0) * 100));
      add("cls", lhr.audits["cumulative-layout-shift"]?.numericValue ?? 0);
      for (const [name, audit] of Object.entries(waits)) add(name, Math.round(lhr.audits[audit]?.numericValue ?? 0));
      version = lhr.lighthouseVersion;
      for (const category of mustBeFull) {
        for (const { id, weight } of lhr.categories[category]?.auditRefs ?? [])
          if (weight > 0 && lhr.audits[id]?.score !== null && lhr.audits[id]!.score! < 1) faults.add(`${category}: ${id}`);
      }
    }
    const of = (name: string) => median(scores.get(name)!);
    console.log(
      `/${page}`.padEnd(52),
      ...categories.map((category) => `${category} ${of(category)}`),
      `CLS ${of("cls").toFixed(4)}`,
      ...Object.keys(waits).map((name) => `${name} ${of(name)} ms`),
      ...faults,
    );
    const html = readFileSync(join(options.dist, page.replace(/^$|\/$/, "$&index.html")), "utf8");
    const title = /<title>(.*?)(?: · .*)?<\/title>/.exec(html)?.[1] ?? page;
    measured.push({ path: `/${page}`, title, performance: of("performance"), fcp: of("fcp"), lcp: of("lcp"), tbt: of("tbt") });
    if (mustBeFull.some((category) => of(category) < 100) || of("cls") > 0.01) wrong.push(`/${page}`);

    function add(name: string, value: number): void {
      scores.set(name, [...(scores.get(name) ?? []), value]);
    }
  }
} finally {
  await browser.close();
  await site.close();
}
if (quiet && options.only === undefined && Number(options.runs) >= 3) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    "content/about/lighthouse.json",
    `${JSON.stringify({ date, version, runs: Number(options.runs), pages: measured }, null, 2)}\n`,
  );
}
if (wrong.length > 0) {
  console.error(
    `expected: accessibility, best practices, SEO 100 and CLS ≤ 0.01; found less on ${wrong.join(", ")}; see the audits named above`,
  );
  process.exitCode = 1;
}
