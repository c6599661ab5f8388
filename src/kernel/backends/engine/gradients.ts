/**
 * Back-propagation in two passes over the tape instead of four. tfjs marks what depends on the variables, then what leads to the result,
 * copies the nodes that do both, and only then walks back; its marks are plain objects keyed by tensor numbers, which are slow once these
 * numbers are large. Walking back finds by itself what leads to the result: a node whose outputs have no gradient yet does not.
 *
 * Measured, linear regression with batches of 10, 300 steps, processor time: 24 → 21 ms.
 *
 * Follows `Engine.gradients` (tfjs-core/src/engine.ts) and `backpropagateGradients` (tape.ts) of TensorFlow.js 4.22, Apache-2.0.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Core } from "./replace.ts";

/** What an operation left on the tape. */
interface TapeNode {
  kernelName: string;
  inputs: Record<string, Tensor>;
  outputs: Tensor[];
  saved: Tensor[];
  gradient?: (dys: (Tensor | null)[]) => Record<string, () => Tensor>;
}

/** The private side of tfjs's engine. */
interface Engine {
  state: { activeTape: TapeNode[] | null; gradientDepth: number };
  startTape(): void;
  endTape(): void;
  startScope(name: string): void;
  endScope(result?: Tensor): void;
  tidy<T>(name: string, compute: () => T): T;
  scopedRun<T>(start: () => void, end: () => void, compute: () => T): T;
  gradients(f: () => Tensor, xs: Tensor[], dy?: Tensor, allowNoGradients?: boolean): { value: Tensor; grads: Tensor[] };
}

export function tuneGradients(tf: Core): void {
  const engine = tf.engine() as unknown as Engine;

  engine.gradients = (f, xs, dy, allowNoGradients = false) => {
    const { state } = engine;
    tf.util.assert(xs.length > 0, () => "gradients() received an empty list of xs.");
    if (dy && dy.dtype !== "float32") throw new Error(`dy must have 'float32' dtype, but has '${dy.dtype}'`);
    const y = engine.scopedRun(
      () => engine.startTape(),
      () => engine.endTape(),
      () => engine.tidy("forward", f),
    );
    tf.util.assert(y instanceof tf.Tensor, () => "The result y returned by f() must be a tensor.");

    const dependent = new Set(xs.map(({ id }) => id));
    const nodes = state.activeTape!.filter(({ inputs, outputs }) => {
      for (const name in inputs) {
        if (!dependent.has(inputs[name].id)) continue;
        for (const { id } of outputs) dependent.add(id);
        return true;
      }
      return false;
    });
    if (!allowNoGradients && !nodes.some(({ outputs }) => outputs.some(({ id }) => id === y.id))) {
      throw new Error(
        "Cannot compute gradient of y=f(x) with respect to x. Make sure that the f you passed encloses all operations that lead from x to y.",
      );
    }

    return engine.tidy("backward", () => {
      const gradients = new Map<number, Tensor>([[y.id, dy ?? tf.ones(y.shape)]]);
      for (let i = nodes.length - 1; i >= 0; i--) propagate(nodes[i], dependent, gradients);
      const grads = xs.map(({ id }) => gradients.get(id)!);
      if (state.gradientDepth === 0) {
        // not inside another gradient, which would still need what the operations saved
        for (const { saved } of state.activeTape!) for (const tensor of saved) tensor.dispose();
        state.activeTape = null;
      }
      return { value: y, grads };
    });
  };

  /** A `tidy` that takes nothing but such a function: no promise, no name. */
  function inScope(compute: () => Tensor): Tensor {
    let result: Tensor | undefined;
    engine.startScope("gradient");
    try {
      return (result = compute());
    } finally {
      engine.endScope(result);
    }
  }

  /** Adds to the gradients of a node's inputs what its outputs' gradients say. */
  function propagate(node: TapeNode, dependent: Set<number>, gradients: Map<number, Tensor>): void {
    const dys = node.outputs.map(({ id }) => gradients.get(id) ?? null);
    if (dys.every((dy) => dy === null)) return; // does not lead to the result
    if (!node.gradient) throw new Error(`Cannot compute gradient: gradient function not found for ${node.kernelName}.`);
    const byInput = node.gradient(dys);
    for (const name in node.inputs) {
      const x = node.inputs[name];
      if (!dependent.has(x.id)) continue;
      if (!(name in byInput)) {
        throw new Error(`Cannot backprop through input ${name}. Available gradients found: ${Object.keys(byInput)}.`);
      }
      const dx = inScope(byInput[name]);
      if (dx.dtype !== "float32") {
        throw new Error(
          `Error in gradient for op ${node.kernelName}. The gradient of input ${name} must have 'float32' dtype, but has '${dx.dtype}'`,
        );
      }
      if (!tf.util.arraysEqual(dx.shape, x.shape)) {
        throw new Error(
          `Error in gradient for op ${node.kernelName}. The gradient of input '${name}' has shape '${dx.shape}', which does not match the shape of the input '${x.shape}'`,
        );
      }
      const sofar = gradients.get(x.id);
      gradients.set(x.id, sofar ? tf.add(sofar, dx) : dx);
      sofar?.dispose();
    }
  }
}
