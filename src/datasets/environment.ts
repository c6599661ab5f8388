/** What the data sets need of their surroundings. It is handed over once, because the worker takes these globals away before any listing runs. */

export interface Environment {
  /** absolute URL of the site's root; ends with a slash */
  root: string;
  fetch: typeof globalThis.fetch;
  /** where downloads are kept; the first that works is used, none is needed */
  caches?: CacheStorage;
  indexedDB?: IDBFactory;
  /** the reader's choice: `quick` takes the first 10 000 training and 2000 test images; `full` when absent */
  tier?: Tier;
  /** shows a download; the listing's own `display.progress` when absent, nothing when `false` */
  progress?: ShowProgress | false;
  /** milliseconds without a single byte after which a download is given up and tried again */
  patience?: number;
  /** waits before another try */
  pause?: (milliseconds: number) => Promise<void>;
}

export type Tier = "quick" | "full";

export type ShowProgress = (label: string, total: number, options: { unit: "bytes" }) => { update(done: number): void; end(): void };

let environment: Environment | undefined;

/** Tells where data come from and where they are kept. Later calls replace what earlier ones told. */
export function provide(given: Environment): void {
  environment = given;
}

export function surroundings(): Environment {
  if (!environment) throw new Error("datasets: expected provide({ root, fetch, … }) before the first load, found none.");
  return environment;
}
