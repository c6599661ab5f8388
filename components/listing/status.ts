import { shapeOf } from "./shape.ts";
import { badge, describe, duration, type Standing } from "./states.ts";

/** What the title line of a listing says: how it stands, and where the output shown comes from. */
export class Status {
  private readonly listing: HTMLElement;
  private standing: Standing = { state: "idle" };
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor(listing: HTMLElement) {
    this.listing = listing;
  }

  show(standing: Standing): void {
    const hasChanged = standing !== this.standing;
    this.standing = standing;
    if (hasChanged) this.showWords();
    this.showBadge();
  }

  private showWords(): void {
    const { standing } = this;
    const status = this.listing.querySelector<HTMLElement>("[data-status]")!;
    status.replaceChildren(...shapeOf(standing.state), describe(standing));
    status.title = standing.milliseconds === undefined ? "" : `用时 ${duration(standing.milliseconds)}`;
    this.tick(status);
  }

  /** Counts the time while running. */
  private tick(status: HTMLElement): void {
    if (this.standing.state !== "running") {
      clearInterval(this.clock);
      this.clock = undefined;
    } else if (this.clock === undefined) {
      const start = performance.now();
      this.clock = setInterval(
        () => (status.lastChild!.textContent = describe({ state: "running", milliseconds: performance.now() - start })),
        100,
      );
    }
  }

  /** Says where the shown output comes from; nothing shown, nothing said. */
  private showBadge(): void {
    const element = this.listing.querySelector<HTMLElement>("[data-badge]")!;
    const outputs = this.listing.querySelector<HTMLElement>("[data-outputs]")!;
    const { word, meaning } = badge(outputs.dataset.origin === "live" ? "live" : "record", this.standing);
    const isSubset = outputs.hasAttribute("data-subset");
    element.textContent = isSubset ? `${word} · 子集` : word;
    element.title = isSubset ? `${meaning}；数据选的是“快速”，只用了一部分` : meaning;
    element.hidden = outputs.childElementCount === 0;
  }
}
