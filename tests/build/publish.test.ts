import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { cardsOf, keyOf, size } from "../../src/build/cards/card.ts";
import { hashes, withPolicy } from "../../src/build/site/csp.ts";
import { writeHostFiles } from "../../src/build/site/headers.ts";
import { withCard, writeSitemap } from "../../src/build/site/public-address.ts";
import { zip } from "../../src/build/publish/zip.ts";

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "publish-"));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));
const bytes = (text: string) => new TextEncoder().encode(text);

test("an archive holds what was put in, compressed where that helps, under names in any script", () => {
  const long = "线性回归".repeat(500);
  const entries = { "course/index.html": long, "course/数据/a.bin": "x" };
  const archive = zip(Object.entries(entries).map(([path, text]) => ({ path, bytes: bytes(text) })));
  expect(archive.length).toBeLessThan(600);
  expect(unpack(archive)).toEqual(entries);
});

test("the same files make the same archive", () => {
  const entries = [{ path: "a", bytes: bytes("a") }];
  expect(zip(entries).equals(zip(entries))).toBe(true);
});

test("Python's zipfile finds no fault with an archive", ({ skip }) => {
  const path = join(folder(), "a.zip");
  writeFileSync(
    path,
    zip([
      { path: "a/线.txt", bytes: bytes("一二三") },
      { path: "b", bytes: bytes("0".repeat(5000)) },
    ]),
  );
  const check = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(','.join(z.namelist()))";
  let names: string;
  try {
    names = execFileSync("python3", ["-c", check, path], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf8" } }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") skip("no python3 here");
    throw error;
  }
  expect(names).toBe("a/线.txt,b");
});

test("the headers file carries the policy of the pages, with the hash of the one inline script", () => {
  const page = '<meta charset="utf-8"><script data-hashed="root">go()</script>';
  const path = folder();
  writeHostFiles(path, ["<p>", page]);
  const [hash] = hashes(page);
  expect(hash).toMatch(/^'sha256-/);
  expect(withPolicy(page)).toContain(`script-src 'self' ${hash} `);
  expect(readFileSync(join(path, "_headers"), "utf8")).toContain(
    `Content-Security-Policy: default-src 'self'; script-src 'self' ${hash} 'wasm-unsafe-eval'`,
  );
});

test("a page of a site with an address has a card and a canonical address", () => {
  const html = '<head><title>3.1 线性回归 · 书</title><meta name="description" content="一条直线。"></head>';
  const pictures = new Set(["cards/course.png", "cards/x.png"]);
  const card = withCard(html, "linear-networks/x/index.html", "https://example.org/dl/", pictures);
  expect(card).toContain('<link rel="canonical" href="https://example.org/dl/linear-networks/x/">');
  expect(card).toContain('<meta property="og:title" content="3.1 线性回归 · 书">');
  expect(card).toContain('<meta property="og:description" content="一条直线。">');
  expect(card).toContain('<meta property="og:image" content="https://example.org/dl/cards/x.png">');
  expect(card).toContain('<meta name="twitter:card" content="summary_large_image">');
  expect(withCard(html, "glossary/index.html", "https://example.org/dl/", pictures)).toContain("/dl/cards/course.png");
  expect(withCard(html, "404.html", "https://example.org/", pictures)).not.toContain("canonical");
});

test("every section has a card, of the size that cards have, drawn from what the book says now", () => {
  const cards = cardsOf(loadBook());
  const now = Object.fromEntries(cards.map((card) => [card.name, keyOf(card)]));
  const drawn = JSON.parse(readFileSync("src/build/cards/drawn.json", "utf8"));
  expect(drawn, "the cards are older than the book: npm run cards").toEqual(now);
  const sizes = cards
    .map(({ name }) => readFileSync(join("public/cards", `${name}.png`)))
    .map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)]);
  expect(sizes).toEqual(cards.map(() => [size.width, size.height]));
});

test("the sitemap lists the pages, not the one for missing ones", () => {
  const path = folder();
  writeSitemap(path, ["index.html", "a/index.html", "404.html"], "https://example.org/");
  const map = readFileSync(join(path, "sitemap.xml"), "utf8");
  expect([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)).toEqual(["https://example.org/", "https://example.org/a/"]);
  expect(readFileSync(join(path, "robots.txt"), "utf8")).toContain("Sitemap: https://example.org/sitemap.xml");
});

/** Reads the central directory and what it points at. */
function unpack(archive: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  const end = archive.length - 22;
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i++) {
    const [method, size, length, offset] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const name = archive.toString("utf8", at + 46, at + 46 + length);
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const data = archive.subarray(start, start + size);
    files[name] = (method === 8 ? inflateRawSync(data) : data).toString("utf8");
    at += 46 + length;
  }
  return files;
}
