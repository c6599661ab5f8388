/** The training or the test set in memory: one buffer each, filled shard by shard, shared by all who load it. */
import { Bar } from "./bar.ts";
import { decode } from "./decode.ts";
import { download } from "./download.ts";
import type { Environment } from "./environment.ts";
import type { Manifest, Shard } from "./manifest.ts";
import { openStore, type Store } from "./store.ts";

/** Downloads at a time: one decompresses while the other arrives. More would only need more memory at once. */
const AT_ONCE = 2;

export class Split {
  readonly length: number;
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  private readonly pixels: number;
  private readonly folder: string;
  private readonly shards: Shard[];
  /** per shard, once somebody has asked for it */
  private readonly arrivals: (Promise<void> | undefined)[] = [];
  private readonly environment: Environment;
  private readonly store: Promise<Store>;

  constructor(environment: Environment, manifest: Manifest, folder: string, train: boolean) {
    this.environment = environment;
    this.store = openStore(environment);
    this.folder = new URL(folder, environment.root).href;
    this.pixels = manifest.height * manifest.width;
    this.shards = train ? manifest.train : manifest.test;
    this.length = this.shards.reduce((sum, { examples }) => sum + examples, 0);
    // pages that no shard fills are never backed by memory
    this.images = new Uint8Array(this.length * this.pixels);
    this.labels = new Uint8Array(this.length);
  }

  /** Waits until the first `length` examples are in memory; downloads what is neither there nor in the store. */
  async fill(length: number, label: string): Promise<void> {
    const wanted: { shard: Shard; index: number; start: number }[] = [];
    let start = 0;
    for (const [index, shard] of this.shards.entries()) {
      if (start < length) wanted.push({ shard, index, start });
      start += shard.examples;
    }
    const missing = wanted.filter(({ index }) => !this.arrivals[index]).map(({ shard }) => shard);
    const bar = new Bar(this.environment, label, missing);
    const queue = wanted.values();
    const largest = Math.max(0, ...wanted.map(({ shard }) => this.bytesOf(shard)));
    const work = async () => {
      let room: Uint8Array | undefined; // for one shard after the other: what each left behind would stay in memory for a while
      for (const { shard, index, start } of queue) {
        this.arrivals[index] ??= this.fetch(shard, start, bar, (room ??= new Uint8Array(largest))).catch((error) => {
          this.arrivals[index] = undefined; // the next run tries again
          throw error;
        });
        await this.arrivals[index];
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      bar.end();
    }
  }

  /** An example is its pixels and its label. */
  private bytesOf({ examples }: Shard): number {
    return examples * (this.pixels + 1);
  }

  private async fetch(shard: Shard, start: number, bar: Bar, room: Uint8Array): Promise<void> {
    const url = new URL(shard.file, this.folder).href;
    const length = this.bytesOf(shard);
    const store = await this.store;
    const kept = await store.get(url);
    let decoded = kept && (await decode(kept, shard, length, room).catch(() => store.delete(url)));
    if (decoded) bar.kept(shard);
    else {
      decoded = await download(
        this.environment,
        url,
        async (bytes) => {
          const accepted = await decode(bytes, shard, length, room);
          void store.put(url, bytes);
          return accepted;
        },
        (received) => bar.received(shard, received),
      );
    }
    const labels = shard.examples * this.pixels;
    this.images.set(decoded.subarray(0, labels), start * this.pixels);
    this.labels.set(decoded.subarray(labels), start);
  }
}
