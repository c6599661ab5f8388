import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { browserPath } from "../../src/build/browser.ts";

const options = (more: readonly string[] = []) => ({
  executablePath: browserPath(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    ...more,
  ],
});

/** A headless browser that makes no request of its own. */
export function launch(more?: readonly string[]): Promise<Browser> {
  return chromium.launch(options(more));
}

/** The same with a profile of its own, a folder, whose preferences hold. */
export function launchWith(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, options());
}
