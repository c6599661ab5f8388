import { readCarried, writeCarried, type Carried, type Setting } from "../../src/reader/link.ts";
import { readKnob, writeKnob } from "../listing/knobs.ts";
import type { Backend, Knob } from "../../src/listing/types.ts";
import { toggleDiff } from "../diff/view.ts";
import type { CourseListing } from "../listing.ts";
import type { Bench } from "./bench.ts";
import { receive } from "./foreign.ts";
import { fillPanel } from "./panel.ts";

/** Experiments, sharing, taking away. Fetched with the first use of one of them, or with an address that carries something. */
export class Workbench {
  readonly bench: Bench;
  /** what differs from it goes into the address */
  readonly bookSeed: number;
  readonly bookBackend: Backend;
  /** code in the address that the reader has not yet decided about */
  private code: string | undefined;
  private filled: (() => void) | undefined;

  constructor(bench: Bench) {
    this.bench = bench;
    this.bookSeed = bench.program.seed;
    this.bookBackend = bench.program.backend;
  }

  /** The page's address carries something: constants and seed are set, code is offered; nothing is run and nothing stored. */
  async arrive(hash: string): Promise<void> {
    const carried = readCarried(hash);
    if (!carried) return;
    await this.roll(carried.seed ?? this.bookSeed);
    this.set(carried.knobs);
    this.code = carried.code;
    if (carried.code !== undefined) await receive(this.bench, carried.code, () => this.decided());
    this.filled?.();
  }

  /** Another seed for the runs to come. */
  async roll(seed: number): Promise<void> {
    this.bench.program.seed = seed;
    if (this.bench.isRunning()) (await this.bench.running()).kernel.seed = seed;
  }

  /** Writes seed and knobs into the address, so that it can be kept and shared. */
  carry(): void {
    const carried: Carried = {
      ...this.rolled(),
      knobs: this.settings(),
      ...(this.code !== undefined && { code: this.code }),
    };
    const hash = writeCarried(carried);
    if (hash || location.hash.includes("=")) history.replaceState(history.state, "", hash || location.pathname + location.search);
  }

  /** The seed, where it is not the book's. */
  rolled(): Pick<Carried, "seed"> {
    const { seed } = this.bench.program;
    return seed === this.bookSeed ? {} : { seed };
  }

  compare(listing: CourseListing): void {
    toggleDiff(listing, "书里的 → 你改的", listing.original, listing.source);
  }

  fill(panel: HTMLElement): void {
    this.filled = () => fillPanel(panel, this);
    this.filled();
  }

  private decided(): void {
    this.code = undefined;
    this.carry();
    this.filled?.();
  }

  /** The knobs that do not stand as in the book. */
  private settings(): Setting[] {
    return [...this.bench.listings.values()].flatMap((listing) =>
      knobsOf(listing).flatMap(({ name }): Setting[] => {
        const value = readKnob(listing.source, name);
        return value === undefined || value === readKnob(listing.original, name) ? [] : [{ listing: listing.listing, name, value }];
      }),
    );
  }

  private set(settings: readonly Setting[]): void {
    for (const { listing: id, name, value } of settings) {
      const listing = this.bench.listings.get(id);
      if (!listing || !knobsOf(listing).some((knob) => knob.name === name) || readKnob(listing.source, name) === value) continue;
      const before = listing.source;
      const text = writeKnob(before, name, value);
      listing.show(text);
      listing.stand({ state: "stale", stale: "edited" });
      this.bench.hold(id, text);
      listing.notice(`网址里带着 ${name} = ${value}，已写进这份清单；你存下的文字没有动。`, {
        word: "不要",
        act: () => {
          listing.notice();
          listing.show(before);
          this.bench.changed(id, before);
          this.carry();
        },
      });
    }
  }
}

function knobsOf(listing: CourseListing): Knob[] {
  return [...(listing.knobs?.querySelectorAll<HTMLElement>("[data-knob]") ?? [])].map(
    (input) => JSON.parse(input.dataset.knob ?? "{}") as Knob,
  );
}
