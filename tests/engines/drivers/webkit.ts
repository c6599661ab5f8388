/** WebKitGTK's MiniBrowser, by plain requests to its WebDriver; it wants a screen, and gets one in memory. */
import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { size, type Driver } from "./driver.ts";
import { findProgram } from "./find-program.ts";
import { openScreen } from "./screen.ts";

const APT = "sudo apt-get install webkit2gtk-driver";
/** WebDriver's numbers for keys that are no characters. */
const KEYS = { a: "a", v: "v", Enter: "\uE007", Escape: "\uE00C", Control: "\uE009" };

interface Strike {
  type: "keyDown" | "keyUp";
  value: string;
}

export async function openWebKit(): Promise<Driver> {
  const driverPath = findProgram("WebKitWebDriver", ["/usr/bin/WebKitWebDriver"], "WEBKIT_DRIVER_PATH", APT);
  const binary = findProgram("WebKit's MiniBrowser", miniBrowsers(), "WEBKIT_PATH", APT);
  const screen = await openScreen();
  const port = await freePort();
  const server = spawn(driverPath, ["-p", String(port)], { env: { ...process.env, DISPLAY: screen.display }, stdio: "ignore" });

  async function ask<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebDriver, ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  let session: string | undefined;
  const strike = (actions: Strike[]) => ask<void>("POST", `${session}/actions`, { actions: [{ type: "key", id: "keys", actions }] });
  const stroke = (value: string): Strike[] => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ];

  const driver: Driver = {
    async forget() {
      if (session) await ask("DELETE", session);
      const options = { binary, args: ["--automation"] };
      const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options, timeouts: { script: 120_000 } } };
      session = `/${(await ask<{ sessionId: string }>("POST", "", { capabilities })).sessionId}`;
      await driver.resize(size.width, size.height);
    },
    open: (url) => ask("POST", `${session}/url`, { url }),
    async evaluate<T>(expression: string) {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const ended = await ask<{ value: T; error?: string }>("POST", `${session}/execute/async`, { script, args: [] });
      if (ended.error !== undefined) throw new Error(ended.error);
      return ended.value;
    },
    type: (text) => strike([...text].flatMap((character) => stroke(character === "\n" ? KEYS.Enter : character))),
    press: (key, held) => {
      const [down, up] = stroke(KEYS.Control) as [Strike, Strike];
      return strike(held ? [down, ...stroke(KEYS[key]), up] : stroke(KEYS[key]));
    },
    resize: (width, height) => ask("POST", `${session}/window/rect`, { width, height }),
    screenshot: async () => Buffer.from(await ask<string>("GET", `${session}/screenshot`), "base64"),
    async close() {
      if (session) await ask("DELETE", session).catch(() => {}); // it may be gone already
      server.kill();
      screen.close();
    },
  };
  try {
    await ready(`http://127.0.0.1:${port}/status`, server);
    await driver.forget();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

/** Where Debian, Fedora and Arch put it, for whichever version of the library is there. */
function miniBrowsers(): string[] {
  const folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib64", "/usr/lib"];
  const namesIn = (folder: string) => {
    try {
      return readdirSync(folder).filter((name) => /^webkit(?:2gtk|gtk)-\d/.test(name));
    } catch {
      return []; // no such folder here
    }
  };
  return folders.flatMap((folder) => namesIn(folder).map((name) => `${folder}/${name}/MiniBrowser`));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks until the server answers, as long as it lives. */
async function ready(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch {
      if (server.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${server.exitCode} before it answered`);
      await wait(30);
    }
  }
}
