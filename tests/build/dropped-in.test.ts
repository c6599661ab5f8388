/** A section is added by adding one file: the whole build, on a small book of its own. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const book = mkdtempSync(join(tmpdir(), "book-"));
/** within the repository, so that two builds at a time do not share Astro's intermediate files */
const site = join("test-results", "dropped-in");
const astro = ["node_modules/astro/bin/astro.mjs", "build", "--outDir", site];
const env = { ...process.env, BOOK: book, NODE_ENV: "production", VITEST: "", SITE_URL: "https://example.org/dl" };

const page = (path: string) => readFileSync(join(site, path, "index.html"), "utf8");

beforeAll(() => {
  cpSync("tests/fixtures/small", book, { recursive: true });
  cpSync("tests/fixtures/dropped-in.mdx", join(book, "chapter/third.mdx"));
  mkdirSync("test-results", { recursive: true });
  execFileSync(process.execPath, ["src/build/record/main.ts"], { env, stdio: ["ignore", "ignore", "inherit"] });
  execFileSync(process.execPath, astro, { env, stdio: ["ignore", "ignore", "inherit"] });
}, 120_000);
afterAll(() => {
  rmSync(book, { recursive: true });
  rmSync(site, { recursive: true, force: true });
});

test("it is in the navigation, between its neighbours", () => {
  expect(page("chapter/first")).toContain('href="../third/"');
  expect(page("chapter/second")).toMatch(/<a rel="next" href="\.\.\/third\/"/);
  expect(page("chapter/third")).toMatch(/<a rel="prev" href="\.\.\/second\/"/);
});

test("its references are resolved, each in one piece, and its heading has number and id", () => {
  const html = page("chapter/third");
  expect(html).toContain('<a href="../second/" class="reference">1.2\u00a0节</a>');
  expect(html).toContain('<a href="../first/#twice" class="reference">清单\u00a01.1-1</a>');
  expect(html).toMatch(/<section class="block"><h2 id="fourfold-heading"><span class="number">1\.3\.1<\/span> 四倍/);
});

test("its listing is recorded, and the record is in the page with the number quoted from it", () => {
  const record = JSON.parse(readFileSync(join(book, "chapter/third.record.json"), "utf8"));
  expect(record.listings.fourfold).toMatchObject({ assigned: [], values: { twelve: 12 } });
  expect(page("chapter/third")).toMatch(/data-listing="fourfold"[\s\S]*data-outputs[\s\S]*十二：[\s\S]*记录说是 <data[^>]*>12<\/data>/);
});

test("its export has joined the library", () => {
  const part = readdirSync(join(site, "_astro")).find((file) => file.startsWith("fourfold-"));
  expect(readFileSync(join(book, ".tangled/d2l.ts"), "utf8")).toContain('export { fourfold } from "./d2l/third/fourfold.ts";');
  expect(part).toBeDefined();
});

test("every address of the built folder is relative, and every page carries the policy", () => {
  for (const path of ["", "chapter", "chapter/third"]) {
    const html = page(path);
    expect(html).toContain('<meta http-equiv="content-security-policy"');
    expect(html).not.toMatch(/<[^>]+\s(?:href|src)="\//);
  }
  for (const file of readdirSync(join(site, "_astro")).filter((name) => name.endsWith(".css"))) {
    expect(readFileSync(join(site, "_astro", file), "utf8")).not.toMatch(/url\(["']?\//);
  }
});

test("what browsers get uses nothing that is newer than they are", () => {
  const tooNew =
    /\.(?:toSorted|toReversed|toSpliced|isWellFormed)\(|Promise\.(?:withResolvers|try)\b|(?:Object|Map)\.groupBy\b|Array\.fromAsync\b|\bRegExp\.escape\b/;
  for (const file of readdirSync(join(site, "_astro")).filter((name) => name.endsWith(".js"))) {
    expect(readFileSync(join(site, "_astro", file), "utf8").match(tooNew)?.[0], file).toBeUndefined();
  }
});

test("a type error in it stops the build with the line of the .mdx and what to do", () => {
  const third = join(book, "chapter/third.mdx");
  writeFileSync(third, readFileSync(third, "utf8").replace("const twelve =", "const twelve: string ="));
  const { status, stdout, stderr } = spawnSync(process.execPath, astro, { env, encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(
    /third\.mdx:20:7\n\s+expected: code that type-checks\n\s+found:\s+Type 'number' is not assignable to type 'string'/,
  );
}, 60_000);

test("told its address, the site has canonical addresses, cards that are there, and a sitemap of all its pages", () => {
  const third = page("chapter/third");
  expect(third).toContain('<link rel="canonical" href="https://example.org/dl/chapter/third/">');
  const [, image] = /<meta property="og:image" content="https:\/\/example\.org\/dl\/([^"]+)">/.exec(third) ?? [];
  expect(existsSync(join(site, image ?? "no og:image"))).toBe(true);
  expect(readFileSync(join(site, "sitemap.xml"), "utf8")).toContain("<loc>https://example.org/dl/chapter/third/</loc>");
});
