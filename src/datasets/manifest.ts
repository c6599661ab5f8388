/** What `public/datasets/fashion-mnist/manifest.json` says; written by `src/build/shards.ts`. Types only. */

export interface Manifest {
  height: number;
  width: number;
  classes: number;
  /** in the order of the official file */
  train: Shard[];
  test: Shard[];
}

/** A gzip file of `examples` images, one byte a pixel, row by row, followed by as many labels. */
export interface Shard {
  file: string;
  examples: number;
  /** length of the file as served */
  bytes: number;
  /** of the decoded bytes, eight hexadecimal digits: the same number gzip keeps in its trailer */
  crc32: string;
  /** of the file as served */
  sha256: string;
}
