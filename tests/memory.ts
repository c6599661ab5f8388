/** The memory of the browser's page processes, workers included. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/**
 * Watches what is theirs alone, ten times a second, from now on. Returns a function that ends the watch and tells the most that one of
 * them had, in bytes; 0 where the system does not tell (only Linux does).
 */
export async function watchMemory(browser: Browser): Promise<() => number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send("SystemInfo.getProcessInfo")) as { processInfo: { type: string; id: number }[] };
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  let peak = 0;
  const look = () => {
    for (const { id } of pages) {
      try {
        const [, kilobytes] = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
        peak = Math.max(peak, Number(kilobytes ?? 0) * 1024);
      } catch {
        // another system, or a process that has ended
      }
    }
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
