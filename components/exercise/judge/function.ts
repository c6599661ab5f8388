/** A reader's text → the verdict: blanks, then syntax, then whether it runs, then what it does. Loaded with the first 检查. */
import { compile } from "../../../src/listing/compile.ts";
import { ListingError } from "../../../src/listing/error.ts";
import { explain } from "../../../src/listing/explain.ts";
import { link } from "../../../src/listing/link.ts";
import { checkSection, type Importable } from "../../../src/listing/section.ts";
import type { Program } from "../../../src/listing/types.ts";
import { judge, type Run } from "../../../src/kernel/judge.ts";
import type { FunctionCheck } from "../check.ts";
import { judgeCalls } from "./calls.ts";
import { createRandom } from "./random.ts";
import { error, type Verdict } from "./verdict.ts";

const importable: Importable = { "@tensorflow/tfjs": "any", "@observablehq/plot": "any", d2l: "any", datasets: "any" };

/**
 * @param id of the attempt's listing, by which errors name their place
 * @param seed of the random inputs
 * @param run of a kernel that is used for nothing else
 */
export async function judgeFunction(
  check: FunctionCheck,
  source: string,
  { id, seed, run }: { id: string; seed: number; run: Run },
): Promise<Verdict> {
  const blank = source.split("\n").findIndex((line) => /(?<![\w$])____+(?![\w$])/.test(line.replace(/\/\/.*/, "")));
  if (blank >= 0) return error("blank", `第 ${blank + 1} 行的空（____）还没有填。`, blank + 1);
  const program = programOf(source, id);
  if ("verdict" in program) return program;
  if (!program.declares.includes(check.name))
    return error("missing", `找不到函数 ${check.name}。保留题目给的函数名，检查时要按这个名字调用它。`);

  const inputs = check.inputs(createRandom(seed));
  const judged = await judge(program, check.name, inputs, run);
  if (judged.state === "done") return judgeCalls(check, inputs, judged.calls);
  if (judged.state === "stopped") return error("stopped", "没有运行完，就被停下了。"); // whoever stopped it says more
  const { title, hint, line, listing, kind } = judged.error;
  return error(kind, sentences(title, hint), listing === id ? line : undefined);
}

function programOf(source: string, id: string): Program | Verdict {
  try {
    const listing = { id, number: id, source, line: 1, ...compile(source) };
    const globals = new Set([...Object.getOwnPropertyNames(globalThis), "arguments", "display"]);
    const [fault] = checkSection([listing], importable, globals);
    return fault ? refuse(explain(fault)) : link([listing], "cpu")[0]!;
  } catch (thrown) {
    if (thrown instanceof ListingError) return refuse(explain(thrown));
    throw thrown;
  }
}

function refuse({ title, hint, line, kind }: ReturnType<typeof explain>): Verdict {
  return error(kind, `第 ${line} 行：${sentences(title, hint)}`, line);
}

/** Both as sentences; some titles come without their full stop. */
function sentences(title: string, hint = ""): string {
  return (/[。！？]$/.test(title) || hint === "" ? title : `${title}。`) + hint;
}
