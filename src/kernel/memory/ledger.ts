/** Which listing made which tensor, as long as it lives. */
import type { Tensor, Variable } from "@tensorflow/tfjs-core";
import { watch } from "./engine.ts";

/** What was seen during one run. */
export interface Seen {
  /** tensors made, those disposed since included */
  made: number;
  assigned: Set<Variable>;
}

/**
 * A tensor belongs to the listing during whose run it was made, until it is given to another. What code of a listing
 * makes after the end of its run (timers, promises nobody awaited) still counts as its own until the next run begins;
 * later than that it cannot be told apart.
 */
export class Ledger {
  /** kept apart from the accounts, for `assign` signs a variable out and in again */
  #owners = new WeakMap<Tensor, string>();
  #live = new Map<string, Set<Tensor>>();
  #names = new Map<string, Set<string>>();
  #current: string | undefined;
  #seen: Seen = { made: 0, assigned: new Set() };

  /** What is made from now on belongs to `listing`; to nobody, and thus to the kernel itself, when absent. */
  begin(listing?: string): Seen {
    this.#current = listing;
    this.#seen = { made: 0, assigned: new Set() };
    watch(this);
    return this.#seen;
  }

  owner(tensor: Tensor): string | undefined {
    return this.#owners.get(tensor);
  }

  /** The live tensors of a listing. */
  of(listing: string): Tensor[] {
    return [...(this.#live.get(listing) ?? [])];
  }

  listings(): string[] {
    return [...this.#live.keys()];
  }

  give(tensor: Tensor, listing: string): void {
    const owner = this.#owners.get(tensor);
    const live = owner !== undefined && this.#live.get(owner)?.delete(tensor);
    this.#owners.set(tensor, listing);
    if (live) this.#liveOf(listing).add(tensor);
  }

  /** Disposes what a listing made and gives back the names it took. */
  dispose(listing: string): void {
    for (const tensor of this.of(listing)) tensor.dispose();
    this.#live.delete(listing);
    this.#names.delete(listing);
  }

  came(tensor: Tensor): void {
    let owner = this.#owners.get(tensor);
    if (owner === undefined) {
      owner = this.#current;
      if (owner === undefined) return;
      this.#owners.set(tensor, owner);
      this.#seen.made++;
    }
    this.#liveOf(owner).add(tensor);
  }

  went(tensor: Tensor): void {
    const owner = this.#owners.get(tensor);
    if (owner !== undefined) this.#live.get(owner)?.delete(tensor);
  }

  assigned(variable: Variable): void {
    this.#seen.assigned.add(variable);
  }

  name(kind: string): string {
    const taken = [...this.#names.values()];
    let number = 1;
    while (taken.some((names) => names.has(kind + number))) number++;
    const owner = this.#current ?? "";
    this.#names.set(owner, (this.#names.get(owner) ?? new Set()).add(kind + number));
    return kind + number;
  }

  #liveOf(listing: string): Set<Tensor> {
    const live = this.#live.get(listing) ?? new Set();
    this.#live.set(listing, live);
    return live;
  }
}
