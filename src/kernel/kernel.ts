/** The page's side of the kernel: one Web Worker that runs listings, one after the other. */
import type { Backend, Program } from "../listing/types.ts";
import type { Explanation, LiveTensor, Line, Output, Reply, Request, Result } from "./protocol.ts";
import { openSession, ruined, startModuleWorker, type Session, type WorkerLike } from "./session.ts";

export interface KernelOptions {
  /** URL of the worker's file: `workerUrl` of `./worker-url.ts` */
  workerUrl: string;
  /** absolute URL of the site's root */
  root: string;
  backend: Backend;
  seed: number;
  /** which part of the data listings get; `full` when absent */
  tier?: "quick" | "full";
  createWorker?: (url: string) => WorkerLike;
}

export interface RunHandlers {
  /** An output to show at its index, in place of what stood there. */
  onOutput(index: number, output: Output): void;
  /** More lines of the text output at `index`; `omitted` counts all that were dropped. */
  onLines(index: number, lines: Line[], omitted: number): void;
}

export interface RunOutcome {
  state: "done" | "failed" | "stopped";
  token: number;
  /** absent when the run was stopped or never began */
  result?: Result;
  error?: Explanation;
}

export type KernelState = "off" | "starting" | "ready" | "running";

/** Why everything that was declared is gone; `what` names the replaced intrinsic. */
export interface Restart {
  reason: "interrupted" | "restarted" | "tainted" | "died";
  what?: string;
}

interface Run extends RunHandlers {
  token: number;
  settle(outcome: RunOutcome): void;
}

/**
 * Starts its worker with the first run. Dispatches `state` when {@link Kernel.state} has changed, and `restart`, a
 * `CustomEvent<Restart>`, when what listings declared is lost.
 */
export class Kernel extends EventTarget {
  state: KernelState = "off";
  /** The backend in use once the worker is ready: not the wished one where the device lacks that. */
  actualBackend?: Backend;
  #options: KernelOptions;
  #session?: Session;
  #queue: Promise<unknown> = Promise.resolve();
  /** the run under way */
  #run?: Run;
  /** the run whose outputs are taken: the one under way, or the last one, whose errors may come late */
  #shown?: Run;
  #inspections = new Map<number, (tensors: LiveTensor[]) => void>();
  /** goes up when a worker ends: a run that was asked for in an earlier life does not begin */
  #life = 0;
  #token = 0;

  constructor(options: KernelOptions) {
    super();
    this.#options = options;
  }

  get seed(): number {
    return this.#options.seed;
  }

  /** Takes effect with the next run. */
  set seed(seed: number) {
    this.#options.seed = seed;
    this.#session?.send({ type: "seed", seed });
  }

  get backend(): Backend {
    return this.#options.backend;
  }

  /** Another backend needs another worker, which starts with the next run. */
  set backend(backend: Backend) {
    if (backend === this.#options.backend) return;
    this.#options.backend = backend;
    this.#end({ reason: "restarted" });
  }

  get tier(): "quick" | "full" {
    return this.#options.tier ?? "full";
  }

  /** Other data, too: what listings declared came from the old ones. */
  set tier(tier: "quick" | "full") {
    if (tier === this.tier) return;
    this.#options.tier = tier;
    this.#end({ reason: "restarted" });
  }

  /** Starts the worker ahead of the first run, which will tell if that fails. */
  async warm(): Promise<void> {
    await this.#open().started;
  }

  /** Runs a listing when those asked for before it are through. Never rejects. */
  run(program: Program, handlers: RunHandlers): Promise<RunOutcome> {
    const token = ++this.#token;
    const life = this.#life;
    const outcome = this.#queue.then(() =>
      life === this.#life ? this.#begin(program, handlers, token) : { state: "stopped" as const, token },
    );
    this.#queue = outcome;
    return outcome;
  }

  /** Stops the run under way and those that wait by ending the worker; outputs already shown stay. */
  interrupt(): void {
    this.#end({ reason: "interrupted" });
  }

  /** Ends the worker and starts a new one. */
  async restart(): Promise<void> {
    this.#end({ reason: "restarted" });
    await this.warm();
  }

  /** Withdraws the declarations of listings and frees their tensors, when the run under way is over. */
  forget(ids: string[]): void {
    this.#session?.send({ type: "forget", ids });
  }

  /** The live tensors, as soon as the run under way is over; none when there is no worker. */
  inspect(): Promise<LiveTensor[]> {
    const session = this.#session;
    if (!session) return Promise.resolve([]);
    const token = ++this.#token;
    return new Promise((resolve) => {
      this.#inspections.set(token, resolve);
      session.send({ type: "inspect", token });
    });
  }

  async #begin(program: Program, handlers: RunHandlers, token: number): Promise<RunOutcome> {
    const session = this.#open();
    const started = await session.started;
    if (started.state !== "ready") return { ...started, token };
    if (session !== this.#session) return { state: "stopped", token };
    return new Promise((settle) => {
      this.#run = this.#shown = { ...handlers, token, settle };
      this.#change("running");
      session.send({ type: "run", token, program });
    });
  }

  #open(): Session {
    if (this.#session) return this.#session;
    const { workerUrl, root, backend, seed, tier, createWorker = startModuleWorker } = this.#options;
    const start: Request = { type: "start", backend, seed, root, ...(tier && { tier }) };
    const session = openSession(() => createWorker(new URL(workerUrl, root).href), start, {
      reply: (reply) => this.#receive(reply),
      broken: (error) => this.#lose(error),
    });
    this.#session = session;
    this.#change("starting");
    return session;
  }

  #receive(reply: Reply): void {
    const taken = "token" in reply && reply.token === this.#shown?.token ? this.#shown : undefined;
    switch (reply.type) {
      case "ready":
        this.actualBackend = reply.backend;
        return this.#change("ready");
      case "output":
        return taken?.onOutput(reply.index, reply.output);
      case "lines":
        return taken?.onLines(reply.index, reply.lines, reply.omitted);
      case "done":
      case "failed": {
        const { type: state, ...outcome } = reply;
        return this.#settle({ state, ...outcome });
      }
      case "inspected":
        this.#inspections.get(reply.token)?.(reply.tensors);
        this.#inspections.delete(reply.token);
        return;
      case "tainted":
        // before its run has ended, it is all that will be heard of it
        if (this.#run) this.#settle({ state: "failed", token: this.#run.token, error: ruined(reply.what) });
        return this.#end({ reason: "tainted", what: reply.what });
    }
  }

  #settle(outcome: RunOutcome): void {
    const run = this.#run;
    if (run?.token !== outcome.token) return;
    this.#run = undefined;
    this.#change("ready");
    run.settle(outcome);
  }

  /** The worker did not start, or died. */
  #lose(error: Explanation): void {
    const run = this.#run;
    if (run) this.#settle({ state: "failed", token: run.token, error });
    this.#end({ reason: "died" });
  }

  #end(detail: Restart): void {
    this.#life++;
    const session = this.#session;
    if (!session) return;
    const run = this.#run;
    session.close();
    this.#session = this.#run = this.#shown = this.actualBackend = undefined;
    for (const resolve of this.#inspections.values()) resolve([]);
    this.#inspections.clear();
    this.#change("off");
    run?.settle({ state: "stopped", token: run.token });
    if (session.ready) this.dispatchEvent(new CustomEvent<Restart>("restart", { detail }));
  }

  #change(state: KernelState): void {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
