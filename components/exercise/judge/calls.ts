/** What the reader's function returned → the verdict. */
import type { Call } from "../../../src/kernel/judge/types.ts";
import type { FunctionCheck, Misconception, Plain } from "../check.ts";
import { compare, isTensor, same, shapeText, type Deviation, type DeviationKind } from "./compare.ts";
import { fail, pass, type Verdict } from "./verdict.ts";

/** The gravest first: a wrong shape explains wrong numbers, not the other way round. */
const GRAVITY: DeviationKind[] = ["nothing", "type", "shape", "dtype", "length", "not-finite", "value"];

interface Case {
  inputs: Plain[];
  got: Plain;
  expected: Plain;
  deviation?: Deviation;
}

export function judgeCalls(check: FunctionCheck, inputs: Plain[][], calls: Call[]): Verdict {
  const { tolerance = 1e-4 } = check;
  const cases = inputs.map((one, i): Case => {
    const [got, expected] = [calls[i]!.got, check.expected(...one)];
    const deviation = compare(got, expected, tolerance);
    const accepted = !deviation || (deviation.kind === "value" && check.accepts?.(got, expected, one));
    return { inputs: one, got, expected, ...(!accepted && { deviation }) };
  });
  const wrong = cases.filter((one) => one.deviation);
  const leaked = calls[0]?.leaked ?? 0;
  if (wrong.length > 0) {
    const mistake = check.misconceptions.find((one) => isBehind(one, cases, wrong, tolerance));
    return mistake ? fail(mistake.name, mistake.says) : describe(cases, wrong);
  }
  if (leaked <= 0) return pass(check.passed);
  const told = `每次调用留下 ${leaked} 个没有释放的中间张量`;
  if (check.leaks === "refused") return fail("leak", `数值都对，但${told}。把计算放进 tf.tidy，只返回要的那一个。`);
  return pass([check.passed, `${told}；在循环里用它时，外面要套一层 tf.tidy。`].filter(Boolean).join(""));
}

function isBehind({ instead, when }: Misconception, cases: Case[], wrong: Case[], tolerance: number): boolean {
  if (instead && !cases.every(({ got, inputs }) => same(got, instead(...inputs), tolerance))) return false;
  return !when || wrong.every(({ got, expected, inputs }) => isAlike(got, expected) && when(got, expected, inputs));
}

/** Of the same kind, so that a misconception may look into it as if it were what is expected. */
function isAlike(got: Plain, expected: Plain): boolean {
  return typeof got === typeof expected && Array.isArray(got) === Array.isArray(expected) && isTensor(got) === isTensor(expected);
}

function describe(cases: Case[], wrong: Case[]): Verdict {
  const gravity = ({ deviation }: Case) => GRAVITY.indexOf(deviation!.kind);
  const gravest = wrong.reduce((worst, one) => (gravity(one) < gravity(worst) ? one : worst));
  const { kind, text } = gravest.deviation!;
  const share = wrong.length === cases.length ? "" : `${cases.length} 组输入里有 ${wrong.length} 组不对。`;
  return fail(kind, `${share}输入 ${gravest.inputs.map(show).join("，")} 时：${text}`);
}

/** An input, short enough to be tried by hand. */
function show(input: Plain): string {
  if (isTensor(input))
    return input.values.length > 6
      ? `形状为 ${shapeText(input.shape)} 的张量`
      : `张量 ${shapeText(input.values)}（形状 ${shapeText(input.shape)}）`;
  const text = JSON.stringify(input).replaceAll(",", ", ");
  return text.length > 80 ? `${text.slice(0, 76)}…` : text;
}
