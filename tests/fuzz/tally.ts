/** What a run of the fuzzer comes to: told at its end, and quoted by the page 可靠性. */
import type { Ended, Weight } from "./drive.ts";
import { kinds } from "./kinds.ts";

export class Tally {
  edits = 0;
  faults = 0;
  /** the longest time, in milliseconds, that the page did not answer, and after which edit */
  away = { gap: 0, edit: "" };
  slowest = 0;
  readonly ends = { done: 0, failed: 0, stale: 0, stopped: 0 };
  /** of each section, in the order they were taken */
  readonly weights = new Map<string, Weight[]>();

  add(edit: string, { state, stopped, gap, milliseconds }: Ended): void {
    this.edits++;
    this.slowest = Math.max(this.slowest, milliseconds);
    if (gap > this.away.gap) this.away = { gap, edit };
    const end = stopped ? "stopped" : state;
    if (end in this.ends) this.ends[end as keyof typeof this.ends]++;
  }

  weigh(section: string, weight: Weight): void {
    this.weights.set(section, [...(this.weights.get(section) ?? []), weight]);
  }

  /** What did not return to what it was. */
  leaks(section: string): string[] {
    const [first, ...later] = this.weights.get(section) ?? [];
    const last = later.at(-1);
    if (!first || !last) return [];
    return [
      ...(last.tensors === first.tensors ? [] : [`${last.tensors} tensors, at first ${first.tensors}`]),
      ...(last.heap < 3 * first.heap ? [] : [`a heap of ${megabytes(last.heap)} MiB, at first ${megabytes(first.heap)}`]),
      ...(last.nodes < 1.5 * first.nodes ? [] : [`${last.nodes} nodes, at first ${first.nodes}`]),
    ];
  }

  /** Plain numbers, for `<Value of="data/fuzz.…" />`. */
  figures(seed: number) {
    const heaps = [...this.weights.values()].flat().map(({ heap }) => heap);
    return {
      seed,
      edits: this.edits,
      kinds: kinds.length,
      sections: this.weights.size,
      ...this.ends,
      awaySeconds: Number((this.away.gap / 1000).toFixed(2)),
      heapLow: Number(megabytes(Math.min(...heaps))),
      heapHigh: Number(megabytes(Math.max(...heaps))),
    };
  }

  toString(): string {
    const { done, failed, stale, stopped } = this.ends;
    const lines = [
      `${this.edits} edits, ${this.faults} with faults`,
      `${done} ran to their end, ${failed} ended in an error, ${stale} had the kernel restarted, ${stopped} were stopped`,
      `longest time the page was away: ${Math.round(this.away.gap)} ms (${this.away.edit}); slowest ${(this.slowest / 1000).toFixed(1)} s`,
    ];
    for (const [section, weights] of this.weights) {
      const told = weights.map(({ tensors, heap, nodes }) => `${tensors} tensors, ${megabytes(heap)} MiB, ${nodes} nodes`);
      lines.push(`  ${section} after a restart: ${told.join(" → ")}`);
    }
    return lines.join("\n");
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
