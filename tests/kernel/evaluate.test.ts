import { expect, test } from "vitest";
import { createEvaluate } from "../../src/kernel/module/evaluate.ts";

const text = (value: number) => `export default async ({ add }) => { let n = ${value}; n += add; return { get n() { return n } } }`;

/** The body of a listing, and the URL by which its frames are known. */
async function evaluated(evaluate: ReturnType<typeof createEvaluate>, id: string, code: string) {
  const urls: string[] = [];
  const body = await evaluate(id, code, (url) => urls.push(url));
  return { body, urls };
}

test("a listing run again as it stands is not compiled again, and its frames are known by the same URL", async () => {
  const evaluate = createEvaluate();
  const first = await evaluated(evaluate, "a", text(1));
  const again = await evaluated(evaluate, "a", text(1));
  expect(again.body).toBe(first.body);
  expect(again.urls).toEqual(first.urls);
  expect(again.urls).toHaveLength(1);
});

test("every run has variables of its own", async () => {
  const evaluate = createEvaluate();
  for (const add of [1, 2]) expect(await (await evaluated(evaluate, "a", text(1))).body({ add })).toEqual({ n: 1 + add });
});

test("an edited listing is compiled anew, and the old text does what it did", async () => {
  const evaluate = createEvaluate();
  const first = await evaluated(evaluate, "a", text(1));
  const edited = await evaluated(evaluate, "a", text(2));
  expect(edited.urls).not.toEqual(first.urls);
  expect(await edited.body({ add: 1 })).toEqual({ n: 3 });
  expect(await (await evaluated(evaluate, "a", text(1))).body({ add: 1 })).toEqual({ n: 2 });
});

test("a text that does not compile is tried again the next time", async () => {
  const evaluate = createEvaluate();
  for (let time = 0; time < 2; time++) await expect(evaluate("a", "export default (", () => {})).rejects.toThrow(SyntaxError);
});
