/** What a file of end-to-end tests stands on: one browser and the built folder, opened before its tests and closed after them. */
import { afterAll, beforeAll, expect } from "vitest";
import type { Browser } from "playwright-core";
import { serve, type Site } from "../serve.ts";
import { launch } from "./browser.ts";
import { reader, type Reader } from "./site.ts";

export interface Served {
  readonly browser: Browser;
  readonly site: Site;
  /** A fresh reader: nothing stored, nothing cached. */
  reader(options?: Parameters<typeof reader>[2]): ReturnType<typeof reader>;
}

/** To be called once, at the top of a file of tests. */
export function served(folder = "dist"): Served {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(folder)]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    reader: (options) => reader(browser, site, options),
  };
}

/** For readers of whom many come, and none to read offline: without the worker that would fetch the whole edition for every one of them. */
export const online = { serviceWorkers: "block" } as const;

/** The reader goes, and nothing went wrong: no error in the console, no request to another origin. */
export async function leave(visit: Reader): Promise<void> {
  expect(visit.complaints).toEqual([]);
  expect(visit.foreign).toEqual([]);
  await visit.page.context().close();
}
