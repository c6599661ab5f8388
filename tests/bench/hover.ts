import type { Browser, Page } from "playwright-core";
import { open } from "./drive.ts";
import type { Samples } from "./measure.ts";

/** Switching 类型检查 on, on a page whose cache is empty → the type under the pointer, which moves a little all the while. */
export async function typeHover(browser: Browser, site: string, repeat = 5): Promise<Samples> {
  const samples: Samples = { "type-hover": [] };
  for (let i = 0; i < repeat; i++) {
    const page = await open(browser, `${site}linear-networks/linear-regression-scratch/`);
    samples["type-hover"]!.push(await hoverTime(page));
    await page.context().close();
  }
  return samples;
}

async function hoverTime(page: Page): Promise<number> {
  await page.locator(".workbench > summary").click();
  const listing = page.locator('[data-listing="synthetic-data"]');
  await listing.getByRole("button", { name: "编辑", exact: true }).click();
  const word = listing.locator(".cm-line span", { hasText: /^randomNormal$/ }).first();
  await word.scrollIntoViewIfNeeded();
  const { x, y } = (await word.boundingBox())!;
  let away = 4;
  const tip = listing.locator(".cm-type");
  const start = performance.now();
  await page.getByRole("button", { name: "类型检查", exact: true }).dispatchEvent("click");
  for (;;) {
    await page.mouse.move(x + (away = 9 - away), y + 6);
    const isShown = await tip.waitFor({ timeout: 400 }).then(
      () => true,
      () => false,
    );
    if (isShown) return performance.now() - start;
    if (performance.now() - start > 60_000) throw new Error("expected: a type within a minute of switching types on; found: none");
  }
}
