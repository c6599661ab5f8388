/** What a check is. The checks themselves lie beside the sections, `content/<chapter>/checks/<exercise>.ts`: pure data and functions on plain numbers. */
import type { Plain, TensorData } from "../../src/kernel/judge/types.ts";
import type { Random } from "./judge/random.ts";

export type { Plain, TensorData } from "../../src/kernel/judge/types.ts";
export type { Random } from "./judge/random.ts";

/** A mistake that is often made, and what helps against it; it never quotes the answer. */
export interface Misconception<Inputs extends Plain[] = Plain[], Output extends Plain = Plain> {
  name: string;
  /** what a function with this mistake returns; recognised when the reader's does, in every case */
  instead?(...inputs: Inputs): Output;
  /** or: does this wrong result come from the mistake? Asked of every wrong result of the right kind, and must hold for all. */
  when?(got: Output, expected: Output, inputs: Inputs): boolean;
  says: string;
}

/** The reader writes a function; it is called with inputs that he does not see. */
export interface FunctionCheck<Inputs extends Plain[] = Plain[], Output extends Plain = Plain> {
  kind: "function";
  /** name of the function in the starter code */
  name: string;
  /** fixed cases first, then random ones */
  inputs(random: Random): Inputs[];
  expected(...inputs: Inputs): Output;
  /** takes the place of the comparison with `expected` where several results are right */
  accepts?(got: Output, expected: Output, inputs: Inputs): boolean;
  /** largest difference, relative to values above 1, absolute below; 1e-4 when absent */
  tolerance?: number;
  /** milliseconds that all calls may take together; 10 000 when absent */
  limit?: number;
  /** `refused`: a function that leaves tensors behind fails; else it is told */
  leaks?: "refused";
  misconceptions: Misconception<Inputs, Output>[];
  /** one sentence to go on with */
  passed?: string;
}

/** One of the choices, or all that hold. Their texts stand in the section: `<Choice id="a">…</Choice>`. */
export interface ChoiceCheck {
  kind: "choice";
  right: string[];
  several?: boolean;
  /** what to tell whoever took this wrong choice; of several choices: or left out this right one */
  says: Record<string, string>;
  passed?: string;
}

/** A number, with what it is asked for. */
export interface NumberCheck {
  kind: "number";
  /** what stands before the field */
  asks: string;
  unit?: string;
  right: number;
  /** largest difference, in the unit */
  tolerance: number;
  misconceptions: { name: string; when(got: number): boolean; says: string }[];
  passed?: string;
}

/** Steps to put in order. They stand in the section, shuffled: `<Step id="a">…</Step>`. */
export interface OrderCheck {
  kind: "order";
  /** ids of the steps; where more than one order is right, all of them */
  right: string[][];
  /** why `first` must stand before `then` */
  misconceptions: { name: string; first: string; then: string; says: string }[];
  passed?: string;
}

export type Check = FunctionCheck | ChoiceCheck | NumberCheck | OrderCheck;

/** Writes a check down; of a function, with the types of its inputs and of its result. */
export function check<Inputs extends Plain[], Output extends Plain>(one: FunctionCheck<Inputs, Output>): FunctionCheck<Inputs, Output>;
export function check<One extends ChoiceCheck | NumberCheck | OrderCheck>(one: One): One;
export function check(one: Check): Check {
  return one;
}

/** A float32 tensor from its values, row by row. */
export function tensor(values: number[], shape: number[] = [values.length], dtype = "float32"): TensorData {
  return { shape, dtype, values };
}

/** A matrix from its rows. */
export function matrix(rows: number[][]): TensorData {
  return tensor(rows.flat(), [rows.length, rows[0]?.length ?? 0]);
}

/** The rows of a matrix. */
export function rowsOf({ shape: [n = 0, d = 1], values }: TensorData): number[][] {
  return Array.from({ length: n }, (_, i) => values.slice(i * d, (i + 1) * d));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Σ aᵢbᵢ */
export function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, i) => value * (b[i] ?? 0)));
}
