/** What a reader of a section does in its workbench, step by step. */
import { beforeEach, afterEach } from "vitest";
import type { Locator, Page } from "playwright-core";
import { leave, online, type Served } from "../served.ts";
import type { Reader } from "../site.ts";

export const slug = "linear-regression-scratch";

/** A reader of section 3.2 for every test, who may use the clipboard; `visit` takes it. */
export function eachReads(course: Served, visit: (reader: Reader) => void): void {
  let reader: Reader;
  beforeEach(async () => {
    reader = await (await course.reader({ ...online, permissions: ["clipboard-read", "clipboard-write"] })).section(slug);
    visit(reader);
  });
  afterEach(() => leave(reader));
}

export async function openBench({ page }: Reader): Promise<void> {
  await page.locator(".workbench > summary").click();
  await page.getByRole("button", { name: "掷骰子", exact: true }).waitFor();
}

/** A button of the workbench. */
export const button = ({ page }: Reader, name: string): Locator => page.locator(".workbench").getByRole("button", { name, exact: true });

/** What the workbench told last. */
export const says = ({ page }: Reader): Promise<string> => page.locator("[data-say]").innerText();

export const clipboard = ({ page }: Reader): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** How many outputs come from a run of the reader's. */
export const live = ({ page }: Reader): Promise<number> => page.locator('[data-origin="live"]').count();

/** Moves a slider of the listing `hyper` to a position from 0 to 1000, as dragging does. */
export async function slide(visit: Reader, name: string, position: number): Promise<void> {
  const listing = visit.listing("hyper");
  await listing.scrollIntoViewIfNeeded();
  await listing.locator("label", { hasText: name }).locator("input").fill(String(position));
}

/** Lines that were added by the reader, as a comparison shows them. */
export const added = (place: Page, scope = ""): Promise<string[]> => place.locator(`${scope} .diff ins`).allInnerTexts();
