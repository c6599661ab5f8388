import { begin, end, nothing, restart, type History } from "../../src/listing/history.ts";
import { plan, staleness } from "../../src/listing/plan.ts";
import type { Compiled } from "../../src/listing/types.ts";
import type { Kernel, Restart, RunOutcome } from "../../src/kernel/kernel.ts";
import type { Explanation, Result } from "../../src/kernel/protocol.ts";
import { duration } from "../listing/states.ts";
import { adviceOn } from "./advice.ts";
import { standingOf, waiting } from "./standing.ts";
import { Turns } from "./turns.ts";
import { kernelText, restartText } from "./words.ts";
import type { Fault, Texts } from "./texts.ts";
import type { PageView } from "./view.ts";

/** How a run ended; one whose text does not compile ended before the kernel saw it. */
type Outcome = Omit<RunOutcome, "token">;

/** The part of a kernel a session uses. */
export type RunningKernel = Pick<
  Kernel,
  "run" | "interrupt" | "restart" | "forget" | "state" | "backend" | "actualBackend" | "addEventListener"
>;

/** Told which listing is running, so that a killed page can say so, and which ones were run. */
export interface Witness {
  begin(id: string): void;
  end(): void;
  ran(id: string): void;
}

/** A section being run: its kernel, what ran in it, and what that means for every listing's standing. */
export class Session {
  private readonly texts: Texts;
  private readonly kernel: RunningKernel;
  private readonly page: PageView;
  private readonly witness: Witness;
  private history: History = nothing;
  private readonly times = new Map<string, number>();
  /** the last good run of each text, to see whether equal runs leave equally much */
  private readonly results = new Map<string, { version: string; result: Result }>();
  private readonly turns = new Turns();
  /** listings that did not run because another failed */
  private readonly blocked = new Map<string, string>();
  private token = 0;

  constructor(texts: Texts, kernel: RunningKernel, page: PageView, witness: Witness) {
    this.texts = texts;
    this.kernel = kernel;
    this.page = page;
    this.witness = witness;
    kernel.addEventListener("state", () => {
      this.page.kernel(kernelText(kernel.state, kernel.actualBackend, kernel.backend));
      this.refresh();
    });
    kernel.addEventListener("restart", (event) => this.lose((event as CustomEvent<Restart>).detail));
  }

  /** Runs a listing and, before it, just what it needs; the first that fails ends the chain. */
  async run(target: string): Promise<void> {
    if (this.turns.awaits(target)) return;
    await this.take([target], async () => {
      const steps = this.texts.standsAlone(target) ? [target] : plan(this.texts.graph, this.history, target).map(({ id }) => id);
      const culprit = await this.runSteps(steps, (id) => id === target);
      if (culprit !== undefined && culprit !== target) this.blame(target, culprit);
      else this.blocked.delete(target);
    });
  }

  /** Runs every listing in the order of the book. */
  async runAll(): Promise<void> {
    await this.take(this.texts.order, async () => void (await this.runSteps(this.texts.order, () => true)));
  }

  /** Ends the run under way and forgets those that wait. */
  stop(): void {
    this.turns.cancel();
    this.kernel.interrupt();
    this.refresh();
    this.page.announce("已停止");
  }

  async restart(): Promise<void> {
    this.turns.cancel();
    this.refresh();
    await this.kernel.restart();
    this.page.announce("内核已重启");
  }

  /** The reader changed a text: compiled, or faulty. */
  edit(id: string, source: string, result: Compiled | Fault): void {
    this.blocked.clear();
    if ("code" in result) this.texts.edit(id, source, result);
    else this.texts.spoil(id, source, result);
    this.refresh();
  }

  private async take(ids: readonly string[], steps: () => Promise<void>): Promise<void> {
    const done = this.turns.take(ids, steps);
    this.refresh();
    await done;
    this.refresh();
  }

  /** Runs listings one after the other; the id of the one that ended the chain early. */
  private async runSteps(ids: readonly string[], isAskedFor: (id: string) => boolean): Promise<string | undefined> {
    const turn = this.turns.begin(ids);
    this.refresh();
    for (const id of ids) {
      const goesOn = await this.runOne(id, isAskedFor(id));
      if (this.turns.isOver(turn)) return undefined;
      if (!goesOn) return id;
    }
    return undefined;
  }

