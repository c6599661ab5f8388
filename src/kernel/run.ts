/** Runs listings, in the worker and in Node alike. */
import type { Program } from "../listing/types.ts";
import { tune } from "./backends/tune-engine.ts";
import { useBackend } from "./backends/use.ts";
import { explain } from "./errors/explain.ts";
import { installGuards } from "./errors/guards.ts";
import { watchNumerics } from "./errors/numerics.ts";
import { Ledger, type Seen } from "./memory/ledger.ts";
import { usage } from "./memory/engine.ts";
import { inspect, settle } from "./memory/settle.ts";
import { evaluate } from "./module/evaluate.ts";
import { createPlaces } from "./module/places.ts";
import { quote } from "./module/quote.ts";
import { sourceName, wrap } from "./module/wrap.ts";
import { load as loadModules, type Load } from "./modules.ts";
import { createDisplay, type Emit } from "./outputs/display.ts";
import type { Explanation, LiveTensor, Result } from "./protocol.ts";
import { Scope } from "./memory/scope.ts";
import { seedRandom } from "./seed.ts";
import * as tf from "./tf.ts";

export interface Options {
  seed: number;
  /** where imports come from; the book's libraries when absent */
  load?: Load;
}

export type Outcome = { ok: true; result: Result } | { ok: false; result: Result; error: Explanation };

/** Runs the listings of one section, one after the other; holds what they declared and what they made. */
export interface Runner {
  seed: number;
  /**
   * Runs a listing after withdrawing what its last run left. A listing that fails declares nothing. Never rejects;
   * a run must be over before the next one starts.
   */
  run(program: Program, emit: Emit): Promise<Outcome>;
  /** Withdraws the declarations of listings and disposes what they made. */
  forget(ids: readonly string[]): void;
  inspect(): LiveTensor[];
  /** What a listing's code threw after the end of its run, explained. */
  explain(error: unknown): Explanation;
}

export function createRunner({ seed, load = loadModules }: Options): Runner {
  tune(tf);
  installGuards(tf);
  const scope = new Scope();
  const ledger = new Ledger();
  const places = createPlaces();

  const whereIs = (error: unknown, listing?: string) => ({ ...(listing !== undefined && { listing }), ...places.find(error)[0] });

  const runner: Runner = {
    seed,

    async run(program, emit) {
      const { id } = program;
      runner.forget([id]);
      let seen = ledger.begin(); // what libraries make while they load belongs to nobody
      let started = performance.now();
      const result = (left: Partial<Result>): Result => ({
        milliseconds: performance.now() - started,
        backend: program.backend,
        assigned: [],
        values: {},
        kinds: {},
        memory: emptyMemory(seen),
        ...left,
      });
      let backend = program.backend;
      let values: Record<string, unknown> = {};
      try {
        backend = await useBackend(backend);
        values = await load(program.imports);
        for (const name of program.inputs) values[name] = scope.get(name);
        const { text, prefix } = wrap(program);
        const body = await evaluate(text, (url) => places.add(id, [sourceName(id), url], prefix));

        seedRandom(runner.seed, id);
        seen = ledger.begin(id);
        started = performance.now();
        const watch = watchNumerics(emit);
        const declared = await showing(watch.emit, () => body(values));
        const warning = watch.first();
        const { milliseconds } = result({});
        scope.declare(id, program.declares, declared);
        return {
          ok: true,
          result: result({ milliseconds, backend, ...(warning && { warning }), ...quote(declared), ...settle(ledger, scope, id, seen) }),
        };
      } catch (error) {
        const failed = result({ backend });
        const explanation = explain(error, { ...whereIs(error, id), names: [...Object.keys(values), ...program.declares] });
        runner.forget([id]);
        return { ok: false, error: explanation, result: { ...failed, memory: emptyMemory(seen) } };
      }
    },

    forget(ids) {
      for (const id of ids) {
        scope.withdraw(id);
        ledger.dispose(id);
      }
    },

    inspect: () => inspect(ledger, scope),
    explain: (error) => explain(error, whereIs(error)),
  };
  return runner;
}

/**
 * Does a run's work with `display` and `console` in place. They are globals rather than parameters, so that a function
 * declared by an earlier listing, or by d2l, writes to the run that calls it.
 */
async function showing<T>(emit: Emit, work: () => Promise<T>): Promise<T> {
  const shown = createDisplay(emit);
  const globals = globalThis as { display?: unknown; console: unknown };
  const { display, console } = globals;
  globals.display = shown.display;
  globals.console = shown.console;
  try {
    const value = await work();
    await shown.flush();
    return value;
  } catch (error) {
    await shown.flush().catch(() => {}); // the first failure is the one to tell
    throw error;
  } finally {
    shown.close();
    globals.display = display;
    globals.console = console;
  }
}

function emptyMemory({ made }: Seen): Result["memory"] {
  return { made, kept: 0, leaked: 0, leakedBytes: 0, ...usage() };
}
