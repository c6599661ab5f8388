import { shapeOf } from "./shape.ts";
import { badge, describe, duration, type Standing } from "./states.ts";

/** What the title line of a listing says: how it stands, and where the output shown comes from. */
export class Status {
  private readonly listing: HTMLElement;
  private standing: Standing = { state: "idle" };
  /** of a listing that waits or runs: since when, and what shows it */
  private since = 0;
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor(listing: HTMLElement) {
    this.listing = listing;
  }

  show(standing: Standing): void {
    const { standing: before } = this;
    this.standing = standing;
    if (standing.state !== before.state) this.count();
    if (standing !== before) this.showWords();
    this.showBadge();
  }

  /** Counts the time while it waits and while it runs. */
  private count(): void {
    const { state } = this.standing;
    clearInterval(this.clock);
    this.clock = state === "queued" || state === "running" ? setInterval(() => this.showWords(), 100) : undefined;
    this.since = performance.now();
  }

  private showWords(): void {
    const { standing, clock } = this;
    const words = describe(clock === undefined ? standing : { ...standing, milliseconds: performance.now() - this.since });
    const status = this.listing.querySelector<HTMLElement>("[data-status]")!;
    if (status.textContent === words && clock !== undefined) return;
    status.replaceChildren(...shapeOf(standing.state), words);
    status.title = standing.milliseconds === undefined ? "" : `用时 ${duration(standing.milliseconds)}`;
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