  /** Runs one listing; true when the chain may go on. */
  private async runOne(id: string, isAskedFor: boolean): Promise<boolean> {
    const view = this.page.listing(id);
    const program = this.texts.programs.get(id);
    if (!view || !program) return true;
    view.notice();
    view.mark();
    const token = ++this.token;
    this.history = begin(this.history, id, this.texts.versionOf(id), token, this.texts.graph.nodes.get(id)?.slice);
    this.turns.run(id);
    this.blocked.delete(id);
    this.refresh();
    this.witness.begin(id);
    const outputs = view.begin();
    const fault = this.texts.faultOf(id);
    const outcome: Outcome = fault
      ? { state: "failed", error: { listing: id, ...fault.error } }
      : await this.kernel.run(program, {
          onOutput: (index, output) => outputs.put(index, output),
          onLines: (index, lines, omitted) => outputs.append(index, lines, omitted),
        });
    this.witness.end();
    if (outcome.error) outputs.add({ type: "error", error: this.located(id, outcome.error) });
    outputs.end(outcome.state === "done");

    this.turns.leave(id);
    this.remember(id, token, outcome);
    if (outcome.error) this.point(id, outcome.error);
    this.refresh();
    if (isAskedFor || outcome.state === "failed") this.tell(id, outcome);
    return outcome.state === "done" || (outcome.state === "failed" && this.texts.expectsError(id));
  }

  private remember(id: string, token: number, { state, result }: Outcome): void {
    this.history = end(this.history, token, state, result?.assigned);
    if (result) {
      this.times.set(id, result.milliseconds);
    }
    if (result && state === "done") {
      this.texts.measure(id, result.kinds);
      this.advise(id, result);
      if (!this.texts.standsAlone(id)) this.witness.ran(id);
    }
    // What stands alone left nothing that anyone could use.
    if (this.texts.standsAlone(id)) this.kernel.forget([id]);
  }

  private advise(id: string, result: Result): void {
    const version = this.texts.versionOf(id);
    const last = this.results.get(id);
    // the book shows NaN on purpose, and says so in its text; only the reader's own changes need the hint
    const ofTheBook = ![id, ...(this.texts.graph.nodes.get(id)?.slice ?? [])].some((one) => this.texts.isEdited(one));
    const told = ofTheBook ? { ...result, warning: undefined } : result;
    const link = told.warning?.link;
    const lesson = link && { word: link.text, href: link.href };
    this.page.listing(id)?.notice(adviceOn(told, last?.version === version ? last.result : undefined), lesson);
    if (told.warning) this.point(id, told.warning);
    this.results.set(id, { version, result });
  }

  /** A line of another listing is told with that listing's number. */
  private located(id: string, error: Explanation): Explanation {
    const { listing = id } = error;
    return listing === id ? error : { ...error, number: this.texts.numberOf(listing) };
  }

  /** Marks the line that failed, in the listing it stands in. */
  private point(id: string, { listing, line }: Explanation): void {
    if (line !== undefined) this.page.listing(listing ?? id)?.mark(line);
  }

  private blame(target: string, culprit: string): void {
    const number = this.texts.numberOf(culprit);
    this.blocked.set(target, number);
    this.page
      .listing(target)
      ?.notice(`没有运行：它要用到的清单 ${number} 出错了。`, { word: `去看 ${number}`, act: () => this.page.goTo(culprit) });
    this.page.announce(`清单 ${this.texts.numberOf(target)} 没有运行：清单 ${number} 出错`);
  }

  private tell(id: string, { state, result, error }: Outcome): void {
    const name = `清单 ${this.texts.numberOf(id)}`;
    if (state === "done") this.page.announce(`${name} 运行完成，用时 ${duration(result?.milliseconds ?? 0)}`);
    else if (state === "failed") this.page.announce(`${name} 出错：${error?.title ?? ""}`);
  }

  private lose({ reason, what }: Restart): void {
    this.history = restart(this.history);
    this.refresh();
    const text = restartText(reason, what);
    if (text) this.page.kernel(text);
  }

  /** Shows every listing's standing. */
  private refresh(): void {
    const stale = staleness(this.texts.graph, this.history);
    const running = this.turns.running;
    const loading = this.kernel.state === "starting";
    for (const id of this.texts.programs.keys()) {
      const view = this.page.listing(id);
      const standing = standingOf(this.texts, id, this.history.get(id), stale.get(id), this.times.get(id));
      if (standing.state === "idle" && this.history.size > 0 && !this.texts.standsAlone(id)) standing.othersRan = true;
      const blockedBy = this.blocked.get(id);
      const turn = this.turns.standing(id);
      if (turn) view?.stand(waiting(turn, running && this.texts.numberOf(running), loading));
      else view?.stand(blockedBy === undefined ? standing : { ...standing, blockedBy });
    }
  }
}
