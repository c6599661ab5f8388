/** Every formula of an answer that says something, displayed or in the line, holds in numbers. */
import { describe, expect, test } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { randomFor, type Verified } from "./answers/numeric.ts";
import { descent } from "./answers/descent.ts";
import { given } from "./answers/given.ts";
import { losses } from "./answers/losses.ts";
import { maximum } from "./answers/maximum.ts";
import { noise } from "./answers/noise.ts";
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
/** Of an answer: what it displays, and what within its lines says that something is, or is not, or tends to something. */
function formulasOf(exercise: string): string[] {
  const displayed = [...proseOf(exercise).matchAll(/\$\$([^]*?)\$\$/g)].map(([, tex]) => tex!.trim());
  const inLine = [...proseOf(exercise).replace(/\$\$[^]*?\$\$/g, "").matchAll(/\$([^$]+)\$/g)].map(([, tex]) => tex!);
  return [...displayed, ...inLine.filter((tex) => /[=<>]|\\(le|ge|ne|in|to|approx)(?![a-z])/.test(tex))];
}
const table: Verified[] = [...noise, ...regression, ...descent, ...losses, ...distribution, ...maximum, ...training];
const pieces = table.flatMap(([exercise, tex]) => [tex].flat().map((piece) => [exercise, piece] as const));

describe("a formula", () => {
  test.each(table.map(([exercise, tex, holds], i) => [exercise, [tex].flat().join("  "), holds, i] as const))("of %s holds: %s", (_, _tex, holds, i) =>
    holds(randomFor(i)),
  );

  test.each(pieces)("of %s stands in the answer: %s", (exercise, tex) => {
    expect(proseOf(exercise)).toContain(tex);
  });
});

test.each([...answers.keys()])("no formula of the answer of %s is left out", (exercise) => {
  const isVerified = (formula: string) => pieces.some(([of, tex]) => of === exercise && formula.includes(tex));
  const left = formulasOf(exercise).filter((formula) => !isVerified(formula));
  expect(new Set(left), "add it to tests/content/answers/; to given.ts only what says nothing").toEqual(new Set(given[exercise] ?? []));
});

test.each([...answers])("the answer of %s opens with its conclusion, has something to run, and tells common mistakes", (_, answer) => {
  expect(answer.startsWith("**")).toBe(true);
  expect(answer).toMatch(/^```ts #ex-/m);
  expect(answer).toMatch(/\n常见错误：\n\n- /);
});
