/** Drives a page by its contract (`data-listing`, `data-state`, `data-outputs`, the buttons' names) and takes times inside the page. */
import type { Browser, Page } from "playwright-core";

/** Installed in the page before its own scripts. */
function timers() {
  const scope = window as unknown as Record<string, unknown>;
  const find = (id: string) => {
    const found = document.querySelector(`[data-listing="${id}"]`);
    if (!found) throw new Error(`no listing ${id} on ${location.pathname}`);
    return found;
  };
  const button = (id: string, name: string) => {
    const found = [...find(id).querySelectorAll("button")].find((each) => each.textContent?.trim() === name);
    if (!found) throw new Error(`listing ${id} has no button ${name}`);
    return found;
  };
  /** Resolves when `met` holds; looks after every change of the listing. */
  const when = (id: string, met: (listing: Element) => boolean) =>
    new Promise<void>((resolve) => {
      const listing = find(id);
      const look = () => met(listing) && (observer.disconnect(), resolve());
      const observer = new MutationObserver(look);
      observer.observe(listing, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
  const state = (listing: Element) => listing.getAttribute("data-state") ?? "";

  /** Runs a listing, after what it needs; the milliseconds from its own start to its end. */
  scope.benchRun = async (id: string) => {
    button(id, "运行").click();
    await when(id, (listing) => state(listing) === "running");
    const start = performance.now();
    await when(id, (listing) => /done|failed|stopped/.test(state(listing)));
    const milliseconds = performance.now() - start;
    if (state(find(id)) !== "done") throw new Error(`listing ${id} ended as ${state(find(id))}: ${find(id).textContent?.slice(0, 400)}`);
    return milliseconds;
  };

  /** The milliseconds from the click on a button to the next output of a listing. */
  scope.benchClick = async (clicked: string, name: string, run: string) => {
    const outputs = () => [...find(run).querySelectorAll('[data-output][data-origin="live"], [data-origin="live"] [data-output]')];
    const old = new Set(outputs());
    const start = performance.now();
    button(clicked, name).click();
    if (clicked !== run) button(run, "运行").click();
    await when(run, () => outputs().some((output) => !old.has(output)));
    return performance.now() - start;
  };

  /** The milliseconds from the click on 编辑 to the cursor in the editor, drawn. */
  scope.benchEdit = async (id: string) => {
    const frame = () => new Promise(requestAnimationFrame);
    const start = performance.now();
    button(id, "编辑").click();
    while (!find(id).querySelector(".editor")?.shadowRoot?.activeElement) await frame();
    await frame();
    return performance.now() - start;
  };

  /** Runs all listings of the section to their ends. */
  scope.benchRunAll = async () => {
    const ids = [...document.querySelectorAll("[data-listing]")]
      .filter((listing) => !listing.closest("[data-exercise]"))
      .map((listing) => listing.getAttribute("data-listing")!);
    document.querySelector<HTMLElement>("[data-run-all]")!.click();
    for (const id of ids) await when(id, (listing) => /done|failed|stopped/.test(state(listing)));
  };

  scope.benchState = (id: string, wanted: string) => when(id, (listing) => state(listing) === wanted);

  const tasks: number[] = [];
  const take = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ entryTypes: ["longtask"] });
  scope.benchTasks = () => {
    take(observer.takeRecords()); // else those of loading, not told yet, would count as those of what comes next
    return tasks.splice(0);
  };
}

type InPage = {
  benchRun(id: string): Promise<number>;
  benchClick(clicked: string, name: string, run: string): Promise<number>;
  benchEdit(id: string): Promise<number>;
  benchRunAll(): Promise<void>;
  benchState(id: string, wanted: string): Promise<void>;
  benchTasks(): number[];
};

/** A section's page as a new reader sees it: nothing stored, nothing cached. */
export async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  await page.addInitScript(timers);
  await page.goto(url, { waitUntil: "load" });
  await page.locator('[data-listing][data-state="idle"]').first().waitFor({ state: "attached", timeout: 20_000 });
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))); // drawn: a reader can see what to press
  return page;
}

export const run = (page: Page, id: string): Promise<number> => page.evaluate((id) => (window as unknown as InPage).benchRun(id), id);

export const click = (page: Page, clicked: string, name: string, run: string): Promise<number> =>
  page.evaluate(([clicked, name, run]) => (window as unknown as InPage).benchClick(clicked, name, run), [clicked, name, run] as const);

export const becomes = (page: Page, id: string, state: string): Promise<void> =>
  page.evaluate(([id, state]) => (window as unknown as InPage).benchState(id, state), [id, state] as const);

export const openEditor = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => (window as unknown as InPage).benchEdit(id), id);

export const runAll = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as InPage).benchRunAll());

/** Main-thread tasks over 50 ms since the last call. */
export const longTasks = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as InPage).benchTasks());

/** Replaces a listing's code by typing. */
export async function edit(page: Page, id: string, code: string): Promise<void> {
  const listing = page.locator(`[data-listing="${id}"]`);
  await listing.getByRole("button", { name: "编辑", exact: true }).click();
  const editor = listing.locator(".cm-content");
  await editor.waitFor();
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(code);
}
