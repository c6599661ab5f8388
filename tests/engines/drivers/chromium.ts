/** Chromium, by playwright-core. */
import type { BrowserContext, Page } from "playwright-core";
import { launch } from "../../e2e/browser.ts";
import { control, size, type Driver } from "./driver.ts";

/** @param names host names to look for on this machine: what comes from them is no secure context */
export async function openChromium(names: readonly string[] = []): Promise<Driver> {
  const browser = await launch(names.map((name) => `--host-resolver-rules=MAP ${name} 127.0.0.1`));
  let context: BrowserContext;
  let page: Page;
  const driver: Driver = {
    async forget() {
      await context?.close();
      context = await browser.newContext({ viewport: size });
      page = await context.newPage();
    },
    async open(url) {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    type: (text) => page.keyboard.type(text),
    press: (key, held) => page.keyboard.press(held ? `${control}+${key}` : key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
  await driver.forget();
  return driver;
}
