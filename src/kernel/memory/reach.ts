/** Value → the tensors that can be reached from it. */
import { Optimizer, Tensor } from "@tensorflow/tfjs-core";
import { History, layers, LayerVariable, SymbolicTensor } from "@tensorflow/tfjs-layers";
import { hasEnd } from "../outputs/copy/prototypes.ts";

/** Tensors by the path they were first met at: `net.layers[0].kernel`, `params[1]`. */
export type Reached = Map<Tensor, string>;

/** Steps down from the declared value; a step is a property, an entry of a list, Map or Set. */
const DEPTH = 4;
/** Objects looked at in all, for values that are as large as a book. */
const BUDGET = 20_000;

/**
 * Looks through own properties (getters are not called), lists, Maps, Sets, layers, models and optimizers. What only a
 * closure, a generator, a private field or a `tf.data` pipeline holds cannot be seen from outside and is not found.
 */
export function reach(name: string, value: unknown, into: Reached = new Map()): Reached {
  const seen = new Set<object>();
  let queue: Step[] = [{ path: name, value, depth: 0 }];
  while (queue.length > 0 && seen.size < BUDGET) {
    const next: Step[] = [];
    for (const { path, value, depth } of queue) {
      if (!isObject(value) || seen.has(value)) continue;
      seen.add(value);
      if (!isSafe(value)) continue;
      if (value instanceof Tensor) {
        if (!into.has(value)) into.set(value, path);
      } else if (depth < DEPTH) {
        for (const step of stepsFrom(value, path, depth + 1)) next.push(step);
      }
    }
    queue = next;
  }
  return into;
}

interface Step {
  path: string;
  value: unknown;
  depth: number;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** A proxy may throw when it is only asked what it is, or have no end of prototypes. */
function isSafe(object: object): boolean {
  try {
    return hasEnd(object);
  } catch {
    return false;
  }
}

function* stepsFrom(object: object, path: string, depth: number): Generator<Step> {
  try {
    if (ArrayBuffer.isView(object) || object instanceof SymbolicTensor) return;
    if (Array.isArray(object)) {
      for (let i = 0; i < object.length; i++) if (isObject(object[i])) yield { path: `${path}[${i}]`, value: object[i], depth };
    } else if (object instanceof Map) {
      for (const [key, value] of object) yield { path: `${path}.get(${JSON.stringify(String(key))})`, value, depth };
    } else if (object instanceof Set) {
      for (const value of object) yield { path, value, depth };
    } else if (object instanceof LayerVariable) {
      yield { path, value: object.read(), depth };
    } else if (object instanceof layers.Layer) {
      yield* stepsFromLayer(object, path);
    } else if (object instanceof History) {
      return; // it only points back at its model
    } else if ((object as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] !== "Module") {
      // an optimizer may hang below a model; its slots lie three steps down
      yield* stepsFromProperties(object, path, object instanceof Optimizer ? DEPTH - 3 : depth);
    }
  } catch {
    // a proxy or a disposed layer that will not be looked into holds nothing we could find
  }
}

/** Models are layers, too. Their graphs are left aside; parts start anew, since models nest deeper than any limit. */
function* stepsFromLayer(layer: layers.Layer, path: string): Generator<Step> {
  const { layers: parts, optimizer_: optimizer } = layer as unknown as { layers?: unknown[]; optimizer_?: unknown };
  if (parts) {
    for (let i = 0; i < parts.length; i++) yield { path: `${path}.layers[${i}]`, value: parts[i], depth: 1 };
    yield { path: `${path}.optimizer`, value: optimizer, depth: 1 };
  } else {
    for (const weight of layer.weights) yield { path: `${path}.${weight.originalName.split("/").pop()}`, value: weight, depth: 1 };
    yield* stepsFromProperties(layer, path, DEPTH);
  }
}

function* stepsFromProperties(object: object, path: string, depth: number): Generator<Step> {
  for (const key of Object.getOwnPropertyNames(object)) {
    const value: unknown = Object.getOwnPropertyDescriptor(object, key)?.value;
    if (isObject(value)) yield { path: `${path}.${key}`, value, depth };
  }
}
