/** What is measured in the browser: each function returns samples, in milliseconds or bytes. */
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { watchMemory } from "../memory.ts";
import { becomes, click, edit, longTasks, open, openEditor, run, runAll } from "./drive.ts";

export type Samples = Record<string, number[]>;

/** The listings that are timed, and how many epochs each trains as printed. */
const TRAINING = [
  { name: "linear-scratch", slug: "linear-regression-scratch", listing: "train", epochs: 1, repeat: 15 }, // as often as PyTorch; compared as a whole: 3 epochs
  { name: "linear-concise", slug: "linear-regression-concise", listing: "train", epochs: 1, repeat: 15 },
  { name: "pass", slug: "image-classification-dataset", listing: "timing", epochs: 1, repeat: 5 },
  { name: "softmax-scratch", slug: "softmax-regression-scratch", listing: "train", epochs: 10, repeat: 3 },
  { name: "softmax-concise", slug: "softmax-regression-concise", listing: "train", epochs: 10, repeat: 3 },
];

/** Runs the book's own listings as they are printed; the first run of each is apart, since it compiles what the others find compiled. */
export async function training(browser: Browser, site: string, only?: string): Promise<Samples> {
  const samples: Samples = {};
  for (const { name, slug, listing, epochs, repeat } of TRAINING) {
    if (only && !name.includes(only)) continue;
    let page;
    try {
      page = await open(browser, `${site}linear-networks/${slug}/`);
      const peakMemory = await watchMemory(browser);
      samples[`${name}-first`] = [(await run(page, listing)) / epochs];
      await longTasks(page); // loading is not training
      samples[name] = [];
      for (let i = 0; i < repeat; i++) samples[name].push((await run(page, listing)) / epochs);
      samples[`${name}-longest-task`] = [Math.max(0, ...(await longTasks(page)))];
      samples[`${name}-memory`] = [peakMemory()];
    } catch (error) {
      console.error(`${name}: ${(error as Error).message}`);
    }
    await page?.context().close();
  }
  return samples;
}

const SLUG = "linear-regression-scratch";
const LISTING = "data";

/** Click 运行 → first output: on a page just opened, and on one whose kernel runs; 停止 of an endless loop → next output. */
export async function response(browser: Browser, site: string, repeat = 5): Promise<Samples> {
  const samples: Samples = { cold: [], warm: [], stop: [] };
  for (let i = 0; i < repeat; i++) {
    const page = await open(browser, `${site}linear-networks/${SLUG}/`);
    samples.cold.push(await click(page, LISTING, "运行", LISTING));
    await becomes(page, LISTING, "done");
    samples.warm.push(await click(page, LISTING, "运行", LISTING));
    await becomes(page, LISTING, "done");
    await edit(page, "scatter", "for (;;) {}");
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-listing="scatter"] [data-do="run"]')!.click());
    await becomes(page, "scatter", "running");
    samples.stop.push(await click(page, "scatter", "停止", LISTING));
    await page.context().close();
  }
  return samples;
}

/** Of every section, on a page just opened: click 编辑 → cursor; 全部运行, and the main thread's longest task on the way. */
export async function smoothness(browser: Browser, site: string, slugs: string[]): Promise<Samples> {
  const samples: Samples = { edit: [], "any-longest-task": [] };
  let longest = 0;
  for (const slug of slugs) {
    const page = await open(browser, `${site}linear-networks/${slug}/`);
    const first = await page.locator("[data-listing]").first().getAttribute("data-listing");
    samples.edit.push(await openEditor(page, first!));
    await longTasks(page);
    await runAll(page);
    longest = Math.max(longest, ...(await longTasks(page)));
    await page.context().close();
  }
  samples["any-longest-task"].push(longest);
  return samples;
}

/** What a page loads before any interaction, compressed as a server would: the largest page, script and all. */
export async function weight(browser: Browser, site: string, paths: string[]): Promise<Samples> {
  const samples: Samples = { script: [], page: [] };
  for (const path of paths) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes: Promise<{ script: boolean; size: number }>[] = [];
    page.on("response", (response) => {
      const sized = response.body().then(
        (body) => ({ script: response.request().resourceType() === "script", size: gzipSync(body).length }),
        () => ({ script: false, size: 0 }),
      );
      sizes.push(sized);
    });
    await page.goto(site + path, { waitUntil: "networkidle" });
    const all = await Promise.all(sizes);
    samples.script.push(all.reduce((sum, { script, size }) => sum + (script ? size : 0), 0));
    samples.page.push(all.reduce((sum, { size }) => sum + size, 0));
    await context.close();
  }
  return samples;
}
