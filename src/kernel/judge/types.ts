/** What crosses between the page, which judges, and the throw-away worker, which only calls. Types only. */

/** A tensor as plain data; `values` row by row. */
export interface TensorData {
  shape: number[];
  dtype: string;
  values: number[];
}

/** A value that is none of the others: `undefined`, a function, a class instance. */
export interface Other {
  other: string;
}

/** What goes in and comes out. */
export type Plain = number | string | boolean | null | TensorData | Other | Plain[];

/** One call of the reader's function. */
export interface Call {
  /** what it returned */
  got: Plain;
  /** tensors that are alive afterwards besides the inputs and the returned ones */
  leaked: number;
}
