/** Attempts in the sections and their checks fit together. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { judgeEntry } from "../../components/exercise/judge/entries.ts";
import { checked, loadCheck } from "../../components/exercise/registry.ts";
import { exercisesOfBook } from "./solutions.ts";

const chapter = "content/linear-networks";
const texts = readdirSync(chapter)
  .filter((name) => name.endsWith(".mdx"))
  .map((name) => readFileSync(`${chapter}/${name}`, "utf8"));

/** By exercise: the check its attempt names, and the text of the attempt. */
const attempts = texts.flatMap((text) =>
  [...text.matchAll(/<Attempt check="([^"]+)"(?: \/>|>([^]*?)<\/Attempt>)/g)].map(({ 1: check, 2: body = "", index }) => {
    const exercise = [...text.slice(0, index).matchAll(/<Exercise id="([^"]+)"/g)].at(-1)?.[1];
    return { exercise, check: check!, body };
  }),
);
const idsOf = (body: string, tag: string) => [...body.matchAll(new RegExp(`<${tag} id="([^"]+)"`, "g"))].map(([, id]) => id!);

test("the chapter has 38 questions, and every one can be tried", () => {
  expect(exercisesOfBook().length).toBe(38);
  expect(attempts.map(({ exercise }) => exercise).sort()).toEqual(exercisesOfBook().sort());
});

test("every attempt names the check of its own exercise, and no check is without an attempt", () => {
  expect(attempts.filter(({ exercise, check }) => exercise !== check)).toEqual([]);
  expect(attempts.map(({ check }) => check).sort()).toEqual([...checked].sort());
});

test.each(attempts.map((one) => [one.check, one.body] as const))("the attempt of %s has what its check asks for", async (id, body) => {
  const check = (await loadCheck(id))!;
  if (check.kind === "choice")
    expect(idsOf(body, "Choice").sort()).toEqual([...new Set([...check.right, ...Object.keys(check.says)])].sort());
  else if (check.kind === "order") {
    const steps = idsOf(body, "Step");
    for (const right of check.right) expect([...right].sort()).toEqual([...steps].sort());
    expect(judgeEntry(check, steps.join(" ")).verdict, "the steps are shuffled").toBe("fail");
  } else if (check.kind === "function") expect(body).toContain(`${check.name}(`);
  else expect(body.trim()).toBe("");
});

test("no right choice stands where it always stands", async () => {
  const places = new Set<number>();
  for (const { check: id, body } of attempts) {
    const check = (await loadCheck(id))!;
    if (check.kind === "choice") places.add(idsOf(body, "Choice").indexOf(check.right[0]!));
  }
  expect(places.size).toBeGreaterThan(1);
});
