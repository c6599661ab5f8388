/** The names of a section that have a value by now. */
import { ReaderError } from "../errors/reader-error.ts";

interface Entry {
  listing: string;
  read: () => unknown;
}

export class Scope {
  #entries = new Map<string, Entry>();

  /** The value of a name as it is now: `let` variables may have changed since they were declared. */
  get(name: string): unknown {
    const entry = this.#entries.get(name);
    if (!entry)
      throw new ReaderError(`${name} 还没有值：声明它的清单没有运行过，或者运行失败了。`, {
        kind: "missing-name",
        hint: "先运行声明它的清单。",
      });
    return entry.read();
  }

  /** `declared` has a getter for each name. */
  declare(listing: string, names: readonly string[], declared: Record<string, unknown>): void {
    for (const name of names) this.#entries.set(name, { listing, read: () => declared[name] });
  }

  /** Withdraws what a listing declared. */
  withdraw(listing: string): void {
    for (const [name, entry] of this.#entries) if (entry.listing === listing) this.#entries.delete(name);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** All names in the order they were declared in. */
  entries(): { name: string; listing: string; value: unknown }[] {
    return [...this.#entries].map(([name, { listing, read }]) => ({ name, listing, value: read() }));
  }
}
