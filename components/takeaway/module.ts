import type { Library, SavedDeclaration } from "../../src/layouts/takeaway.ts";
import { takeImports, type Imported } from "./imports.ts";

export interface TakenListing {
  number: string;
  title: string;
  source: string;
  /** it is meant to throw: the rest is to run all the same */
  throws: boolean;
}

export interface TakenSection {
  name: string;
  slug: string;
  /** where it was taken from */
  url: string;
  /** absolute URL of the site's root: where the data come from */
  root: string;
  tier: "quick" | "full";
  /** where it computes: in JavaScript (`cpu`) or, ten times as fast with large tensors, in WebAssembly */
  backend: "cpu" | "wasm";
  listings: readonly TakenListing[];
}

/** Stands in for what the page shows: numbers are printed, tensors with their values, pictures are named. */
const DISPLAY = `(tf.Tensor.prototype as any)[Symbol.for("nodejs.util.inspect.custom")] = function (this: tf.Tensor) {
  return this.toString();
};
const display: any = (() => {
  const handle = { update() {}, end() {} };
  const show = (value: any) => (console.log(value instanceof tf.Tensor ? value.toString() : value), handle);
  return Object.assign(show, { images: () => (console.log("（一组图像：在网页里看）"), handle), table: (rows: any) => (console.table(rows), handle), progress: () => handle });
})();`;

const plot = (local: string) => `const ${local}: any = new Proxy({}, { get: () => () => "（一张图：在网页里看）" });`;

/**
 * A section as one TypeScript module for Node: its listings in order, before them what they take from `d2l` and the data sets.
 * Only TensorFlow.js has to be installed, for the backend `wasm` with that package of its; charts and pictures are named where they would stand.
 */
export function nodeModule(section: TakenSection, library: Library): string {
  const taken = section.listings.map((listing) => ({ ...listing, ...takeImports(listing.source) }));
  const imported = unique(taken.flatMap((listing) => listing.imported));
  const saved = closure(
    library.d2l,
    imported.flatMap((one) => (one.specifier === "d2l" ? [one.imported] : [])),
  );
  const all = unique([...imported, ...saved.flatMap((one) => one.imports)]);
  const of = (specifier: string) => all.filter((one) => one.specifier === specifier);
  const aliases = imported.filter(({ specifier, imported: name, local }) => specifier === "d2l" && name !== local && name !== "*");

  const standIns = of("@observablehq/plot").flatMap(({ imported: name, local }) => (name === "*" ? [plot(local)] : []));
  const body = taken.map(
    ({ number, title, rest, throws }) => `// ${["清单", number, title].filter(Boolean).join(" ")}\n${throws ? caught(rest) : rest}`,
  );
  const isWasm = section.backend === "wasm";
  const packages = ["@tensorflow/tfjs", ...(isWasm ? ["@tensorflow/tfjs-backend-wasm"] : [])];
  const wasm = isWasm ? [`import "@tensorflow/tfjs-backend-wasm";`, `await tf.setBackend("wasm");`] : [];
  const parts = [
    `// ${section.name}（${section.url}）`,
    `// Node 22.18 起直接运行：npm install ${packages.map((name) => `${name}@${library.tfjs}`).join(" ")} && node ${section.slug}.ts`,
    [`import * as tf from "@tensorflow/tfjs";`, ...wasm, ...tensorflow(of("@tensorflow/tfjs"))].join("\n"),
    [DISPLAY, ...standIns].join("\n"),
    of("datasets").length > 0 ? datasets(section, library) : "",
    ...shelved(saved, imported, taken.map(({ rest }) => rest).join("\n")),
    aliases.map(({ imported: name, local }) => `const ${local} = ${name};`).join("\n"),
    ...body,
  ];
  const [first, second, third, ...rest] = parts.filter(Boolean);
  return `${[[first, second, third].join("\n"), ...rest].join("\n\n")}\n`;
}

/** What listings import of TensorFlow.js otherwise than as `tf`. */
function tensorflow(names: readonly Imported[]): string[] {
  return names.flatMap(({ imported, local }) => {
    if (imported === "*") return local === "tf" ? [] : [`const ${local} = tf;`];
    return [`const ${local === imported ? `{ ${local} }` : `{ ${imported}: ${local} }`} = tf;`];
  });
}

/** A failing listing declares nothing, so it may stand in a block. */
function caught(code: string): string {
  return `try {\n${code}\n} catch (error) {\n  console.log(String(error)); // 书里就是要它出错\n}`;
}

function datasets({ root, tier }: TakenSection, library: Library): string {
  const given = `datasets.provide({ root: ${JSON.stringify(root)}, fetch, tier: ${JSON.stringify(tier)}, progress: false });`;
  return `(globalThis as any).tf = tf;\n// 数据集：从课程的网站下载\n${library.datasets.replace(/^var datasets\b/m, "var datasets: any")}\n${given}\nconst { FashionMNIST } = datasets;`;
}

/** The declarations of these names with all they lean on, in reading order. */
function closure(d2l: readonly SavedDeclaration[], names: readonly string[]): SavedDeclaration[] {
  const wanted = new Set<SavedDeclaration>();
  const add = (name: string) => {
    for (const one of d2l.filter(({ names }) => name === "*" || names.includes(name))) {
      if (wanted.has(one)) continue;
      wanted.add(one);
      one.needs.forEach(add);
    }
  };
  names.forEach(add);
  return d2l.filter((one) => wanted.has(one));
}

/**
 * The declarations one after the other; in a function of their own, which gives out what the section imports, when the section uses one
 * of their other names for something else.
 */
function shelved(saved: readonly SavedDeclaration[], imported: readonly Imported[], section: string): string[] {
  const wanted = (name: string) => imported.some((one) => one.specifier === "d2l" && (one.imported === name || one.imported === "*"));
  const helpers = saved.flatMap(({ names }) => names).filter((name) => !wanted(name));
  const declares = (name: string) =>
    new RegExp(
      `^(?:export\\s+)?(?:async\\s+)?(?:const|let|function\\*?|class|type|interface)\\s+${name.replaceAll("$", "\\$")}\\b`,
      "m",
    ).test(section);
  const codes = saved.map(({ code }) => code);
  if (!helpers.some(declares)) return codes;
  const isType = ({ code }: SavedDeclaration) =>
    /^(?:type|interface)\s/m.test(code) && !/^(?:const|let|class|(?:async\s+)?function)\b/m.test(code);
  const values = saved.filter((one) => !isType(one)).flatMap(({ names }) => names.filter(wanted));
  const types = saved.filter((one) => isType(one) && one.names.some(wanted)).map(({ code }) => code);
  return [...types, `const { ${values.join(", ")} } = (() => {\n${codes.join("\n\n")}\nreturn { ${values.join(", ")} };\n})();`];
}

function unique(names: readonly Imported[]): Imported[] {
  return [...new Map(names.map((one) => [`${one.specifier} ${one.imported} ${one.local}`, one])).values()];
}
