// `npm run bench [-- --no-build] [--no-torch] [--only <name>] [--dist <folder>]`: builds the site, runs the book's own listings in
// Chromium and the same work in PyTorch where there is one, prints the ratios, and, when the machine is quiet, writes
// content/about/bench.json.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform } from "node:os";
import { parseArgs } from "node:util";
import { launch } from "../e2e/browser.ts";
import { serve } from "../serve.ts";
import { typeHover } from "./hover.ts";
import { response, smoothness, training, weight } from "./measure.ts";
import { pytorch } from "./peer.ts";
import { print, rows } from "./report.ts";

const { values: options } = parseArgs({
  options: {
    "no-build": { type: "boolean" },
    "no-torch": { type: "boolean" },
    only: { type: "string" },
    dist: { type: "string", default: "dist" },
  },
});

// what else the machine is doing, before we give it work; publishing needs a quiet one
const load = loadavg()[0];
const quiet = load < cpus().length / 4;
if (!quiet)
  console.warn(`load ${load.toFixed(1)} on ${cpus().length} cores: the machine is busy, content/about/bench.json will not be written`);

const samples = {};
if (!options["no-build"]) {
  const start = performance.now();
  execFileSync(process.execPath, ["node_modules/astro/bin/astro.mjs", "build"], { stdio: ["ignore", "ignore", "inherit"] });
  samples.build = [performance.now() - start];
}

const site = await serve(options.dist, "/");
const browser = await launch();
try {
  Object.assign(samples, await training(browser, site.url, options.only));
  if (!options.only) {
    Object.assign(samples, await response(browser, site.url));
    Object.assign(samples, await typeHover(browser, site.url));
    const slugs = readdirSync(`${options.dist}/linear-networks`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    Object.assign(samples, await smoothness(browser, site.url, slugs));
    Object.assign(samples, await weight(browser, site.url, ["", "linear-networks/", ...slugs.map((slug) => `linear-networks/${slug}/`)]));
  }
} finally {
  await browser.close();
  await site.close();
}
// not at the same time: each has the machine to itself
const peer = options["no-torch"] ? undefined : pytorch();
const result = rows(samples, peer);
console.log(print(result));

if (!options.only && quiet) {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const machine = {
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    platform: platform(),
    browser: `Chromium ${browser.version()}`,
    tfjs: dependencies["@tensorflow/tfjs"],
    ...peer?.versions,
  };
  writeFileSync(
    "content/about/bench.json",
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine, rows: result, samples, peer: peer?.samples }, null, 2)}\n`,
  );
}
