/** The page's half of a check: has a reader's function called in a kernel that is thrown away, and takes plain data back. */
import type { Program } from "../listing/types.ts";
import type { Call, Plain } from "./judge/types.ts";
import type { RunOutcome } from "./kernel.ts";
import type { Explanation } from "./protocol.ts";

/** Runs a program: `Kernel.run` in the page, a runner in the tests. */
export type Run = (program: Program) => Promise<Pick<RunOutcome, "state" | "error" | "result">>;

export type Judged = { state: "done"; calls: Call[] } | { state: "failed"; error: Explanation } | { state: "stopped" };

/**
 * Runs an attempt, then calls the function it declares once for each list of inputs.
 *
 * @param name of the function, one of `attempt.declares`
 */
export async function judge(attempt: Program, name: string, cases: Plain[][], run: Run): Promise<Judged> {
  let result: Awaited<ReturnType<Run>>["result"];
  for (const program of [attempt, callsOf(attempt, name, cases)]) {
    const outcome = await run(program);
    if (outcome.state === "stopped") return { state: "stopped" };
    if (outcome.state === "failed") return { state: "failed", error: outcome.error! };
    result = outcome.result;
  }
  const pieces = result?.values.report as string[];
  return { state: "done", calls: JSON.parse(pieces.join(""), revive) as Call[] };
}

/** The program that calls: `#judge` is a library which only the page can import. */
function callsOf(attempt: Program, name: string, cases: Plain[][]): Program {
  return {
    id: `judge-${attempt.id}`,
    code: `const report = await callAll$(${name}, ${JSON.stringify(cases)});`,
    inputs: [name],
    imports: [{ specifier: "#judge", imported: "callAll", local: "callAll$", typeOnly: false }],
    declares: ["report"],
    backend: attempt.backend,
  };
}

function revive(_: string, value: unknown): unknown {
  const text = typeof value === "object" && value !== null ? (value as { "#"?: string })["#"] : undefined;
  return text === undefined ? value : Number(text);
}
