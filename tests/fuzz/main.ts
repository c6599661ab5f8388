// `npm run fuzz [-- --seed 1] [--count 1000] [--only <number>] [--kind <name>] [--section <slug>] [--dist dist]`: edits the book's
// listings in a thousand hostile and clumsy ways and runs them in one page of the built site. A failure repeats with its seed and number.
import { parseArgs } from "node:util";
import { launch } from "../e2e/browser.ts";
import { serve } from "../serve.ts";
import { Driver, type Weight } from "./drive.ts";
import { generate, type Case } from "./generate.ts";

/** Each section's printed listing that leans on much of it. */
const CONTROLS: Record<string, string> = {
  "linear-regression-scratch": "train",
};

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    only: { type: "string" },
    kind: { type: "string" },
    section: { type: "string", default: "linear-regression-scratch" },
    dist: { type: "string", default: "dist" },
    verbose: { type: "boolean" },
  },
});
const [seed, count] = [Number(options.seed), Number(options.count)];
const first = options.only === undefined ? 0 : Number(options.only);
const last = options.only === undefined ? count : first + 1;
const command = `npm run fuzz -- --seed ${seed}`;

const site = await serve(options.dist, "/");
const browser = await launch();
let failed = 0;
let slowest = 0;
let longest: { gap: number; number: number } = { gap: 0, number: -1 };
const ends: Record<string, number> = {};
const weights: Weight[] = [];
let driver = await start();
const began = performance.now();
weights.push(await driver.weigh());

for (let number = first; number < last; number++) {
  const one = generate(driver.sources, seed, number);
  if (options.kind !== undefined && one.kind.name !== options.kind) continue;
  await attempt(one);
  if (options.only === undefined && number % 100 === 99) weights.push(await driver.weigh());
}
report();
await browser.close();
await site.close();
process.exitCode = failed > 0 ? 1 : 0;

async function start(): Promise<Driver> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const url = `${site.url}linear-networks/${options.section}/`;
  const driver = new Driver(await context.newPage(), url, CONTROLS[options.section], { patience: 4000, endless: 1500, gap: 1000 });
  await driver.open();
  return driver;
}

async function attempt(one: Case): Promise<void> {
  try {
    const { ended, faults } = await driver.try(one);
    const end = ended.stopped ? "stopped by 停止" : ended.state;
    ends[end] = (ends[end] ?? 0) + 1;
    slowest = Math.max(slowest, ended.milliseconds);
    if (ended.gap > longest.gap) longest = { gap: ended.gap, number: one.number };
    if (options.verbose)
      console.log(
        `${one.number} ${one.kind.name} ${one.listing}: ${end}, ${Math.round(ended.milliseconds)} ms, gap ${Math.round(ended.gap)} ms`,
      );
    if (options.only !== undefined) console.log(one.code, "\n", ended);
    if (faults.length > 0) {
      tell(one, faults);
      await anew(); // the next edit starts from a page that nothing happened to
    }
  } catch (error) {
    tell(one, [String(error)]);
    await anew();
  }
}

async function anew(): Promise<void> {
  await driver.page
    .context()
    .close()
    .catch(() => {});
  driver = await start();
}

function tell({ number, kind, listing, code }: Case, faults: string[]): void {
  failed++;
  console.log(`\n✗ ${kind.name} in ${listing} (${command} --only ${number})\n  ${faults.map((one) => one.slice(0, 500)).join("\n  ")}`);
  console.log(shorten(code).replace(/^/gm, "  | "));
}

/** What is left of a long text when only its edges are told. */
function shorten(code: string): string {
  const lines = code.split("\n").map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
  return (lines.length > 14 ? [...lines.slice(0, 7), "…", ...lines.slice(-7)] : lines).join("\n");
}

function report(): void {
  const minutes = (performance.now() - began) / 60_000;
  const total = Object.values(ends).reduce((sum, n) => sum + n, 0);
  console.log(`\n${total} edits of ${options.section}, seed ${seed}, in ${minutes.toFixed(1)} min; ${failed} with faults`);
  console.log(
    Object.entries(ends)
      .map(([end, n]) => `${n} ${end}`)
      .join(", "),
  );
  console.log(
    `longest time the page was away: ${Math.round(longest.gap)} ms (case ${longest.number}); slowest case ${(slowest / 1000).toFixed(1)} s`,
  );
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  for (const { tensors, heap, nodes } of weights)
    console.log(`  after a restart: ${tensors} tensors, page heap ${megabytes(heap)} MiB, ${nodes} nodes`);
}
