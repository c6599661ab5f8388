/** One output's place: it may be filled again, at most every 100 ms and once at the end. */
import type { Output } from "../protocol.ts";
import type { Clock } from "./clock.ts";

/** An output, and what it still waits for before it is complete. */
export interface Made {
  output: Output;
  ready?: Promise<unknown>;
}

const PAUSE = 100;

export class Place {
  #emit: (output: Output) => void;
  #clock: Clock;
  #current?: Made;
  #pending?: () => Made;
  #timer: unknown;
  #lastShown = -Infinity;
  #failure?: { error: unknown };

  constructor(emit: (output: Output) => void, clock: Clock) {
    this.#emit = emit;
    this.#clock = clock;
  }

  /** Shows what `make` makes, now or when the pause is over; a newer one takes its place. */
  show(make: () => Made): void {
    const wait = this.#lastShown + PAUSE - this.#clock.now();
    if (wait <= 0) return this.#fill(make);
    this.#pending = make;
    // A listing that waits for something else should not leave the newest value unseen.
    this.#timer ??= this.#clock.later(() => this.#catchUp(), wait);
  }

  /** Shows what is pending and waits for data still to come; rejects with what a deferred function threw. */
  async settle(): Promise<void> {
    this.#catchUp();
    await this.#current?.ready;
    if (this.#failure) throw this.#failure.error;
  }

  #catchUp(): void {
    const make = this.#pending;
    this.#clock.cancel(this.#timer);
    this.#timer = undefined;
    if (!make) return;
    try {
      this.#fill(make);
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  #fill(make: () => Made): void {
    this.#clock.cancel(this.#timer);
    this.#timer = undefined;
    this.#pending = undefined;
    const made = make();
    this.#current = made;
    this.#emit(made.output);
    made.ready = made.ready?.then(() => {
      if (this.#current === made) this.#emit(made.output);
    });
    this.#lastShown = this.#clock.now();
  }
}
