// `npm run fuzz [-- --seed 1] [--count 1000] [--section <slug>] [--only <number>] [--kind <name>] [--slow 1] [--dist dist] [--verbose]`: edits the book's
// listings in a thousand hostile and clumsy ways, dealt out over its sections, and runs those of a section in one page of the built site.
// A failure repeats with its seed, section and number. A whole run leaves its figures where the page 可靠性 quotes them.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "../e2e/browser.ts";
import { serve } from "../serve.ts";
import { Driver } from "./drive.ts";
import { generate, type Case } from "./generate.ts";
import { addressOf, sections, type Section } from "./sections.ts";
import { Tally } from "./tally.ts";

const FIGURES = "content/about/data/fuzz.json";
const WHOLE = 1000;

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: String(WHOLE) },
    section: { type: "string" },
    only: { type: "string" },
    kind: { type: "string" },
    slow: { type: "string", default: "1" }, // how many times longer a machine takes that is slow or has other work
    dist: { type: "string", default: "dist" },
    verbose: { type: "boolean" },
  },
});
const [seed, count, slow] = [options.seed, options.count, options.slow].map(Number) as [number, number, number];
const only = options.only === undefined ? undefined : Number(options.only);
const chosen = sections.filter(({ slug }) => options.section === undefined || slug === options.section);
if (chosen.length === 0) throw new Error(`expected: one of ${sections.map(({ slug }) => slug).join(", ")}; found: ${options.section}`);

const site = await serve(options.dist, "/");
let browser = await launch();
const tally = new Tally();
const began = performance.now();
for (const section of chosen) await runSection(section);
await browser.close();
await site.close();

console.log(`\nseed ${seed}, ${((performance.now() - began) / 60_000).toFixed(1)} min: ${tally}`);
if (tally.edits >= WHOLE && tally.faults === 0) writeFileSync(FIGURES, `${JSON.stringify(tally.figures(seed), null, 2)}\n`);
process.exitCode = tally.faults > 0 ? 1 : 0;

/** The numbers are dealt out to the sections by turns; a single one goes to the section named. */
function numbersOf(section: Section): number[] {
  if (only !== undefined) return [only];
  return Array.from({ length: count }, (_, number) => number).filter((number) => number % chosen.length === chosen.indexOf(section));
}

async function runSection(section: Section): Promise<void> {
  const { slug } = section;
  let driver = await start(section);
  tally.weigh(slug, await driver.weigh());
  for (const number of numbersOf(section)) {
    const one = generate(driver.sources, seed, number);
    if (options.kind !== undefined && one.kind.name !== options.kind) continue;
    const command = `npm run fuzz -- --seed ${seed} --section ${slug} --only ${number}`;
    const faults = await attempt(driver, one, `${slug} ${number}`);
    if (faults.length === 0) continue;
    tell(`${one.kind.name} in ${one.listing} (${command})`, faults, one.code);
    await driver.close();
    driver = await start(section); // the next edit meets a page that nothing happened to
  }
  tally.weigh(slug, await driver.weigh());
  const leaks = tally.leaks(slug);
  if (leaks.length > 0) tell(`memory of ${slug} does not return`, leaks);
  await driver.close();
}

async function start(section: Section): Promise<Driver> {
  if (!browser.isConnected()) browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const url = site.url + addressOf(section);
  // the small part of the data set, which a reader who saves data gets: it is fetched anew by every kernel
  await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const limits = { patience: 4000 * slow, endless: 1500, gap: 1000 * slow };
  const driver = new Driver(await context.newPage(), url, section.control, limits);
  await driver.open();
  return driver;
}

async function attempt(driver: Driver, one: Case, edit: string): Promise<string[]> {
  try {
    const { ended, faults } = await driver.try(one);
    tally.add(edit, ended);
    const { state, stopped, milliseconds, gap } = ended;
    const told = `${state}${stopped ? " by 停止" : ""}, ${Math.round(milliseconds)} ms, away ${Math.round(gap)} ms`;
    if (options.verbose) console.log(`${edit} ${one.kind.name} in ${one.listing}: ${told}`);
    if (only !== undefined) console.log(one.code, "\n", ended);
    return faults;
  } catch (error) {
    return [String(error)];
  }
}

function tell(what: string, faults: string[], code = ""): void {
  tally.faults++;
  console.log(`\n✗ ${what}\n  ${faults.map((one) => one.slice(0, 500)).join("\n  ")}`);
  if (code !== "") console.log(shorten(code).replace(/^/gm, "  | "));
}

/** What is left of a long text when only its edges are told. */
function shorten(code: string): string {
  const lines = code.split("\n").map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
  return (lines.length > 14 ? [...lines.slice(0, 7), "…", ...lines.slice(-7)] : lines).join("\n");
}
