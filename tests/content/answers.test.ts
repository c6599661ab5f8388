/** Every formula that an answer displays holds, in numbers. */
import { describe, expect, test } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { randomFor, type Verified } from "./answers/numeric.ts";
import { descent } from "./answers/descent.ts";
import { maximum } from "./answers/maximum.ts";
import { regression } from "./answers/regression.ts";
import { distribution } from "./answers/softmax.ts";
import { training } from "./answers/training.ts";

const chapter = "content/linear-networks";

/** By exercise, its answer. */
const answers = new Map(
  readdirSync(chapter)
    .filter((name) => name.endsWith(".mdx"))
    .flatMap((name) => {
      const text = readFileSync(`${chapter}/${name}`, "utf8");
      return [...text.matchAll(/<Answer>([^]*?)<\/Answer>/g)].map(({ 1: body = "", index }): [string, string] => {
        const exercise = [...text.slice(0, index).matchAll(/<Exercise id="([^"]+)"/g)].at(-1)?.[1] ?? "";
        return [exercise, body.trim()];
      });
    }),
);
/** Without its listings. */
const proseOf = (exercise: string) => (answers.get(exercise) ?? "").replace(/```[^]*?```/g, "");
const displayed = [...answers.keys()].flatMap((exercise) => [...proseOf(exercise).matchAll(/\$\$([^]*?)\$\$/g)].map((found) => [exercise, found[1]!.trim()] as const));
const table: Verified[] = [...regression, ...descent, ...distribution, ...maximum, ...training];

describe("a formula", () => {
  test.each(table.map((row, i) => [...row, i] as const))("of %s holds: %s", (_, _tex, holds, i) => holds(randomFor(i)));

  test.each(table)("of %s stands in the answer: %s", (exercise, tex) => {
    expect(proseOf(exercise)).toContain(tex);
  });
});

test.each(displayed)("what the answer of %s displays is verified: %s", (exercise, formula) => {
  expect(
    table.filter(([of, tex]) => of === exercise && formula.includes(tex)),
    "add it to tests/content/answers/",
  ).not.toEqual([]);
});

test.each([...answers])("the answer of %s opens with its conclusion, has something to run, and tells common mistakes", (_, answer) => {
  expect(answer.startsWith("**")).toBe(true);
  expect(answer).toMatch(/^```ts #ex-/m);
  expect(answer).toMatch(/\n常见错误：\n\n- /);
});
