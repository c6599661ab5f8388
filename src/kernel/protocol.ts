/** The messages between page and worker, and what a run shows. Types only. */
import type { Backend, Program } from "../listing/types.ts";

/** Page → worker. Every message but `start` concerns one run or the scope. */
export type Request =
  | {
      type: "start";
      backend: Backend;
      seed: number;
      /** absolute URL of the site's root */ root: string;
      /** the data tier the reader chose: `quick` takes subsets; `full` when absent */ tier?: "quick" | "full";
    }
  | { type: "run"; token: number; program: Program }
  /** withdraws the declarations of listings and disposes what they made */
  | { type: "forget"; ids: string[] }
  | { type: "seed"; seed: number }
  /** asks for the live tensors, by listing and name */
  | { type: "inspect"; token: number };

/** Worker → page. `token` names the run: a reply whose token is not the current one's is dropped. */
export type Reply =
  | { type: "ready"; backend: Backend; milliseconds: number }
  | { type: "unready"; error: Explanation }
  | { type: "output"; token: number; index: number; output: Output }
  /** more lines of the text output at `index` */
  | { type: "lines"; token: number; index: number; lines: Line[]; omitted: number }
  | { type: "done"; token: number; result: Result }
  | { type: "failed"; token: number; error: Explanation; result: Result }
  | { type: "inspected"; token: number; tensors: LiveTensor[] }
  /** the kernel is no longer to be trusted (an intrinsic was replaced) and asks to be restarted */
  | { type: "tainted"; token: number; what: string };

/** What a run leaves behind besides its outputs. */
export interface Result {
  milliseconds: number;
  backend: Backend;
  /** which variables of which listing were assigned: by the names they are reachable from */
  assigned: { listing: string; names: string[] }[];
  /** the declared numbers, strings and short lists of numbers: what prose may quote */
  values: Record<string, Quotable>;
  /** what each declared value is at run time; a tensor cannot be changed by a later listing */
  kinds: Record<string, "function" | "class" | "primitive" | "tensor" | "variable" | "object">;
  memory: Memory;
  /** nothing threw, yet something is not as meant: an entry asked of a tensor, a forgotten `await`, the first NaN or Infinity shown */
  warning?: Explanation;
}

export type Quotable = number | string | boolean | (number | string)[];

/** Tensors made by a run, those its declared values still hold, and the rest. */
export interface Memory {
  made: number;
  kept: number;
  leaked: number;
  leakedBytes: number;
  /** of the whole kernel after the run */
  tensors: number;
  bytes: number;
}

export interface LiveTensor {
  listing: string;
  /** the declared name it is reachable from, e.g. `net.layers[0].kernel`; absent for a leak */
  path?: string;
  shape: number[];
  dtype: string;
  bytes: number;
}

/** A bounded copy of what a listing showed; never HTML, never a live handle. */
export type Output =
  | TextOutput
  | { type: "tensor"; tensor: TensorValue }
  | TableOutput
  | ImageOutput
  | PlotOutput
  | ProgressOutput
  | { type: "error"; error: Explanation };

/** Consecutive console lines. */
export interface TextOutput {
  type: "text";
  lines: Line[];
  /** lines dropped after the first ones, counted in the worker */
  omitted: number;
  /** how many of `lines` stand before the dropped ones; all of them when absent */
  head?: number;
}

export interface Line {
  level: "log" | "warn" | "error";
  parts: Value[];
}

export interface TableOutput {
  type: "table";
  columns: string[];
  rows: Value[][];
  omitted: number;
}

export interface ImageOutput {
  type: "image";
  columns: number;
  /** CSS pixels an image pixel takes */
  scale: number;
  images: {
    width: number;
    height: number;
    /** 1 grey, 3 RGB, 4 RGBA */ channels: 1 | 3 | 4;
    /** the one channel is drawn from blue to red about zero: 1…255, white at 128; 0 is not a number */ diverging?: boolean;
    /** base64 of the bytes */ data: string;
    title?: string;
  }[];
}

export interface PlotOutput {
  type: "plot";
  /** markup of one <svg> or of a <figure> with svgs; adopted through an allow-list */
  svg: string;
  /** what a screen reader says */
  label?: string;
  /** of a chart whose two axes are numbers: how its pixels are to be read; never recorded */
  scales?: Record<"x" | "y", AxisScale>;
}

/** Numbers from a to b stand at pixels c to d. */
export interface AxisScale {
  type: "linear" | "log";
  domain: [a: number, b: number];
  range: [c: number, d: number];
}

export interface ProgressOutput {
  type: "progress";
  label: string;
  done: number;
  total?: number;
  /** `bytes` are shown as MB */
  unit?: "bytes";
  /** per second */
  rate?: number;
  ended: boolean;
}

/** A value as it was when it was shown, at most four levels deep and 100 entries wide. */
export type Value =
  | { type: "string"; text: string }
  /** number, bigint, boolean, null, undefined, symbol, date, regexp: `text` as a console prints it */
  | { type: "plain"; text: string; kind: string }
  | { type: "function"; text: string }
  | { type: "error"; text: string }
  | { type: "tensor"; tensor: TensorValue }
  | {
      type: "object";
      /** `Array(3)`, `Map(2)`, `{…}`, class name */ name: string;
      entries: { key?: string; value: Value }[];
      omitted: number;
    }
  /** a value met again on the way down, or below the deepest level */
  | { type: "cut"; text: string };

export interface TensorValue {
  shape: number[];
  dtype: string;
  /** first rows as text, in the manner of PyTorch: nested brackets, aligned */
  text: string;
  min?: number;
  mean?: number;
  max?: number;
  /** how many entries are NaN or ±Infinity */
  notFinite: number;
  /** at most 64×64 cells of the last two axes, scaled to bytes, base64 */
  heat?: { rows: number; columns: number; data: string };
  disposed?: boolean;
  /** of a variable; empty when tfjs made the name up */
  name?: string;
}

/** A failure, explained. */
export interface Explanation {
  /** what happened, in one Chinese sentence */
  title: string;
  /** the likely cause and what to do, Chinese */
  hint?: string;
  /** the listing the failing line is in, when it is known */
  listing?: string;
  /** its number, where it is another than the one that ran; the page knows it */
  number?: string;
  /** 1-based, within the listing */
  line?: number;
  column?: number;
  /** the course's place that teaches this: path below the chapter, e.g. `linear-regression-scratch/#train` */
  link?: { href: string; text: string };
  /** name and message as thrown, one click away */
  original: string;
  /** which explanation was taken, for tests: `shape-mismatch`, `disposed`, … */
  kind: string;
}
