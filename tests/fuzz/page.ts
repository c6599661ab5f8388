/** What runs inside the page: sets a listing's text as a knob does, presses its buttons, and feels the page's pulse. */

export interface Ended {
  /** `data-state` at the end; `queued` or `running` when even 停止 did not help */
  state: string;
  /** it had to be stopped */
  stopped: boolean;
  milliseconds: number;
  /** the longest time, in milliseconds, that the page's main thread did not answer */
  gap: number;
  /** titles of the errors it shows */
  errors: string[];
  /** all it shows, as text */
  text: string;
}

interface CourseListing extends HTMLElement {
  original: string;
  show(text: string): void;
}

interface Tools {
  fuzzText(id: string, text?: string): string;
  fuzzRun(id: string, patience: number): Promise<Ended>;
}

export type FuzzedWindow = Window & Tools;

/** To be called in the page once it is loaded; must not lean on anything outside itself. */
export function install(): void {
  const find = (id: string) => document.querySelector<CourseListing>(`course-listing[data-listing="${id}"]`)!;
  const button = (id: string, name: string) =>
    [...find(id).querySelectorAll<HTMLButtonElement>(".controls > button")].find((one) => one.textContent?.trim() === name)!;

  let last = performance.now();
  let gap = 0;
  setInterval(() => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
  }, 10);

  /** The book's text of a listing; a given text takes its place, by the way a knob's does. */
  function setText(id: string, text?: string): string {
    const listing = find(id);
    if (text !== undefined) {
      listing.show(text);
      listing.dispatchEvent(new CustomEvent("listing-edited", { bubbles: true, detail: text }));
    }
    return listing.original;
  }

  /** Presses 运行, after `patience` milliseconds 停止, and waits for the end. */
  function run(id: string, patience: number): Promise<Ended> {
    const listing = find(id);
    const start = performance.now();
    last = start;
    gap = 0;
    let stopped = false;
    return new Promise((resolve) => {
      const state = () => listing.dataset.state ?? "";
      const timers: ReturnType<typeof setTimeout>[] = [];
      const end = () => {
        observer.disconnect();
        timers.forEach(clearTimeout);
        // the outputs' own work is part of what the page has to bear: a frame later all is drawn
        requestAnimationFrame(() => setTimeout(() => resolve(report())));
      };
      const report = (): Ended => ({
        state: state(),
        stopped,
        milliseconds: performance.now() - start,
        gap: Math.max(gap, performance.now() - last),
        errors: [...listing.querySelectorAll('[data-outputs] [data-output="error"] .out-title')].map((one) => one.textContent ?? ""),
        text: listing.querySelector("[data-outputs]")?.textContent ?? "",
      });
      // it waits, is told to be edited, runs, and only then has ended
      let begun = false;
      const observer = new MutationObserver((records) => {
        begun ||= state() === "running" || records.some(({ oldValue }) => oldValue === "running");
        if (begun && !["queued", "running"].includes(state())) end();
      });
      observer.observe(listing, { attributeFilter: ["data-state"], attributeOldValue: true });
      const stop = () => {
        stopped = true;
        button(id, "停止").click();
      };
      timers.push(setTimeout(stop, patience), setTimeout(end, patience + 5000));
      button(id, "运行").click();
    });
  }

  Object.assign(window, { fuzzText: setText, fuzzRun: run });
}
