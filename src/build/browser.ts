/** Finds a Chromium, or installs one the platform's way, and says clearly what is missing when it cannot. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].map((name) => `/usr/bin/${name}`),
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].flatMap((name) =>
    ["C:\\Program Files\\", "C:\\Program Files (x86)\\"].map((folder) => folder + name),
  ),
};

const installed = () =>
  [process.env.CHROME_PATH, ...(PLACES[process.platform] ?? []), chromium.executablePath()].find((path) => path && existsSync(path));

function attempt(command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { stdio: "ignore", timeout: 300_000 });
  } catch {
    // the next way is tried; browserPath reports when none worked
  }
}

/** The path of a Chromium, Chrome or Edge; throws with what to do when there is none and none can be installed. */
export function browserPath(): string {
  if (!installed()) attempt(process.execPath, "node_modules/playwright-core/cli.js", "install", "chromium");
  if (!installed() && process.platform === "linux") {
    attempt("apt-get", "update");
    attempt("apt-get", "install", "-y", "chromium", "fonts-noto-cjk");
  }
  const path = installed();
  if (path) return path;
  throw new Error(
    "This needs Chrome, Chromium or Edge. None was found and none could be installed.\n" +
      "Install one (Debian/Ubuntu: sudo apt-get install chromium) or set CHROME_PATH to its executable.",
  );
}
