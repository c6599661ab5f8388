/** Every check accepts what is right and names what is wrong, with the code that judges in the page. */
import { describe, expect, test } from "vitest";
import { createRunner } from "../../src/kernel/run.ts";
import type { Run } from "../../src/kernel/judge.ts";
import type { FunctionCheck } from "../../components/exercise/check.ts";
import { judgeEntry } from "../../components/exercise/judge/entries.ts";
import { judgeFunction } from "../../components/exercise/judge/function.ts";
import { checked, loadCheck } from "../../components/exercise/registry.ts";
import { entries } from "./entries.ts";
import { answersWith, readSolutions, starterOf } from "./solutions.ts";

/** A kernel without a worker. */
function nodeKernel(): Run {
  const runner = createRunner({ seed: 1 });
  return async (program) => {
    const outcome = await runner.run(program, () => {});
    return outcome.ok ? { state: "done", result: outcome.result } : { state: "failed", error: outcome.error, result: outcome.result };
  };
}

const judgeSource = (check: FunctionCheck, source: string, seed: number) =>
  judgeFunction(check, source, { id: "attempt", seed, run: nodeKernel() });

for (const exercise of checked.sort()) {
  const check = (await loadCheck(exercise))!;

  if (check.kind !== "function") {
    describe(`${exercise} (${check.kind})`, () => {
      const rows = entries[exercise] ?? [];
      test("has entries to accept and to refuse", () => {
        expect(rows.filter(([, verdict]) => verdict === "pass").length).toBeGreaterThanOrEqual(1);
        expect(rows.filter(([, verdict]) => verdict !== "pass").length).toBeGreaterThanOrEqual(2);
      });
      test.each(rows)("%j is: %s", (entry, expected) => {
        const { verdict, name } = judgeEntry(check, entry);
        expect(verdict === "pass" ? "pass" : `${verdict} ${name}`).toBe(expected);
      });
      test("no misconception is without an entry", () => {
        const names =
          check.kind === "choice"
            ? Object.keys(check.says).map((id) => (check.right.includes(id) ? `without-${id}` : id))
            : check.misconceptions.map(({ name }) => name);
        expect(names.filter((name) => !rows.some(([, verdict]) => verdict === `fail ${name}`))).toEqual([]);
      });
      if (check.kind === "number")
        test("no sentence against a mistake quotes the number", () => {
          const told = check.misconceptions.flatMap(({ says }) => says.match(/\d+(\.\d+)?/g) ?? []);
          expect(told.filter((number) => judgeEntry(check, number).verdict === "pass")).toEqual([]);
        });
    });
    continue;
  }

  describe(`${exercise} (function)`, () => {
    const solutions = readSolutions(exercise);
    const answers = answersWith(exercise, check.name);
    test("has an answer in code, another solution to accept and three to refuse", () => {
      expect(answers.length, `a listing of the answer should declare ${check.name}`).toBeGreaterThanOrEqual(1);
      expect(solutions.filter(({ verdict }) => verdict === "pass").length).toBeGreaterThanOrEqual(1);
      const named = check.misconceptions.map(({ name }) => `fail ${name}`);
      expect(solutions.filter(({ verdict }) => named.includes(verdict)).length).toBeGreaterThanOrEqual(3);
    });
    test.each(solutions.map((one) => [one.title, one.verdict, one.source] as const))("%s: %s", async (_, expected, source) => {
      for (const seed of [1, 2]) {
        const { verdict, name, says } = await judgeSource(check, source, seed);
        expect(verdict === "pass" ? "pass" : `${verdict} ${name}`, says).toBe(expected);
      }
    });
    test.each(answers.map((one) => [one.title, one.source] as const))("the answer's own listing %s passes", async (_, source) => {
      const { verdict, says } = await judgeSource(check, source, 1);
      expect(verdict, says).toBe("pass");
    });
    test("no misconception is without a solution", () => {
      expect(
        check.misconceptions.map(({ name }) => name).filter((name) => !solutions.some(({ verdict }) => verdict === `fail ${name}`)),
      ).toEqual([]);
    });
    const starter = starterOf(exercise);
    test.skipIf(starter === undefined)("the starter code has blanks and names the function", async () => {
      expect((await judgeSource(check, starter!, 1)).name).toBe("blank");
      expect(starter).toContain(check.name);
    });
  });
}
