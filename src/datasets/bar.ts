/** How far a download is. */
import type { Environment, ShowProgress } from "./environment.ts";
import type { Shard } from "./manifest.ts";

/** Adds up what has arrived of some shards. It is shown as soon as the network is asked: what the store holds needs no bar. */
export class Bar {
  private readonly show: () => ReturnType<ShowProgress> | undefined;
  private readonly arrived = new Map<Shard, number>();
  private shown: ReturnType<ShowProgress> | undefined;

  constructor({ progress }: Environment, label: string, shards: Shard[]) {
    const show = progress ?? (globalThis as { display?: { progress?: ShowProgress } }).display?.progress;
    const total = shards.reduce((sum, { bytes }) => sum + bytes, 0);
    this.show = () => (show ? show(label, total, { unit: "bytes" }) : undefined);
  }

  kept(shard: Shard): void {
    this.arrived.set(shard, shard.bytes);
  }

  received(shard: Shard, bytes: number): void {
    this.arrived.set(shard, Math.min(bytes, shard.bytes)); // decompressed on the way, there are more bytes than announced
    this.shown ??= this.show();
    this.shown?.update([...this.arrived.values()].reduce((sum, bytes) => sum + bytes, 0));
  }

  end(): void {
    this.shown?.end();
  }
}
