/** A page without a browser: what a session shows, written down. */
import { compile } from "../../../src/listing/compile.ts";
import type { KernelState, Restart, RunHandlers, RunOutcome } from "../../../src/kernel/kernel.ts";
import type { Program } from "../../../src/listing/types.ts";
import type { Output } from "../../../src/kernel/protocol.ts";
import { Session } from "../../../components/section/session.ts";
import { Texts } from "../../../components/section/texts.ts";
import type { Standing } from "../../../components/listing/states.ts";
import type { Offer } from "../../../components/listing/offer.ts";
import type { ListingView } from "../../../components/section/view.ts";

/** What a run of the pretended kernel does: throws when the code says so, assigns what it is told. */
export interface Script {
  assigned?: { listing: string; names: string[] }[];
  kinds?: RunOutcome["result"] extends infer R | undefined ? (R extends { kinds: infer K } ? K : never) : never;
  outputs?: Output[];
  /** settles only when the kernel is interrupted */
  endless?: boolean;
}

export class FakeKernel extends EventTarget {
  state: KernelState = "off";
  backend = "cpu" as const;
  actualBackend = "cpu" as const;
  ran: string[] = [];
  forgotten: string[] = [];
  private readonly scripts: Record<string, Script>;
  private stopped: (() => void) | undefined;

  constructor(scripts: Record<string, Script>) {
    super();
    this.scripts = scripts;
  }

  change(state: KernelState): void {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }

  async run(program: Program, handlers: RunHandlers): Promise<RunOutcome> {
    this.ran.push(program.id);
    await Promise.resolve();
    const { assigned = [], kinds = {}, outputs = [], endless } = this.scripts[program.id] ?? {};
    outputs.forEach((output, i) => handlers.onOutput(i, output));
    if (endless) {
      await new Promise<void>((resolve) => (this.stopped = resolve));
      return { state: "stopped", token: 0 };
    }
    const memory = { made: 0, kept: 0, leaked: 0, leakedBytes: 0, tensors: 0, bytes: 0 };
    const result = { milliseconds: 1, backend: "cpu" as const, assigned, values: {}, kinds, memory };
    if (program.code.includes("throw"))
      return {
        state: "failed",
        token: 0,
        result,
        error: { title: "故意出错", original: "Error", kind: "unknown", listing: program.id, line: 1 },
      };
    return { state: "done", token: 0, result };
  }

  interrupt(): void {
    this.dispatchEvent(new CustomEvent<Restart>("restart", { detail: { reason: "interrupted" } }));
    this.stopped?.();
  }

  async restart(): Promise<void> {
    this.dispatchEvent(new CustomEvent<Restart>("restart", { detail: { reason: "restarted" } }));
  }

  forget(ids: string[]): void {
    this.forgotten.push(...ids);
  }
}

export interface Shown {
  standing: Standing;
  /** every state it has been in, without repetitions */
  states: string[];
  outputs: Output[];
  notice: string;
  offer?: Offer;
  marked?: number;
}

/** A section of these listings, by id; those whose id begins with `ex-` stand alone. */
export function open(
  sources: Record<string, string>,
  scripts: Record<string, Script> = {},
  assigned: Record<string, { listing: string; names: string[] }[]> = {},
) {
  const listings = Object.entries(sources).map(([id, source], i) => ({ id, number: `3.2-${i + 1}`, source, line: 1, ...compile(source) }));
  const isAlone = ({ id }: { id: string }) => id.startsWith("ex-");
  const texts = new Texts({
    path: "chapter/section",
    backend: "cpu",
    seed: 1,
    listings: listings.filter((one) => !isAlone(one)),
    alone: listings.filter(isAlone),
    assigned,
    kinds: {},
  });
  const kernel = new FakeKernel(scripts);
  const shown = new Map<string, Shown>(
    listings.map(({ id }) => [id, { standing: { state: "idle" }, states: [], outputs: [], notice: "" }]),
  );
  const announced: string[] = [];
  const page = {
    listing: (id: string): ListingView | undefined => {
      const one = shown.get(id);
      return one && viewOf(one, sources[id] ?? "");
    },
    kernel: () => {},
    announce: (text: string) => void announced.push(text),
    goTo: () => {},
  };
  const running: string[] = [];
  const ran: string[] = [];
  const session = new Session(texts, kernel as never, page, {
    begin: (id) => void running.push(id),
    end: () => void running.pop(),
    ran: (id) => void ran.push(id),
  });
  const look = (id: string) => shown.get(id)!;
  const states = () =>
    Object.fromEntries(
      [...shown].map(([id, { standing }]) => [id, standing.stale ? `${standing.state}:${standing.stale}` : standing.state]),
    );
  const edit = (id: string, source: string) => session.edit(id, source, compile(source));
  return { session, kernel, look, states, announced, running, ran, edit };
}

function viewOf(one: Shown, source: string): ListingView {
  return {
    source,
    stand(standing) {
      one.standing = standing;
      if (one.states.at(-1) !== standing.state) one.states.push(standing.state);
    },
    begin() {
      one.outputs = [];
      return {
        put: (i, output) => void (one.outputs[i] = output),
        append: () => {},
        add: (output) => void one.outputs.push(output),
        end: () => {},
      };
    },
    mark: (line) => void (one.marked = line),
    notice(text = "", offer) {
      one.notice = text;
      one.offer = offer;
    },
  };
}
