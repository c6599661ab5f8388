import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import type { TypeFiles } from "../editor/types/protocol.ts";
import { tangled } from "./resolve.ts";

/**
 * What the libraries name of a browser, which is worth 2 MB of declarations: as much of it as listings use, the rest as empty names.
 * `display` is declared here as in `src/kernel/outputs/globals.d.ts`.
 */
const BROWSER = `
declare const display: import("./src/kernel/outputs/types.ts").Display;
declare const console: { log(...values: unknown[]): void; warn(...values: unknown[]): void; error(...values: unknown[]): void; table(rows: unknown): void; time(label?: string): void; timeEnd(label?: string): void };
declare const performance: { now(): number };
declare function setTimeout(action: (...values: any[]) => void, milliseconds?: number): number;
declare function fetch(url: string): Promise<{ ok: boolean; status: number; json(): Promise<unknown>; text(): Promise<string>; arrayBuffer(): Promise<ArrayBuffer> }>;
declare function structuredClone<T>(value: T): T;
`;
const EMPTY =
  "HTMLElement HTMLCanvasElement HTMLImageElement HTMLVideoElement HTMLFormElement HTMLFieldSetElement SVGElement SVGSVGElement SVGGElement Element Node Document Window ImageData ImageBitmap OffscreenCanvas CanvasRenderingContext2D OffscreenCanvasRenderingContext2D WebGLRenderingContext WebGL2RenderingContext WebGLTexture WebGLBuffer WebGLProgram GPUBuffer GPUDevice Event EventTarget File Blob Request RequestInit Response Headers URL Worker Storage CacheStorage Cache IDBFactory IDBDatabase MediaTrackConstraints MediaStreamConstraints MediaStream AudioContext AnalyserNode FileList Intl_ TextMetrics HTMLInputElement MessagePort ReadableStream AbortSignal Navigator Performance".split(
    " ",
  );

/** All declarations listings see, with paths from the root of the repository. */
export function typeFiles(folder = tangled): TypeFiles {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve("tsconfig.listings.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const packages = {
    "@tensorflow/tfjs": resolve("src/kernel/tf.ts"),
    d2l: join(folder, "d2l.ts"),
    datasets: resolve("src/datasets/index.ts"),
    "@observablehq/plot": resolve("node_modules/@observablehq/plot/src/index.d.ts"),
  };
  const paths = { ...config!.options.paths, d2l: [packages.d2l] };
  const options = {
    ...config!.options,
    paths,
    noEmit: true,
    incremental: false,
    tsBuildInfoFile: undefined,
    lib: ["lib.es2022.d.ts"],
    preserveSymlinks: true,
  };
  const program = ts.createProgram({ rootNames: [...Object.values(packages), resolve("src/kernel/outputs/types.ts")], options });
  const name = (path: string) => {
    const lib = /\/typescript\/lib\/(lib\.[^/]*\.d\.ts)$/.exec(path); // which may lie anywhere, behind links
    if (lib) return `/lib/${lib[1]}`;
    return path.startsWith(folder) ? `/d2l/${relative(folder, path)}` : `/${relative(resolve("."), path)}`;
  };
  const sources = program.getSourceFiles().filter(({ fileName }) => /\.ts$/.test(fileName) && !/\/(@webgpu|@types)\//.test(fileName));
  const files = Object.fromEntries(sources.map(({ fileName }) => [name(fileName), bare(readFileSync(fileName, "utf8"))]));
  const parts = sources
    .map(({ fileName }) => /node_modules\/(@tensorflow\/tfjs-[a-z]+)\/dist\/index\.d\.ts$/.exec(fileName))
    .filter((part) => part !== null);
  return {
    files: { ...files, "/globals.d.ts": BROWSER + EMPTY.map((one) => `interface ${one} {}`).join("\n") },
    packages: {
      ...Object.fromEntries(Object.entries(packages).map(([specifier, path]) => [specifier, name(path)])),
      ...Object.fromEntries(parts.map((part) => [part[1]!, `/node_modules/${part[1]!}/dist/index.d.ts`])),
    },
  };
}

/**
 * Without licence headers, pointers to source maps and what a popup has no room for: of a comment its first paragraph and its parameters
 * stay. TypeScript parses comments as well, and of some libraries they are the greater part.
 */
function bare(text: string): string {
  return text
    .replace(/^(?:\/\/\/? <amd-module.*\n|\/\/\/ <reference types.*\n)+/gm, "")
    .replace(/\/\/# sourceMappingURL=.*/g, "")
    .replace(/\/\*[\s\S]*?\*\//g, comment);
}

function comment(text: string): string {
  if (!text.startsWith("/**") || /Copyright|@license/.test(text)) return "";
  const lines = text.slice(3, text.lastIndexOf("*/")).replace(/^[ \t]*\*[ \t]?/gm, "");
  const [first = ""] = lines.trim().split(/\n[ \t]*\n|```|^[ \t]*@/m);
  const parameters = [...lines.matchAll(/^[ \t]*@param[^@]*?(?=\n[ \t]*\n|\n[ \t]*@|$(?![\s\S]))/gm)].map(([parameter]) =>
    parameter.trim(),
  );
  const kept = [first.trim(), ...parameters].filter(Boolean).join("\n");
  return kept ? `/** ${kept} */` : "";
}
