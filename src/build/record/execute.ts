import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { provide } from "../../datasets/environment.ts";
import { createRunner, type Runner } from "../../kernel/run.ts";
import type { Program } from "../../listing/types.ts";
import type { Explanation, Output } from "../../kernel/protocol.ts";
import type { Section } from "../book/types.ts";
import type { ListingRecord } from "../book/types.ts";
import { SEED } from "../page.ts";
import { collect } from "./collect.ts";
import { plainOutputs, plainValues } from "./plain.ts";

/** What a listing did in one run. */
export type Execution = Omit<ListingRecord, "key"> & { milliseconds: number; error?: Explanation };

/** Runs the listings of a section as 全部运行 does, in order, then those of its answers, each on its own. */
export async function executeSection(section: Section): Promise<Map<string, Execution>> {
  const executions = new Map<string, Execution>();
  const runner = startRunner();
  for (const { id } of section.listings) executions.set(id, await execute(runner, section.programs.get(id)!));
  runner.forget(section.listings.map(({ id }) => id));
  for (const { fence, program } of section.alone) {
    if (fence.kind !== "answer") continue;
    const own = startRunner();
    executions.set(program.id, await execute(own, program));
    own.forget([program.id]);
  }
  return executions;
}

/** A kernel as pages start it, with the data sets read from `public/`. */
export function startRunner(): Runner {
  const root = "https://course.invalid/";
  provide({
    root,
    progress: false,
    fetch: async (url) => new Response(await readFile(join("public", new URL(String(url)).href.slice(root.length)))),
  });
  return createRunner({ seed: SEED });
}

/** Runs one listing and keeps what it showed; a failure is its last output. */
export async function execute(runner: Runner, program: Program): Promise<Execution> {
  const { emit, outputs } = collect();
  const outcome = await runner.run(program, emit);
  const failure: Output[] = outcome.ok ? [] : [{ type: "error", error: outcome.error }];
  const { assigned, kinds, values, milliseconds } = outcome.result;
  return {
    outputs: plainOutputs([...outputs(), ...failure]),
    assigned,
    kinds,
    values: plainValues(values),
    milliseconds,
    ...(!outcome.ok && { error: outcome.error }),
  };
}
