import { readCarried } from "../../src/reader/link.ts";
import { toggleDiff } from "../diff/view.ts";
import type { CourseListing } from "../listing.ts";
import type { Bench } from "./bench.ts";
import { Experiment } from "./experiment.ts";
import { receive } from "./foreign.ts";
import { fillPanel, showEdited } from "./panel.ts";

/** Experiments, sharing, taking away. Fetched with the first use of one of them, or with an address that carries something. */
export class Workbench {
  private readonly experiment: Experiment;
  private panel: HTMLElement | undefined;

  constructor(bench: Bench) {
    this.experiment = new Experiment(bench);
  }

  /** The page's address carries something: constants and seed are set, code is offered; nothing is run and nothing stored. */
  async arrive(hash: string): Promise<void> {
    const carried = readCarried(hash);
    if (!carried) return;
    const { experiment } = this;
    experiment.set(carried.knobs);
    experiment.code = carried.code;
    await experiment.roll(carried.seed ?? experiment.bookSeed);
    if (carried.code !== undefined) await receive(experiment.bench, carried.code, () => this.decided());
    if (this.panel) this.fill(this.panel);
  }

  /** A text of the section has changed. */
  follow(): void {
    this.experiment.carry();
    if (this.panel) showEdited(this.panel, this.experiment.bench);
  }

  compare(listing: CourseListing): void {
    toggleDiff(listing, "书里的 → 你改的", listing.original, listing.source);
  }

  fill(panel: HTMLElement): void {
    this.panel = panel;
    fillPanel(panel, this.experiment);
  }

  private decided(): void {
    this.experiment.code = undefined;
    this.follow();
  }
}
