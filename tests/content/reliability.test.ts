/** What the page 可靠性 says of the tests is so. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadBook } from "../../src/build/book/book.ts";
import { exercisesOfBook } from "../exercises/solutions.ts";
import { kinds } from "../fuzz/kinds.ts";
import { sections } from "../fuzz/sections.ts";
import { allCases } from "../kernel/errors/failures.ts";
import { snippets } from "../listing/analyse.snippets.ts";
import { SECTIONS } from "../listing/plan.simulator.ts";

const DATA = "content/about/data";

test("every test it names is there", () => {
  const page = readFileSync("content/about/reliability.mdx", "utf8");
  const named = [...page.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("its figures are those of the tests; with -u they are written anew", async () => {
  const book = loadBook();
  const figures = {
    listings: book.sections.flatMap(({ listings }) => listings).length,
    answers: book.sections.flatMap(({ alone }) => alone.filter(({ fence }) => fence.kind === "answer")).length,
    questions: exercisesOfBook().length,
    snippets: snippets.length,
    mistakes: allCases.length,
    sections: SECTIONS,
  };
  await expect(`${JSON.stringify(figures, null, 2)}\n`).toMatchFileSnapshot(`../../${DATA}/tests.json`);
});

test("its run of the fuzzer was one of all that is edited now", () => {
  const figures = JSON.parse(readFileSync(`${DATA}/fuzz.json`, "utf8")) as Record<string, number>;
  expect(figures, "npm run fuzz").toMatchObject({ kinds: kinds.length, sections: sections.length });
  expect(figures.edits).toBeGreaterThanOrEqual(1000);
});
