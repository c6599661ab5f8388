/** A reader at the built site, in whatever engine. */
import { existsSync, readFileSync } from "node:fs";
import { spoilData, type Give } from "../e2e/data-server.ts";
import { intercept, serve, type Site } from "../serve.ts";
import type { Driver } from "./drivers/driver.ts";
import { inPage } from "./in-page.ts";
import { listen } from "./listen.ts";

type Verbs = ReturnType<typeof inPage>;
/** The verbs of a page, called from here. */
type Remote = { [Verb in keyof Verbs]: (...given: Parameters<Verbs[Verb]>) => Promise<Awaited<ReturnType<Verbs[Verb]>>> };

export interface Visit {
  driver: Driver;
  page: Remote;
  /** Opens a page of the site, as a reader who comes again. */
  open(path: string): Promise<void>;
  /** Opens a section as a new reader. */
  section(slug: string): Promise<void>;
  /** Replaces the code of a listing by typing. */
  write(id: string, code: string): Promise<void>;
  /** Lets the data come as `give` gives them, from the next page on; without it as they are. */
  spoil(give?: Give): void;
  /** Paths the server was asked for since the last look. */
  asked(): string[];
  /** What the page complained of since it was opened, and what of the site was missing since the last look. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** @param host the name the browser knows this machine by */
export async function visit(driver: Driver, host = "127.0.0.1"): Promise<Visit> {
  const asked: string[] = [];
  const missing: string[] = [];
  let spoil: ReturnType<typeof spoilData> | undefined;
  const site = await serveListening(
    (path, status) => {
      asked.push(path);
      if (status >= 400) missing.push(`${status}: ${path}`);
    },
    () => spoil,
  );
  const root = site.url.replace("127.0.0.1", host);
  const page = new Proxy({} as Remote, {
    get:
      (_, verb) =>
      (...given: unknown[]) =>
        driver.evaluate(`(${inPage.toString()})().${String(verb)}(...${JSON.stringify(given)})`),
  });
  const one: Visit = {
    driver,
    page,
    async open(path) {
      await driver.open(root + path);
      await page.ready();
    },
    async section(slug) {
      await driver.forget();
      await one.open(`linear-networks/${slug}/`);
    },
    async write(id, code) {
      await page.edit(id);
      await driver.press("a", "with control");
      await driver.type(code);
    },
    spoil: (give) => void (spoil = give && spoilData(give)),
    asked: () => asked.splice(0),
    complaints: async () => [...(await page.complaints()), ...missing.splice(0)],
    async close() {
      await driver.close();
      site.server.closeAllConnections(); // a download may still be under way
      await site.close();
    },
  };
  return one;
}

/** The built folder as it is, but that every page has one script more, before all others: it listens for complaints. */
async function serveListening(
  told: (path: string, status: number) => void,
  spoils: () => ReturnType<typeof spoilData> | undefined,
): Promise<Site> {
  const site = await serve();
  const base = new URL(site.url).pathname;
  const script = `${base}listen.js`;
  const answerOf = (path: string): [type: string, text: string] | undefined => {
    if (path === script) return ["text/javascript", `(${listen.toString()})();`];
    const file = `dist/${path.slice(base.length)}`.replace(/\/$/, "/index.html");
    if (!path.startsWith(base) || !file.endsWith(".html") || !existsSync(file)) return undefined;
    return ["text/html", readFileSync(file, "utf8").replace("<title>", `<script src="${script}"></script>$&`)];
  };
  intercept(site, (address, response) => {
    response.on("finish", () => told(address, response.statusCode));
    const answer = answerOf(new URL(address, site.url).pathname);
    if (answer) response.writeHead(200, { "content-type": answer[0] }).end(answer[1]);
    return answer !== undefined || spoils()?.(address, response) === true;
  });
  return site;
}
