/** Which listing made which tensor, as long as it lives. */
import type { Tensor, Variable } from "@tensorflow/tfjs-core";
import { watch } from "./engine.ts";

const OWNER = Symbol("listing");
type Owned = Tensor & { [OWNER]?: string };

/** What was seen during one run. */
export interface Seen {
  /** tensors made, those disposed since included */
  made: number;
  /** variables written, and tensors of other listings disposed: who starts from them finds them changed */
  assigned: Set<Tensor>;
}

/**
 * A tensor belongs to the listing during whose run it was made, until it is given to another. What code of a listing
 * makes after the end of its run (timers, promises nobody awaited) still counts as its own until the next run begins;
 * later than that it cannot be told apart.
 */
export class Ledger {
  /** kept apart from the accounts, for `assign` signs a variable out and in again */
  #live = new Map<string, Map<number, Tensor>>();
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
    return (tensor as Owned)[OWNER];
  }

  /** The live tensors of a listing. */
  of(listing: string): Tensor[] {
    return [...(this.#live.get(listing)?.values() ?? [])];
  }

  listings(): string[] {
    return [...this.#live.keys()];
  }

  give(tensor: Tensor, listing: string): void {
    const owner = (tensor as Owned)[OWNER];
    const live = owner !== undefined && this.#live.get(owner)?.delete(tensor.id);
    (tensor as Owned)[OWNER] = listing;
    if (live) this.#liveOf(listing).set(tensor.id, tensor);
  }

  /** Disposes what a listing made and gives back the names it took. */
  dispose(listing: string): void {
    for (const tensor of this.of(listing)) tensor.dispose();
    this.#live.delete(listing);
    this.#names.delete(listing);
  }

  came(tensor: Tensor): void {
    let owner = (tensor as Owned)[OWNER];
    if (owner === undefined) {
      owner = this.#current;
      if (owner === undefined) return;
      (tensor as Owned)[OWNER] = owner;
      this.#seen.made++;
    }
    this.#liveOf(owner).set(tensor.id, tensor);
  }

  went(tensor: Tensor): void {
    const owner = (tensor as Owned)[OWNER];
    if (owner === undefined) return;
    this.#live.get(owner)?.delete(tensor.id);
    if (owner !== this.#current) this.#seen.assigned.add(tensor);
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

  #liveOf(listing: string): Map<number, Tensor> {
    let live = this.#live.get(listing);
    if (!live) this.#live.set(listing, (live = new Map()));
    return live;
  }
}
