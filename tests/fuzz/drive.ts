/** Runs edits in one page of the built site, one after the other, and says what did not hold. */
import type { CDPSession, Page } from "playwright-core";
import type { Case, Source } from "./generate.ts";
import { install, type Ended, type FuzzedWindow } from "./page.ts";

export type { Ended };

export interface Limits {
  /** milliseconds after which 停止 is pressed */
  patience: number;
  /** the same for what never ends by itself */
  endless: number;
  /** the longest time, in milliseconds, the main thread may be away */
  gap: number;
}

export interface Verdict {
  ended: Ended;
  /** what did not hold; empty when all is well */
  faults: string[];
}

/** What the page weighs, after the kernel was restarted and every listing ran. */
export interface Weight {
  /** live tensors, as the panel counts them */
  tensors: number;
  /** JavaScript of the page, in bytes, after a collection of garbage */
  heap: number;
  nodes: number;
}

const HAN = /\p{Script=Han}/u;
/** milliseconds that the book's own text has: it is to end, however busy the machine */
const LONG = 20_000;
/** no answer within this time, and the page counts as dead */
const DEAD = 60_000;

export class Driver {
  readonly page: Page;
  readonly url: string;
  /** printed listing that is never edited for good: run after every edit, it must print its record */
  readonly control: string;
  readonly limits: Limits;
  sources: Source[] = [];
  #record = "";
  /** listings that the book shows failing */
  #failing: string[] = [];
  #thrown: string[] = [];
  #foreign: string[] = [];
  #tools!: CDPSession;

  constructor(page: Page, url: string, control: string, limits: Limits) {
    this.page = page;
    this.url = url;
    this.control = control;
    this.limits = limits;
    page.on("pageerror", (error) => this.#thrown.push(String(error)));
    page.on("crash", () => this.#thrown.push("the page crashed"));
    page.on("request", (request) => {
      if (/^(?:https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin)
        this.#foreign.push(request.url());
    });
  }

  /** Opens the page as a reader without a past would find it. */
  async open(): Promise<void> {
    await this.page.goto(this.url);
    await this.page.evaluate(() => localStorage.clear());
    await this.page.reload();
    await this.page.evaluate(install);
    const listings = await this.page
      .locator("course-listing[data-listing]")
      .evaluateAll((all) => all.filter((one) => !one.closest("[data-exercise]")).map((one) => (one as HTMLElement).dataset.listing!));
    this.sources = [];
    for (const id of listings) this.sources.push({ id, source: await this.#text(id) });
    const failing = this.page.locator('course-listing:has([data-origin="record"] [data-output="error"])');
    this.#failing = await failing.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.listing!));
    this.#record = flat((await this.page.locator(`[data-listing="${this.control}"] [data-outputs]`).textContent()) ?? "");
    this.#tools = await this.page.context().newCDPSession(this.page);
  }

  /** Runs one edit, then the book's text again, then the control. */
  async try({ kind, listing, code }: Case): Promise<Verdict> {
    this.#thrown.length = this.#foreign.length = 0;
    const faults: string[] = [];
    await this.#text(listing, code);
    const ended = await this.#run(listing, kind.ends === "never" ? this.limits.endless : this.limits.patience);
    faults.push(...this.#judge(ended, kind.ends));
    // a function that was edited shows what it does when it is called
    if (ended.state === "done" && kind.ends !== "never")
      faults.push(...this.#judge(await this.#run(this.control, this.limits.patience), "perhaps"));

    await this.#text(listing, await this.#text(listing));
    const healed = await this.#run(listing);
    if (healed.state !== (this.#failing.includes(listing) ? "failed" : "done"))
      faults.push(`the book's text of ${listing} ends as ${healed.state}: ${healed.errors.join()}`);
    const after = await this.#run(this.control);
    if (after.state !== "done") faults.push(`${this.control} ends as ${after.state} afterwards: ${after.errors.join()}`);
    else if (flat(after.text) !== this.#record) faults.push(`${this.control} prints ${flat(after.text)} afterwards`);
    const gap = Math.max(healed.gap, after.gap);
    if (gap > this.limits.gap) faults.push(`the page was away for ${Math.round(gap)} ms afterwards`);
    faults.push(...this.#thrown.map((text) => `the page threw ${text}`), ...this.#foreign.map((url) => `asked for ${url}`));
    if (faults.length > 0) faults.push(`the page says: ${await this.page.locator("[data-kernel]").textContent()}`);
    return { ended, faults };
  }

  /** Restarts the kernel, runs every listing that is edited, since browsers hold what the one before its last run showed, and weighs. */
  async weigh(): Promise<Weight> {
    await this.page.locator("[data-restart]").evaluate((button) => (button as HTMLButtonElement).click());
    for (const { id } of this.sources) {
      const { state } = await this.#run(id);
      if (state !== this.#endOf(id)) throw new Error(`${id} ends as ${state} on a page without edits`);
    }
    const panel = this.page.locator("[data-tensors]");
    await panel.evaluate((element) => ((element as HTMLDetailsElement).open = true));
    const tensors = Number.parseInt((await panel.locator(".tensors caption").textContent()) ?? "") || 0;
    await panel.evaluate((element) => {
      (element as HTMLDetailsElement).open = false;
      element.querySelector(".tensors")?.replaceChildren();
    });
    await this.#tools.send("HeapProfiler.collectGarbage");
    const { nodes } = await this.#tools.send("Memory.getDOMCounters");
    const { usedSize } = await this.#tools.send("Runtime.getHeapUsage");
    return { tensors, heap: usedSize, nodes };
  }

  /** The page and its browser may be gone already. */
  async close(): Promise<void> {
    await this.page
      .context()
      .close()
      .catch(() => {});
  }

  #judge({ state, stopped, gap, errors }: Ended, ends: Case["kind"]["ends"]): string[] {
    const faults: string[] = [];
    if (state === "queued" || state === "running") faults.push("停止 did not stop it");
    if (stopped && ends === "always") faults.push("it did not end by itself");
    if (state === "failed" && errors.length === 0) faults.push("it failed without an error shown");
    if (state === "idle") faults.push("it did not run");
    for (const title of errors)
      if (!HAN.test(title.replace("出错了", "").replace(/第 \d+ 行：/, ""))) faults.push(`an error is not in Chinese: ${title}`);
    if (gap > this.limits.gap) faults.push(`the page was away for ${Math.round(gap)} ms`);
    return faults;
  }

  /** How a listing of the book ends. */
  #endOf(id: string): string {
    return this.#failing.includes(id) ? "failed" : "done";
  }

  #text(id: string, text?: string): Promise<string> {
    return this.#answer(this.page.evaluate(([id, text]) => (window as unknown as FuzzedWindow).fuzzText(id!, text), [id, text] as const));
  }

  #run(id: string, patience = LONG): Promise<Ended> {
    return this.#answer(
      this.page.evaluate(([id, patience]) => (window as unknown as FuzzedWindow).fuzzRun(id, patience), [id, patience] as const),
    );
  }

  async #answer<T>(asked: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const dead = new Promise<never>((_, no) => (timer = setTimeout(() => no(new Error("the page does not answer")), DEAD)));
    try {
      return await Promise.race([asked, dead]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
