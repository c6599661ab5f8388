/** Sections taken away: their modules run under plain Node, next to nothing but TensorFlow.js. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { takeImports } from "../../../components/takeaway/imports.ts";
import { nodeModule } from "../../../components/takeaway/module.ts";
import { cellsOf, notebook, sectionCells } from "../../../components/takeaway/notebook.ts";
import { loadBook } from "../../../src/build/book/book.ts";
import { savedDeclarations } from "../../../src/build/takeaway.ts";
import { compile } from "../../../src/listing/compile.ts";

const book = loadBook();
const library = {
  tfjs: "4.22.0",
  d2l: savedDeclarations(book),
  datasets: "var datasets = { FashionMNIST: {}, provide() {} };",
  pytorch: {},
};

function moduleOf(slug: string, backend: "cpu" | "wasm" = "cpu"): string {
  const section = book.sections.find((one) => one.slug === slug)!;
  const listings = section.listings.map(({ number, title = "", source, error }) => ({
    number,
    title,
    source,
    throws: error !== undefined,
  }));
  return nodeModule(
    { name: section.front.title, slug, url: "http://localhost/", root: "http://localhost/", tier: "quick", backend, listings },
    library,
  );
}

/** Runs a module in a folder that has TensorFlow.js and nothing of this repository; gives what it prints. */
async function run(text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "taken-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("node_modules/@tensorflow"), join(folder, "node_modules/@tensorflow"));
    writeFileSync(join(folder, "section.ts"), text);
    const { stdout } = await promisify(execFile)(process.execPath, ["section.ts"], { cwd: folder, maxBuffer: 1e8 });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("section 3.2 runs under Node and its loss falls", { timeout: 120_000 }, async () => {
  const text = moduleOf("linear-regression-scratch");
  expect(
    text
      .split("\n")
      .slice(0, 3)
      .map((line) => line.slice(0, 2)),
  ).toEqual(["//", "//", "im"]);
  const loss = /epoch 3, loss (\S+)/.exec(await run(text))?.[1];
  expect(Number(loss)).toBeLessThan(1e-3);
});

test("a section that computes in WebAssembly says in its head what that takes", () => {
  const [, how, ...code] = moduleOf("softmax-regression-concise", "wasm").split("\n");
  expect(how).toContain("npm install @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 && node softmax-regression-concise.ts");
  expect(code.slice(1, 3)).toEqual([`import "@tensorflow/tfjs-backend-wasm";`, `await tf.setBackend("wasm");`]);
});

test("every section is a module that compiles, imports nothing but TensorFlow.js and declares no name twice", () => {
  for (const { slug, listings } of book.sections) {
    if (listings.length === 0) continue;
    const compiled = compile(moduleOf(slug));
    expect(compiled.imports.map(({ specifier }) => specifier)).toEqual(["@tensorflow/tfjs"]);
    const names = compiled.declares.filter(({ kind }) => kind !== "type").map(({ name }) => name);
    expect([slug, names.filter((name, i) => names.indexOf(name) !== i)]).toEqual([slug, []]);
  }
});

test.each([
  [`import * as tf from "@tensorflow/tfjs";\n\nf();`, "f();", ["*:tf"]],
  [`import { a, type B as C } from "d2l";\nf();`, "f();", ["a:a", "B:C"]],
  [`import {\n  a,\n  b as c,\n} from "d2l"\nf();`, "f();", ["a:a", "b:c"]],
  [`import Plot from 'x';`, "", ["default:Plot"]],
  [`const imported = 1;`, "const imported = 1;", []],
])("%j is parted from its imports", (source, rest, names) => {
  const taken = takeImports(source);
  expect(taken.rest).toBe(rest);
  expect(taken.imported.map(({ imported, local }) => `${imported}:${local}`)).toEqual(names);
});

test("a notebook holds the PyTorch versions in order below their headings, exercises left out", () => {
  const { document } = parseHTML(`<article>
    <h2 id="a"><span>1</span> 数据</h2><h3 id="b">没有代码</h3>
    <course-listing><div class="pytorch-body"><pre>import torch
x = 1
</pre><ul><li>说明</li></ul></div></course-listing>
    <details><div class="pytorch-body"><pre>y = 2</pre></div></details>
    <div data-exercise="1"><div class="pytorch-body"><pre>no</pre></div></div></article>`);
  const cells = cellsOf(document as unknown as ParentNode);
  expect(cells.map(({ kind, text }) => [kind, text])).toEqual([
    ["markdown", "### 没有代码"],
    ["code", "import torch\nx = 1"],
    ["code", "y = 2"],
  ]);
  const written = JSON.parse(notebook(cells)) as {
    nbformat: number;
    cells: { cell_type: string; source: string[]; outputs?: unknown[] }[];
  };
  expect(written.nbformat).toBe(4);
  expect(written.cells.map(({ cell_type: type, source }) => [type, source.join("")])).toEqual(cells.map(({ kind, text }) => [kind, text]));
  expect(written.cells[1]!.outputs).toEqual([]);
});

test.each([
  [undefined, ["markdown # 3.1", "code x = 1"]],
  ["def f(): ...", ["markdown # 3.1", "markdown 本节用到的、前面各节定义过的函数和类。先运行这一格：", "code def f(): ...", "code x = 1"]],
])("a notebook whose section uses %j of earlier sections begins with it", (prelude, cells) => {
  const found = sectionCells("# 3.1", prelude, [{ kind: "code", text: "x = 1" }]);
  expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual(cells);
});
