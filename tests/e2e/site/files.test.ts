/** The built folder as files: whole, small, and written for old browsers. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { files, html, pages, sections } from "./files.ts";

test("all seven sections and the opening are there", () => {
  expect(sections).toHaveLength(7);
  expect(existsSync("dist/linear-networks/index.html")).toBe(true);
});

test("nothing in the folder names another place to load from", () => {
  const loads = pages.flatMap((page) =>
    [...html(page).matchAll(/<(?:script|link|img|iframe|source)\b[^>]*\s(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(
      ([tag]) => `${page}: ${tag}`,
    ),
  );
  expect(loads.filter((load) => !load.includes('rel="canonical"'))).toEqual([]);
});

describe("weight", () => {
  test.each(sections)("the HTML of %s is at most 150 KiB, gzipped", (page) => {
    expect(gzipSync(readFileSync(join("dist", page))).length).toBeLessThanOrEqual(150 * 1024);
  });

  test.each(pages)("%s fetches at most 15 KiB of script, gzipped, before anybody touches it", (page) => {
    const scripts = [...html(page).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => join(dirname(page), src!));
    const all = closure(scripts);
    const bytes = [...all].map((file) => gzipSync(readFileSync(join("dist", file))).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(15 * 1024);
  });

  test("no file is over 25 MiB, which is what free hosts take", () => {
    expect(files.filter((file) => statSync(join("dist", file)).size > 25 * 2 ** 20)).toEqual([]);
  });

  test("the course without the data set is what 部署 says: under 3 MB gzipped, under 10 MB plain; the data under 31 MB", () => {
    const isData = (file: string) => file.startsWith("datasets/");
    const isTypes = (file: string) => file === "types.json" || file.includes("type-service-"); // fetched when switched on
    const [data, types, course] = [files.filter(isData), files.filter(isTypes), files.filter((file) => !isData(file) && !isTypes(file))];
    const sum = (of: string[], weigh: (bytes: Buffer) => number) =>
      of.reduce((total, file) => total + weigh(readFileSync(join("dist", file))), 0);
    expect(sum(course, (bytes) => gzipSync(bytes).length)).toBeLessThan(3e6);
    expect(sum(course, (bytes) => bytes.length)).toBeLessThan(10e6);
    expect(sum(data, (bytes) => bytes.length)).toBeLessThan(31e6);
    expect(sum(types, (bytes) => gzipSync(bytes).length)).toBeLessThan(1.5e6);
  });
});

/** Built-ins younger than the oldest browsers of ours (Chrome 109, Firefox 115, Safari 16.4), as they look when called. */
const tooNew = [
  ".toSorted(", ".toReversed(", ".toSpliced(", "Promise.withResolvers", "Promise.try(", "Object.groupBy", "Map.groupBy", "Array.fromAsync(", "Iterator.from(",
  ".symmetricDifference(", ".isSubsetOf(", ".isSupersetOf(", ".isDisjointFrom(", "RegExp.escape", "URL.parse(", "URL.canParse(", ".isWellFormed(", ".transferToFixedLength(",
  "Error.isError", "Float16Array(", "Math.sumPrecise", ".showPopover(", "setHTMLUnsafe", ".checkVisibility({", "scheduler.yield",
]; // prettier-ignore

test("no script calls a built-in that Chrome 109, Firefox 115 or Safari 16.4 lacks, unless it asks first", () => {
  const found = files
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => {
      const code = readFileSync(join("dist", file), "utf8");
      return tooNew.filter((name) => code.includes(name) && !asksFirst(code, name)).map((name) => `${file}: ${name}`);
    });
  expect(found).toEqual([]);
});

/** `URL.canParse?.(` or `typeof URL.canParse` somewhere in the file: the code knows that it may be absent */
function asksFirst(code: string, name: string): boolean {
  const bare = name.replace(/[({]+$/, "").replace(/^\./, "");
  return code.includes(`typeof ${bare}`) || code.includes(`${bare}?.(`);
}

/** Scripts with all they import statically. */
function closure(files: Iterable<string>, seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join("dist", file), "utf8");
    closure(
      [...code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["'](\.[^"']+)["']/g)].map(([, path]) =>
        join(dirname(file), path!),
      ),
      seen,
    );
  }
  return seen;
}
