import type { Standing } from "../listing/states.ts";

/** Who waits and who runs: chains of listings, one chain after the other. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private life = 0;
  /** chains that were asked for and have not begun */
  private waiting: (readonly string[])[] = [];
  /** the chain under way, without those that are through */
  private current = new Map<string, Standing>();

  /** Runs `steps` when all chains before it are through; not at all when {@link cancel} comes first. */
  take(ids: readonly string[], steps: () => Promise<void>): Promise<void> {
    const life = this.life;
    this.waiting.push(ids);
    this.last = this.last.then(async () => {
      if (life !== this.life) return;
      this.waiting.shift();
      await steps();
      if (life === this.life) this.current.clear();
    });
    return this.last;
  }

  /** A chain begins; gives what {@link isOver} asks about. */
  begin(ids: readonly string[]): number {
    this.current = new Map(ids.map((id) => [id, { state: "queued" }]));
    return this.life;
  }

  run(id: string): void {
    this.current.set(id, { state: "running" });
  }

  /** The one that runs now. */
  get running(): string | undefined {
    return [...this.current].find(([, { state }]) => state === "running")?.[0];
  }

  leave(id: string): void {
    this.current.delete(id);
  }

  /** Everything was stopped since. */
  isOver(turn: number): boolean {
    return turn !== this.life;
  }

  cancel(): void {
    this.life++;
    this.waiting = [];
    this.current.clear();
  }

  /** Is it itself asked for, or running, already? */
  awaits(id: string): boolean {
    return this.current.has(id) || this.waiting.some((ids) => ids.includes(id));
  }

  standing(id: string): Standing | undefined {
    return this.current.get(id) ?? (this.waiting.some((ids) => ids.includes(id)) ? { state: "queued" } : undefined);
  }
}
