/** A column and a row of the same length, which broadcast to a square: [10, 1] − [10] is [10, 10], and nothing complains. */
import type { Engine } from "@tensorflow/tfjs-core/dist/engine";
import type { Explanation } from "../../protocol.ts";
import { links } from "../links.ts";
import { shape } from "../rule.ts";

interface Square {
  a: number[];
  b: number[];
  /** where it was computed */
  error: Error;
}

const ELEMENTWISE = new Set(["Add", "Sub", "Multiply", "RealDiv", "SquaredDifference", "Maximum", "Minimum", "Equal"]);
const watched = new WeakSet<object>();
let first: Square | undefined;

/** Looks at the operands of elementwise kernels from now on. Doing it again changes nothing. */
export function watchBroadcasts(engine: Engine): void {
  if (watched.has(engine)) return;
  watched.add(engine);
  const { runKernel } = engine;
  engine.runKernel = function (this: Engine, ...given: Parameters<typeof runKernel>) {
    if (first === undefined && ELEMENTWISE.has(given[0])) {
      const { a, b } = given[1] as Partial<Record<"a" | "b", { shape: number[] }>>;
      if (a && b && isSquare(a.shape, b.shape)) first = { a: a.shape, b: b.shape, error: new Error() };
    }
    return runKernel.apply(this, given);
  } as typeof runKernel;
}

/** Forgets what was seen so far, and gives the first of it. */
export function takeSquare(): Square | undefined {
  const taken = first;
  first = undefined;
  return taken;
}

export function explainSquare({ a, b }: Square): Explanation {
  const [column, row] = a.length === 2 ? [a, b] : [b, a];
  const square = shape(`${column[0]},${row[0]}`);
  return {
    kind: "broadcast-square",
    title: `形状 ${shape(String(a))} 和 ${shape(String(b))} 逐元素运算，得到了 ${square}`,
    hint: `一列和一行会广播成方阵。要一个对一个地算，先把 ${shape(String(row))} 的那个写成 \`.reshape([-1, 1])\`；本来就想要每一对，就不用管。`,
    link: links.loss,
    original: `${a} with ${b} broadcast to ${square}`,
  };
}

function isSquare(a: readonly number[], b: readonly number[]): boolean {
  const [column, row] = a.length === 2 ? [a, b] : [b, a];
  return column.length === 2 && row.length === 1 && column[1] === 1 && column[0] === row[0] && row[0] > 1;
}
