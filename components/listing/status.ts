import { shapeOf } from "./shape.ts";
import { badge, describe, duration, type Standing, type State } from "./states.ts";

/** What the title line of a listing says: how it stands, and where the output shown comes from. */
export class Status {
  private readonly listing: HTMLElement;
  private standing: Standing = { state: "idle" };
  private clock: ReturnType<typeof setInterval> | undefined;
  /** the state whose time is counted, or none's */
  private counted: State | undefined;

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

  /** Counts the time while it waits and while it runs. */
  private tick(status: HTMLElement): void {
    const { state } = this.standing;
    if (state === this.counted) return;
    clearInterval(this.clock);
    this.counted = state;
    if (state !== "queued" && state !== "running") return;
    const start = performance.now();
    this.clock = setInterval(() => {
      const words = describe({ ...this.standing, milliseconds: performance.now() - start });
      if (status.lastChild!.textContent !== words) status.lastChild!.textContent = words;
    }, 100);
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
