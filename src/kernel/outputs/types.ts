/** What a listing can call to show something. Types only: the sections and the editor read them too. */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Line, Output } from "../protocol.ts";

/** What leaves the worker; `index` is the output's place in the run, `output` replaces what stood there. */
export type Message = { type: "output"; index: number; output: Output } | { type: "lines"; index: number; lines: Line[]; omitted: number };

export type Emit = (message: Message) => void;

/** An output that can be changed after it was shown. */
export interface Handle {
  /** Shows another value in the same place, at most every 100 ms and once at the end; a function is only called when its value is really shown. */
  update(value: unknown): void;
}

export interface ProgressHandle {
  /** How much is done by now. */
  update(done: number): void;
  /** The work is over; also called by itself when the listing ends. */
  end(): void;
}

export interface ImageOptions {
  /** images in a row; 10 when absent */
  columns?: number;
  /** a caption under each image */
  titles?: readonly (string | number)[];
  /** CSS pixels an image pixel takes; chosen by the image's size when absent */
  scale?: number;
  /** the value drawn black (blue when diverging) */
  low?: number;
  /** the value drawn white (red when diverging) */
  high?: number;
  /** negative blue, zero white, positive red: for weights */
  diverging?: boolean;
  /** height and width when each image is a flat row of numbers */
  size?: readonly [height: number, width: number];
}

/** One image or several: `[h, w]`, `[n, h, w]`, `[n, h, w, 1 | 3]`, flat rows with `size`; a list of such. */
export type Images = Tensor | ArrayLike<number> | readonly (Tensor | ArrayLike<number> | readonly (readonly number[])[])[];

export interface Display {
  /** Shows a value: a tensor, a chart, anything. */
  (value: unknown): Handle;
  /** Shows a grid of images. Floats run from 0 to 1, integers from 0 to 255, unless `low` and `high` say otherwise. */
  images(images: Images, options?: ImageOptions): Handle;
  /** Shows rows (objects, lists, or a tensor of rank 2) as a table. */
  table(rows: unknown, options?: { columns?: readonly string[] }): Handle;
  /** Shows how far a long piece of work has come. */
  progress(label: string, total?: number, options?: { unit?: "bytes" }): ProgressHandle;
}

/** The part of `console` a listing gets. */
export interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  dir(value: unknown): void;
  table(rows: unknown, columns?: readonly string[]): void;
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  count(label?: string): void;
  countReset(label?: string): void;
  assert(condition?: unknown, ...values: unknown[]): void;
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
  clear(): void;
}
