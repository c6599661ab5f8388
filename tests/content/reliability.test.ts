import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every test that the page 可靠性 names is there", () => {
  const page = readFileSync("content/about/reliability.mdx", "utf8");
  const named = [...page.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
