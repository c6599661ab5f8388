/** What one build consists of; written into the service worker, so that a new build is a new worker. */
export interface Edition {
  /** short hash over all files */
  version: string;
  /** path below the root → SHA-256 in hex; the data set, which keeps its own store, is left out */
  files: Record<string, string>;
}

/** Page → service worker. */
export type Wish =
  /** keep what this page was made of */
  | { type: "keep"; urls: string[] }
  /** keep the rest as well, a file at a time */
  | { type: "keep-all" }
  /** the reader wants the new edition now */
  | { type: "take-over" };
