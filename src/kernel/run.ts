/** Runs listings, in the worker and in Node alike. */
import type { Program } from "../listing/types.ts";
import { tune } from "./backends/engine/tune.ts";
import { useBackend } from "./backends/use.ts";
import { findDoubt } from "./errors/doubts/doubts.ts";
import { explain, type Context } from "./errors/explain.ts";
import { installGuards } from "./errors/guards.ts";
import { ReaderError } from "./errors/reader-error.ts";
import { blameIndex } from "./errors/doubts/indexing.ts";
import { watchKernels } from "./errors/doubts/kernels.ts";
import { watchNumerics } from "./errors/doubts/numerics.ts";
import { forgetSeeds } from "./errors/doubts/seeds.ts";
import { firstSight, startWatching } from "./errors/doubts/sights.ts";
import { Ledger, type Seen } from "./memory/ledger.ts";
import { usage } from "./memory/engine.ts";
import { snapshot, type Snapshot } from "./memory/changes.ts";
import { inspect, settle, written } from "./memory/settle.ts";
import type { Taint } from "./isolate/guard.ts";
import { guardLibrary } from "./isolate/library.ts";
import { createEvaluate, pinned } from "./module/evaluate.ts";
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
  /** puts back what a listing replaced of the language itself; only who owns the realm can tell */
  mend?: () => Taint | undefined;
  /** told at once when something could not be put back: nothing that runs from here on can be relied on */
  ruined?: (what: string) => void;
}

/** `tainted` names what the listing replaced: what it declared, and what comes after it, is not to be trusted. */
export type Outcome = ({ ok: true; result: Result } | { ok: false; result: Result; error: Explanation }) & { tainted?: string };

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

export function createRunner({ seed, load = loadModules, mend, ruined }: Options): Runner {
  tune(tf);
  installGuards(tf);
  watchKernels(tf.engine());
  const scope = new Scope();
  const ledger = new Ledger();
  const places = createPlaces();
  const evaluate = createEvaluate();

  function whereIs(error: unknown, listing?: string): Context {
    const place = error instanceof ReaderError && error.place ? error.place : places.find(error)[0];
    return place ? { ...place, text: places.lineAt(place) } : { ...(listing !== undefined && { listing }) };
  }

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
      let before: Snapshot = new Map();
      let tainted: { tainted?: string } = {};
      try {
        backend = await useBackend(backend);
        values = await load(program.imports);
        for (const name of program.inputs) values[name] = scope.get(name);
        const { text, prefix } = wrap(program);
        const body = await evaluate(id, text, (url) => places.add(id, [sourceName(id), url], prefix, program.code));

        seedRandom(runner.seed, id);
        before = snapshot(scope);
        seen = ledger.begin(id);
        started = performance.now();
        const watch = watchNumerics(emit);
        startWatching(id, places);
        const mendLibrary = guardLibrary(tf);
        const declared = await showing(watch.emit, async () => {
          try {
            return await pinned(body(values));
          } finally {
            // before anything else of ours runs, for it stands on what the listing may have replaced
            const taint = mend?.() ?? mendLibrary();
            if (taint) tainted = { tainted: taint.what };
            if (taint && !taint.mended) ruined?.(taint.what);
          }
        });
        const warning = findDoubt(program, values, declared) ?? firstSight() ?? watch.first();
        const { milliseconds } = result({});
        scope.declare(id, program.declares, declared);
        const memory = settle(ledger, scope, id, seen);
        const assigned = written(ledger, scope, id, seen, before);
        const left = { milliseconds, backend, memory, assigned, ...(warning && { warning }), ...quote(declared) };
        return { ok: true, result: result(left), ...tainted };
      } catch (error) {
        const failed = result({ backend, assigned: written(ledger, scope, id, seen, before) });
        const names = [...Object.keys(values), ...program.declares, ...scope.names()];
        const told = explain(error, { ...whereIs(error, id), names });
        const explanation = blameIndex(told, program, values);
        runner.forget([id]);
        return { ok: false, error: explanation, result: { ...failed, memory: emptyMemory(seen) }, ...tainted };
      }
    },

    forget(ids) {
      for (const id of ids) {
        scope.withdraw(id);
        ledger.dispose(id);
        forgetSeeds(id);
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
    // a listing may have made them its own for good; that it did is told by the guard
    Reflect.set(globals, "display", display);
    Reflect.set(globals, "console", console);
  }
}

function emptyMemory({ made }: Seen): Result["memory"] {
  return { made, kept: 0, leaked: 0, leakedBytes: 0, ...usage() };
}
