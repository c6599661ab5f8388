/** Serves a built folder as any static host does, text compressed: for `npm start`, the end-to-end tests and the bench. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const TEXT = new Set([".html", ".js", ".css", ".json", ".txt", ".svg", ".xml", ".wasm"]);

/** How hosts that compress while they answer do it: Cloudflare and Netlify with brotli, at a level that costs a page some milliseconds. */
const COMPRESS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};

/** The best a browser takes. */
function encodingFor(accepted = ""): keyof typeof COMPRESS | undefined {
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
}

export interface Site {
  /** ends in a slash */
  url: string;
  server: Server;
  close(): Promise<void>;
}

/** Serves `folder` below `base`, as on a shared school server: what lies outside is answered by the folder's 404 page. Without a port, on a free one that only this machine sees. */
export async function serve(folder = "dist", base = "/a/b/", port = 0): Promise<Site> {
  const server = createServer((request, response) => {
    const asked = URL.parse(request.url ?? "/", "http://localhost");
    const path = asked && decoded(asked.pathname);
    const redirect = (to: string) => response.writeHead(301, { location: to + (asked?.search ?? "") }).end();
    if (path && `${path}/` === base) return redirect(base);
    let file = path?.startsWith(base) ? join(folder, normalize(`/${path.slice(base.length)}`)) : "";
    if (isFolder(file)) {
      if (!path!.endsWith("/")) return redirect(`${asked!.pathname}/`);
      file = join(file, "index.html");
    }
    const found = file !== "" && existsSync(file);
    if (!found) file = join(folder, "404.html");
    const encoding = TEXT.has(extname(file)) ? encodingFor(request.headers["accept-encoding"]) : undefined;
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      ...(encoding && { "content-encoding": encoding, vary: "accept-encoding" }),
    });
    // a reader who leaves in the middle of a file is no error
    const ignore = () => {};
    if (request.method === "HEAD" || !existsSync(file)) response.end();
    else if (encoding) pipeline(createReadStream(file), COMPRESS[encoding](), response, ignore);
    else pipeline(createReadStream(file), response, ignore);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, port === 0 ? "127.0.0.1" : undefined, resolve);
  });
  const url = port === 0 ? `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}` : `http://localhost:${port}${base}`;
  return { url, server, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Lets `answer` come before the site's own answers; it says whether it took the request. */
export function intercept({ server }: Site, answer: (path: string, response: ServerResponse) => boolean): void {
  const [own] = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request").on("request", (...[request, response]: Parameters<RequestListener>) => {
    if (!answer(request.url ?? "", response)) own!(request, response);
  });
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // a stray percent sign: no file has this name
  }
}

function isFolder(path: string): boolean {
  return path !== "" && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
