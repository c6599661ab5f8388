import { writeCarried, type Carried, type Setting } from "../../src/reader/link.ts";
import type { Backend, Knob } from "../../src/listing/types.ts";
import { readKnob, writeKnob } from "../listing/knobs.ts";
import type { CourseListing } from "../listing.ts";
import type { Bench } from "./bench.ts";

/** What the reader tries in a section: other constants, another seed. It stands in the page's address, to be kept and shared. */
export class Experiment {
  readonly bench: Bench;
  /** what differs from it goes into the address */
  readonly bookSeed: number;
  readonly bookBackend: Backend;
  /** code in the address that the reader has not yet decided about */
  code: string | undefined;

  constructor(bench: Bench) {
    this.bench = bench;
    this.bookSeed = bench.program.seed;
    this.bookBackend = bench.program.backend;
  }

  /** Another seed. What has run was drawn from the old one: a kernel that is on starts anew; says whether it did. */
  async roll(seed: number): Promise<boolean> {
    const { program, isRunning, running } = this.bench;
    if (seed === program.seed) return false;
    program.seed = seed;
    this.tellSeed();
    if (!isRunning()) return false;
    const { kernel, session } = await running();
    kernel.seed = seed;
    if (kernel.state === "off") return false;
    await session.restart();
    return true;
  }

  /** The seed, where it is not the book's. */
  rolled(): Pick<Carried, "seed"> {
    const { seed } = this.bench.program;
    return seed === this.bookSeed ? {} : { seed };
  }

  /** A seed that is not the book's is told where the workbench is closed, too: an address may have brought it. */
  private tellSeed(): void {
    const { seed } = this.rolled();
    const summary = this.bench.section.querySelector("[data-workbench] > summary");
    if (summary) summary.textContent = seed === undefined ? "工作台" : `工作台 · 种子 ${seed}`;
  }

  /** Writes seed and knobs into the address. */
  carry(): void {
    const hash = writeCarried({ ...this.rolled(), knobs: this.settings(), ...(this.code !== undefined && { code: this.code }) });
    if (hash === location.hash || (hash === "" && !location.hash.includes("="))) return;
    history.replaceState(history.state, "", hash || location.pathname + location.search);
  }

  /** Sets constants as an address says; the texts the reader has stored stay as they are. */
  set(settings: readonly Setting[]): void {
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
        },
      });
    }
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
}

function knobsOf(listing: CourseListing): Knob[] {
  return [...(listing.knobs?.querySelectorAll<HTMLElement>("[data-knob]") ?? [])].map(
    (input) => JSON.parse(input.dataset.knob ?? "{}") as Knob,
  );
}
