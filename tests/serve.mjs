// Serves the built folder: `npm start`, or `node tests/serve.mjs [folder] [base] [port]`, e.g. `dist /a/b/ 8080`.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const [folder = "dist", base = "/", port = "4321"] = process.argv.slice(2);

const types = {
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

const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const path = decodeURIComponent(pathname);
  if (path !== base && `${path}/` === base) return redirect(base);
  let file = path.startsWith(base) ? join(folder, normalize(`/${path.slice(base.length)}`)) : "";
  if (file !== "" && isFolder(file)) {
    if (!path.endsWith("/")) return redirect(`${pathname}/`);
    file = join(file, "index.html");
  }
  const found = file !== "" && existsSync(file);
  const shown = found ? file : join(folder, "404.html");
  response.writeHead(found ? 200 : 404, { "content-type": types[extname(shown)] ?? "application/octet-stream" });
  if (request.method === "HEAD" || !existsSync(shown)) response.end();
  else createReadStream(shown).pipe(response);

  function redirect(to) {
    response.writeHead(301, { location: to + search }).end();
  }
});

function isFolder(path) {
  return existsSync(path) && statSync(path).isDirectory();
}

server.listen(Number(port), () => console.log(`http://localhost:${port}${base}`));
