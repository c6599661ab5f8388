import { readdirSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parse as parseJs } from "@babel/parser";
import tsBlankSpace from "ts-blank-space";
import { expect, test } from "vitest";
import { erase } from "../../src/listing/source/erase.ts";
import { parse } from "../../src/listing/source/parse.ts";

/** The tree of JavaScript without places and empty statements; undefined when it is none. */
function tree(code: string): string | undefined {
  try {
    const { program } = parseJs(code, { sourceType: "module", errorRecovery: false });
    return JSON.stringify(program, (key, value: unknown) => {
      if (["start", "end", "loc", "extra", "leadingComments", "trailingComments", "innerComments"].includes(key)) return undefined;
      return Array.isArray(value) ? value.filter((one: { type?: string } | null) => one?.type !== "EmptyStatement") : value;
    });
  } catch {
    return undefined;
  }
}

function ours(source: string): string | undefined {
  try {
    return erase(parse(source), source, "keep");
  } catch {
    return undefined;
  }
}

function theirs(source: string): string | undefined {
  let refused = false;
  const code = tsBlankSpace(source, () => (refused = true));
  return refused ? undefined : code;
}

/** Every TypeScript source in node_modules, each text once. */
function* sources(folder: string, seen = new Set<string>()): Generator<[path: string, source: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path, seen);
    else if (/(?<!\.d)\.m?ts$/.test(entry.name)) {
      const source = readFileSync(path, "utf8");
      const hash = createHash("sha1").update(source).digest("hex");
      if (!seen.has(hash)) yield [path, source];
      seen.add(hash);
    }
  }
}

test("the eraser agrees with ts-blank-space on every TypeScript file at hand", () => {
  let same = 0;
  let refused = 0;
  const differ: string[] = [];
  for (const [path, source] of sources("node_modules")) {
    const [mine, other] = [ours(source), theirs(source)];
    const [mineTree, otherTree] = [mine === undefined ? undefined : tree(mine), other === undefined ? undefined : tree(other)];
    if (mineTree !== otherTree) differ.push(path);
    else if (mine === undefined || mineTree === undefined) refused++;
    else {
      same++;
      expect(mine.length, path).toBe(source.length);
      expect(mine.split("\n").length, path).toBe(source.split("\n").length);
    }
  }
  console.log({ same, refused, differ });
  expect(differ).toEqual([]);
  expect(same).toBeGreaterThan(600);
}, 120_000);
