/** What tfjs's kernels are given: a column with a row, a derivative of a derivative that comes out wrong. */
import type { Engine } from "@tensorflow/tfjs-core/dist/engine";
import type { Explanation } from "../../protocol.ts";
import { links } from "../links.ts";
import { shape } from "../rule.ts";
import { isWatching, see } from "./sights.ts";

type Shape = readonly number[];

const ELEMENTWISE = new Set(["Add", "Sub", "Multiply", "RealDiv", "SquaredDifference", "Maximum", "Minimum", "Equal"]);
/** Their gradients keep the output, which a second derivative takes for a constant (tfjs#3252). */
const KEEPS_OUTPUT = new Set(["Exp", "Sigmoid", "Tanh", "Softmax", "LogSoftmax"]);
const watched = new WeakSet<object>();

/** Looks at what kernels are given from now on. Doing it again changes nothing. */
export function watchKernels(engine: Engine): void {
  if (watched.has(engine)) return;
  watched.add(engine);
  const { runKernel } = engine;
  engine.runKernel = ((name, inputs, attributes) => {
    if (isWatching()) {
      if (ELEMENTWISE.has(name)) {
        const { a, b } = inputs as Partial<Record<"a" | "b", { shape: number[] }>>;
        if (a && b && isSquare(a.shape, b.shape)) see(explainSquare(a.shape, b.shape));
      } else if (KEEPS_OUTPUT.has(name) && engine.state.gradientDepth > 1) see(explainSecondDerivative(name));
    }
    return runKernel.call(engine, name, inputs, attributes);
  }) as typeof runKernel;
}

/** A column and a row of the same length broadcast to a square: [10, 1] − [10] is [10, 10], and nothing complains. */
function isSquare(a: Shape, b: Shape): boolean {
  const [column, row] = a.length === 2 ? [a, b] : [b, a];
  return column.length === 2 && row.length === 1 && column[1] === 1 && column[0] === row[0] && row[0] > 1;
}

function explainSquare(a: Shape, b: Shape): Explanation {
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

function explainSecondDerivative(kernel: string): Explanation {
  const name = kernel[0].toLowerCase() + kernel.slice(1);
  return {
    kind: "second-derivative",
    title: `对梯度再求导时经过了 \`${name}\`，结果多半是错的`,
    hint: `tfjs 求二阶导时把 \`${name}\` 的输出当成常数，少算一项，也不报错。改用解析式，或者对梯度做差分来核对。`,
    link: links.gradients,
    original: `${kernel} within a gradient of a gradient`,
  };
}
