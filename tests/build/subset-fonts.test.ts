import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Renamed } from "../../src/build/site/renamed.ts";
import { subsetFaces } from "../../src/build/site/subset-fonts.ts";

const faceOf = (name: string) => readFileSync(`node_modules/katex/dist/fonts/${name}.woff2`);
const sizes = async (pages: string[]) => {
  const faces = new Map(["KaTeX_Main-Regular", "KaTeX_Main-Bold"].map((name) => [`_astro/${name}.abc.woff2`, faceOf(name)]));
  const subsets = await subsetFaces(faces, pages);
  return Object.fromEntries(subsets.map(([file, bytes]) => [file.replace(/^_astro\/KaTeX_Main-|\.abc\.woff2$/g, ""), bytes.length]));
};

test("a face holds what stands in formulas, bold faces only what is bold there", async () => {
  const formula = (text: string) =>
    `<p>ABC<span class="katex-html" aria-hidden="true"><span class="base"><svg><path/></svg><span class="mord">${text}</span></span></span>DEF</p>`;
  const plain = await sizes([formula("x")]);
  const greek = await sizes([formula("ΓΔΘΛΞΠΣΥΦΨΩ")]);
  const outside = await sizes([`${formula("x")}ΓΔΘΛΞΠΣΥΦΨΩ`]);
  const bold = await sizes(['<span class="mord mathbf">XYZ</span>']);
  expect(plain["Regular"]).toBeLessThan(faceOf("KaTeX_Main-Regular").length * 0.6);
  expect(plain["Bold"]).toBeLessThan(2500); // nothing but the frame of a font
  expect(greek["Regular"]).toBeGreaterThan(plain["Regular"]! + 500);
  expect(greek["Bold"]).toBe(plain["Bold"]);
  expect(outside).toEqual(plain);
  expect(bold["Bold"]).toBeGreaterThan(plain["Bold"]! + 200);
});

const folder = mkdtempSync(join(tmpdir(), "renamed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file that is written anew is named by what it holds, and what is read afterwards refers to it so", () => {
  writeFileSync(join(folder, "face.AAAAAAAA.woff2"), "old");
  writeFileSync(join(folder, "style.BBBB_B-B.css"), "url(face.AAAAAAAA.woff2)");
  const renamed = new Renamed(folder);
  renamed.replace("face.AAAAAAAA.woff2", "new");
  renamed.replace("style.BBBB_B-B.css", renamed.read("style.BBBB_B-B.css"));
  const files = readdirSync(folder).sort();
  expect(files).toEqual([expect.stringMatching(/^face\.[\da-f]{8}\.woff2$/), expect.stringMatching(/^style\.[\da-f]{8}\.css$/)]);
  expect(readFileSync(join(folder, files[1]!), "utf8")).toBe(`url(${files[0]})`);
});
