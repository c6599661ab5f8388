/** Notices when a listing bends tfjs itself: its functions, its registries, the engine's books. */
import type { Engine } from "@tensorflow/tfjs-core/dist/engine";
import type * as Tf from "../tf.ts";
import { guard, type Taint, type Watched } from "./guard.ts";

type Core = Pick<typeof Tf, "backend" | "engine" | "env" | "Tensor" | "Variable" | "Optimizer" | "getKernelsForBackend">;

/** The private side of the engine. */
type Books = Pick<Engine, "state" | "backendName"> & { registry: Record<string, Store>; registryFactory: Record<string, object> };
/** A backend, and where it keeps the data of tensors. */
type Store = object & { data?: object; dataIdMap?: object };

/** What tensors and variables are given as their own: an accessor of that name on the prototype would take it. */
const FIELDS = "kept isDisposedInternal shape dtype size strides dataId id rankType scopeId name trainable".split(" ");

/** How much tfjs checks and prints. */
const MODES = ["DEBUG", "PROD"];

/**
 * Saves tfjs as it is before a run; kernels that a backend brought in the meantime are thus its own.
 * @returns a function that puts back the functions replaced since, and tells the first of what is not as it was
 */
export function guardLibrary(tf: Core): () => Taint | undefined {
  const backend = tf.backend() as Store; // asked for first: one that took the place of another may only start now
  const engine = tf.engine() as unknown as Books;
  const env = tf.env();
  const name = engine.backendName;
  const watched: Watched[] = [
    { name: "tf.engine()", object: engine, acts: true },
    { name: "tf.backend()", object: backend, acts: true },
    { name: "tf.Tensor.prototype", object: tf.Tensor.prototype, reserved: FIELDS },
    { name: "tf.Variable.prototype", object: tf.Variable.prototype, reserved: FIELDS },
    { name: "tf.Optimizer.prototype", object: tf.Optimizer.prototype },
  ];
  for (const [name, object] of Object.entries(tf)) if (isPlain(object)) watched.push({ name: `tf.${name}`, object });
  const mend = guard(watched);

  /** What everything else hangs on. */
  const pillars = (): unknown[] => {
    const { state, registry, registryFactory } = engine;
    const { scopeStack, registeredVariables, tensorInfo } = state;
    const store = [registry[name], registryFactory[name], backend.data, backend.dataIdMap];
    return [state, registry, registryFactory, scopeStack, registeredVariables, tensorInfo, ...store, env.platform];
  };
  const before = { pillars: pillars(), kernels: tf.getKernelsForBackend(name), gradients: gradients() };

  const flags = MODES.map((mode) => env.getBool(mode));

  return () => {
    const taint = mend();
    if (taint) return taint;
    try {
      // a mode that a listing chose is its own affair, not that of those that run after it
      MODES.forEach((mode, i) => env.set(mode, flags[i]));
      if (!same(pillars(), before.pillars) || !isAtRest(engine.state)) return { what: "tf.engine()", mended: false };
      if (!same(tf.getKernelsForBackend(name), before.kernels)) return { what: "tf.registerKernel", mended: false };
      if (!same(gradients(), before.gradients)) return { what: "tf.registerGradient", mended: false };
      return undefined;
    } catch {
      return { what: "tf.engine()", mended: false };
    }
  };
}

/** Where tfjs keeps the gradient of every kernel; it has no function that lists them. */
function gradients(): unknown[] {
  const { _tfGlobals } = globalThis as unknown as { _tfGlobals: Map<string, Map<string, object>> };
  return [..._tfGlobals.get("gradRegistry")!.values()];
}

/** Between runs no scope and no derivation is open, and the books add up. */
function isAtRest(state: Engine["state"]): boolean {
  const { activeScope, scopeStack, gradientDepth, kernelDepth, numBytes, numTensors } = state;
  const isClosed = !activeScope && scopeStack.length === 0 && gradientDepth === 0 && kernelDepth === 0;
  return isClosed && numBytes >= 0 && numTensors >= 0 && !Object.isFrozen(state);
}

function same(now: readonly unknown[], before: readonly unknown[]): boolean {
  return now.length === before.length && now.every((one, i) => one === before[i]);
}

/** `tf.losses`, `tf.layers` and the like: what a module exports cannot be replaced itself, but what hangs on it can. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
