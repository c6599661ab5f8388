/** Firefox, by puppeteer-core and WebDriver BiDi: any Firefox of today as it comes from its maker or from Debian. */
import puppeteer, { type BrowserContext, type KeyInput, type Page } from "puppeteer-core";
import { control, size, type Driver } from "./driver.ts";
import { findProgram } from "./find-program.ts";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

export async function openFirefox(): Promise<Driver> {
  const executablePath = findProgram("Firefox", PLACES, "FIREFOX_PATH", "sudo apt-get install firefox-esr");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: { "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false },
  });
  let context: BrowserContext | undefined;
  let page: Page;
  const driver: Driver = {
    async forget() {
      await context?.close();
      context = await browser.createBrowserContext();
      page = await context.newPage();
      await page.setViewport(size);
    },
    async open(url) {
      await page.goto(url);
    },
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    async type(text) {
      for (const character of text) await page.keyboard.press((character === "\n" ? "Enter" : character) as KeyInput);
    },
    async press(key, held) {
      if (held) await page.keyboard.down(control);
      await page.keyboard.press(key);
      if (held) await page.keyboard.up(control);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
  await driver.forget();
  return driver;
}
