/** Drives the pages of the site by the contract of a page. */
import { expect } from "vitest";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import type { Site } from "../serve.ts";

/** A page of the course with the reader's view of it. */
export class Reader {
  readonly page: Page;
  readonly site: Site;
  /** whatever the page complained about: uncaught errors and console errors */
  readonly complaints: string[] = [];
  /** requests that left the site's own origin */
  readonly foreign: string[] = [];

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && this.complaints.push(message.text()));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== new URL(site.url).origin) this.foreign.push(request.url());
    });
  }

  async open(path: string): Promise<this> {
    await this.page.goto(this.site.url + path);
    return this;
  }

  section(slug: string): Promise<this> {
    return this.open(`linear-networks/${slug}/`);
  }

  listing(id: string): Locator {
    return this.page.locator(`[data-listing="${id}"]`);
  }

  outputs(id: string): Locator {
    return this.listing(id).locator("[data-outputs]");
  }

  state(id: string): Promise<string | null> {
    return this.listing(id).getAttribute("data-state");
  }

  press(id: string, name: "运行" | "停止" | "编辑" | "还原" | "复制"): Promise<void> {
    return this.listing(id).getByRole("button", { name, exact: true }).click();
  }

  /** Presses a button and waits for a word that stands on it for a moment only: the page looks out for it, from before the press. */
  async pressUntil(button: Locator, word: string): Promise<void> {
    const lookout = await button.evaluateHandle((element, word) => {
      const said = new Promise<void>((resolve) => {
        new MutationObserver(() => element.textContent === word && resolve()).observe(element, { childList: true });
      });
      return { said };
    }, word);
    await button.click();
    await lookout.evaluate(({ said }) => said);
  }

  /** Presses 运行 and waits until the listing has ended, however it ended. */
  async run(id: string, timeout = 30_000): Promise<string | null> {
    await this.press(id, "运行");
    return this.ended(id, timeout);
  }

  async ended(id: string, timeout = 30_000): Promise<string | null> {
    await expect.poll(() => this.state(id), { timeout, interval: 20, message: `listing ${id} ends` }).toMatch(/^(done|failed|stopped)$/);
    return this.state(id);
  }

  /** What the listing shows, as text; brought into sight first, since a block that is out of sight has no rendered text. */
  async text(id: string): Promise<string> {
    const read = async () => {
      // blocks above it may still change their height when they come into sight
      await this.bringIntoSight(id);
      return (await this.outputs(id).innerText()).trim();
    };
    const isEmpty = (await this.outputs(id).textContent())?.trim() === "";
    if (!isEmpty) await expect.poll(read, { timeout: 10_000, interval: 50 }).not.toBe("");
    return read();
  }

  private async bringIntoSight(id: string): Promise<void> {
    await this.listing(id).scrollIntoViewIfNeeded();
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  /** Replaces the code of a listing by typing, as a reader would. */
  async edit(id: string, change: (code: string) => string): Promise<void> {
    const editor = this.listing(id).locator(".cm-content");
    if ((await editor.count()) === 0) await this.press(id, "编辑");
    await editor.waitFor();
    const code = change(await this.code(id));
    await editor.click();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(code);
  }

  /** The code as it stands, edited or not. */
  async code(id: string): Promise<string> {
    await this.bringIntoSight(id);
    const lines = this.listing(id).locator(".cm-line");
    if ((await lines.count()) > 0) return (await lines.allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n");
    return (await this.listing(id).locator("pre").first().innerText()).replace(/\n$/, "");
  }
}

/** A fresh reader: nothing stored, nothing cached. */
export async function reader(
  browser: Browser,
  site: Site,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Reader & { context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  return Object.assign(new Reader(await context.newPage(), site), { context });
}
