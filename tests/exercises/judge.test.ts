/** What is common to all checks: the order of the steps, the words, the plain data. */
import { describe, expect, test } from "vitest";
import { check, matrix, tensor, type FunctionCheck, type TensorData } from "../../components/exercise/check.ts";
import { judgeFunction } from "../../components/exercise/judge/function.ts";
import { judgeEntry } from "../../components/exercise/judge/entries.ts";
import { judge, type Run } from "../../src/kernel/judge.ts";
import { createRunner } from "../../src/kernel/run.ts";

function nodeKernel(): Run {
  const runner = createRunner({ seed: 1 });
  return async (program) => {
    const outcome = await runner.run(program, () => {});
    return outcome.ok ? { state: "done", result: outcome.result } : { state: "failed", error: outcome.error, result: outcome.result };
  };
}

const tf = 'import * as tf from "@tensorflow/tfjs";\n';

/** `double(x)` gives 2x, as a tensor of the same shape. */
const double = check({
  kind: "function",
  name: "double",
  inputs: (random): [x: TensorData][] => [[tensor([1, 2])], [matrix([random.list(3, () => random.normal())])]],
  expected: (x): TensorData => ({ ...x, values: x.values.map((value) => 2 * value) }),
  misconceptions: [{ name: "squared", instead: (x) => ({ ...x, values: x.values.map((value) => value * value) }), says: "平方了。" }],
  passed: "翻倍了。",
});
const verdictOf = (source: string, one: FunctionCheck = double as never, run = nodeKernel()) =>
  judgeFunction(one, source, { id: "attempt", seed: 7, run });

describe("a function", () => {
  test.each<[what: string, source: string, verdict: string]>([
    ["blanks come before syntax", "function double(x { return ____; }", "error blank"],
    ["a blank in a comment is none", `${tf}// ____\nconst double = (x: tf.Tensor) => x.mul(2);`, "pass right"],
    ["syntax comes before names", "function double(x) { return x.mul(2; }", "error wrong-bracket"],
    ["a name that is nowhere", "const double = (x: unknown) => y;", "error unknown-name"],
    ["another name for the function", `${tf}const twice = (x: tf.Tensor) => x.mul(2);`, "error missing"],
    ["no function", "const double = 2;", "error not-a-function"],
    ["it throws", `${tf}const double = (x: tf.Tensor) => x.matMul(x);`, "error"],
    ["nothing returned", `${tf}function double(x: tf.Tensor) { x.mul(2); }`, "fail nothing"],
    ["an array for a tensor", `${tf}const double = (x: tf.Tensor) => Array.from(x.mul(2).dataSync());`, "fail type"],
    ["a wrong shape", `${tf}const double = (x: tf.Tensor) => x.mul(2).sum();`, "fail shape"],
    ["a wrong dtype", `${tf}const double = (x: tf.Tensor) => x.mul(2).toInt();`, "fail dtype"],
    ["NaN", `${tf}const double = (x: tf.Tensor) => x.mul(NaN);`, "fail not-finite"],
    ["wrong numbers", `${tf}const double = (x: tf.Tensor) => x.mul(3);`, "fail value"],
    ["a mistake with a name", `${tf}const double = (x: tf.Tensor) => x.square();`, "fail squared"],
    [
      "a mistake in one case only has no name",
      `${tf}const double = (x: tf.Tensor) => (x.rank === 2 ? x.square() : x.mul(3));`,
      "fail value",
    ],
    [
      "tidy, async and right",
      `${tf}async function double(x: tf.Tensor) { await tf.nextFrame(); return tf.tidy(() => x.add(x)); }`,
      "pass right",
    ],
    ["returning the input itself does no harm", `${tf}const double = (x: tf.Tensor) => x;`, "fail value"],
  ])("%s", async (_, source, expected) => {
    const { verdict, name, says } = await verdictOf(source);
    expect(`${verdict} ${name}`, says).toContain(expected);
    expect(says).toMatch(/[\u4e00-\u9fff]/);
  });

  test("an error points at its line", async () => {
    expect((await verdictOf(`${tf}function double(x: tf.Tensor) {\n  return x.twice();\n}`)).line).toBe(3);
  });

  test("tensors left behind are told, or refused where that is the point", async () => {
    const leaky = `${tf}const double = (x: tf.Tensor) => x.add(1).sub(1).mul(2);`;
    expect(await verdictOf(leaky)).toMatchObject({ verdict: "pass", says: expect.stringContaining("2 个没有释放") });
    expect(await verdictOf(leaky, { ...double, leaks: "refused" } as never)).toMatchObject({ verdict: "fail", name: "leak" });
  });

  test("a failed check does not quote what was expected", async () => {
    const secret = check({ kind: "function", name: "f", inputs: (): [x: number][] => [[1]], expected: () => 271.828, misconceptions: [] });
    expect((await verdictOf("const f = (x: number) => x;", secret as never)).says).not.toContain("271");
  });
});

describe("plain data", () => {
  const calls = async (source: string, inputs: never[][] = [[]]) => {
    const program = { id: "attempt", code: source, inputs: [], imports: [], declares: ["f"], backend: "cpu" as const };
    const judged = await judge(program, "f", inputs, nodeKernel());
    return judged.state === "done" ? judged.calls.map(({ got }) => got) : judged;
  };

  test("numbers that JSON lacks come through", async () => {
    expect(await calls("const f = () => [NaN, Infinity, -Infinity, 0.1];")).toEqual([[NaN, Infinity, -Infinity, 0.1]]);
  });

  test("an endless generator is cut, a large result is refused in Chinese", async () => {
    expect(await calls("function* f() { for (;;) yield 1; }")).toEqual([Array(1000).fill(1)]);
    expect(await calls("const f = () => Array.from({ length: 1000 }, () => Array(1000).fill(1 / 3));")).toMatchObject({
      state: "failed",
      error: { title: expect.stringContaining("太多") },
    });
  });

  test("what is no data is told by name", async () => {
    expect(await calls("const f = () => [undefined, () => 1, new Map(), null, true];")).toEqual([
      [{ other: "undefined" }, { other: "function" }, [], null, true],
    ]);
  });
});

test("an order tells how far it is right", () => {
  const order = check({ kind: "order", right: [["a", "b", "c"]], misconceptions: [] });
  expect(judgeEntry(order, "a b c").verdict).toBe("pass");
  expect(judgeEntry(order, "a c b").says).toContain("前 1 步对");
  expect(judgeEntry(order, "c b a").says).toContain("第 1 步就不对");
});
