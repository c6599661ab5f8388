import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tangle, tangledFiles } from "../../src/build/tangle.ts";
import { bookOf, listing, temporaryFolder } from "./book.ts";

const tf = 'import * as tf from "@tensorflow/tfjs";\n';

test("a section becomes one module whose lines are those of the .mdx", () => {
  const book = bookOf({ "chapter/a.mdx": `文字\n\n${listing("one", "const x = 1;")}\n文字\n\n${listing("two", "console.log(\n  x);")}` });
  const lines = tangledFiles(book).get("chapter/a.ts")!.split("\n");
  const source = readFileSync(book.sections[0]!.file, "utf8").split("\n");
  expect(lines.filter((line) => line !== "")).toEqual(["const x = 1;", "console.log(", "  x);"]);
  lines.forEach((line, i) => line !== "" && expect(source[i]).toBe(line));
});

test("the answer of an exercise is a module of its own, starter code none", () => {
  const fence = "```ts\nconst x = 1;\n```";
  const book = bookOf({
    "chapter/a.mdx": `<Exercise id="1.1-1">\n\n<Attempt>\n\n${fence}\n\n</Attempt>\n\n<Answer>\n\n${fence}\n\n</Answer>\n\n</Exercise>`,
  });
  expect([...tangledFiles(book).keys()]).toEqual(["chapter/a/answer-1-1-1.ts", "d2l.ts", "d2l/names.ts"]);
});

describe("the library", () => {
  const files = () =>
    tangledFiles(
      bookOf({
        "chapter/a.mdx": listing(
          "load",
          `${tf}const pi = 3;\n/** 加倍 */\nexport function twice(x: tf.Tensor): tf.Tensor { return x.mul(2); }\nexport interface Pair { a: number }`,
        ),
        "chapter/b.mdx": listing(
          "use",
          `import { twice } from "d2l";\n${tf}export const four = (x: tf.Tensor): tf.Tensor => twice(twice(x));\nexport const pair = (p: Pair2) => p;\nexport type Pair2 = [number, number];\nconsole.log(1);`,
        ),
      }),
    );

  test("holds the exported declarations with their comments and the imports they use, and nothing else", () => {
    expect(files().get("d2l/a/load.ts")).toBe(`import * as tf from "@tensorflow/tfjs";

/** 加倍 */
export function twice(x: tf.Tensor): tf.Tensor { return x.mul(2); }

export interface Pair { a: number }
`);
  });

  test("takes an export of another section from its module", () => {
    expect(files().get("d2l/b/use.ts")).toContain('import { twice } from "../a/load.ts";');
    expect(files().get("d2l/b/use.ts")).not.toContain("console");
  });

  test("gives every name, types as types", () => {
    expect(files().get("d2l.ts")).toContain('export { twice } from "./d2l/a/load.ts";');
    expect(files().get("d2l.ts")).toContain('export type { Pair } from "./d2l/a/load.ts";');
  });

  test("tells by name which module to load; types are none", () => {
    expect(files().get("d2l/names.ts")).toContain('  twice: () => import("../d2l/a/load.ts"),');
    expect(files().get("d2l/names.ts")).not.toContain("Pair");
  });
});

test("files that would not change are left alone, those no longer made are removed", () => {
  const folder = temporaryFolder();
  tangle(bookOf({ "chapter/a.mdx": listing("a", "1;"), "chapter/b.mdx": listing("b", "2;") }), folder);
  const [kept, gone] = [join(folder, "chapter/a.ts"), join(folder, "chapter/b.ts")];
  utimesSync(kept, 1, 1);
  writeFileSync(join(folder, "tsbuildinfo"), "");
  tangle(bookOf({ "chapter/a.mdx": listing("a", "1;") }), folder);
  expect(statSync(kept).mtimeMs).toBe(1000);
  expect(existsSync(gone)).toBe(false);
  expect(existsSync(join(folder, "tsbuildinfo"))).toBe(true);
});
