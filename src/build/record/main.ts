/** `npm run record [slug …]`: without slugs, the sections whose records are stale. */
import { createRequire } from "node:module";
import { createServer, type Plugin } from "vite";
import { loadBook } from "../book/book.ts";
import { print } from "../book/problems.ts";
import { listingModules } from "../resolve.ts";
import { tangle } from "../tangle.ts";

const book = loadBook();
tangle(book);
for (const problem of book.problems) console.error(print(problem));

// In Node tfjs and emscripten expect what only CommonJS has.
Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: import.meta.dirname });

// Node cannot load tfjs's modules by itself: they go through Vite.
const server = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "warn",
  plugins: [listingModules(), seedrandom(), emscripten()],
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  ssr: { noExternal: [/^@tensorflow\//, "@observablehq/plot", "seedrandom"] },
});
const { record } = (await server.ssrLoadModule("/src/build/record/record.ts")) as typeof import("./record.ts");
const problems = await record(book, process.argv.slice(2), console.log);
await server.close();
process.exit(problems.length > 0 ? 1 : 0);

/** tfjs imports this CommonJS package as a namespace; Node does not see the names in it. */
function seedrandom(): Plugin {
  const id = "\0seedrandom";
  return {
    name: "course:seedrandom",
    enforce: "pre",
    resolveId: (source) => (source === "seedrandom" ? id : undefined),
    load: (loaded) =>
      loaded === id ? `const all = require("seedrandom");\nexport default all;\nexport const { alea } = all;\n` : undefined,
  };
}

/** The scripts of the wasm backend are CommonJS, which Vite runs as it finds it; without them tfjs would quietly start on cpu. */
function emscripten(): Plugin {
  const script = /tfjs-backend-wasm\/wasm-out\/.*\.js$/;
  return {
    name: "course:emscripten",
    enforce: "pre",
    transform: (code, id) => {
      if (!script.test(id)) return undefined;
      const wrapped = `const module = { exports: {} }, exports = module.exports;\n${code}\nexport default module.exports;\n`;
      return id.endsWith(".worker.js") ? `${wrapped}export const { wasmWorkerContents } = module.exports;\n` : wrapped;
    },
  };
}
