/**
 * The call of a kernel, straight on. tfjs looks the kernel up twice, by a string that it puts together each time, and wraps the call in five
 * functions; for ten numbers that takes longer than the kernel. With `DEBUG` or a profile tfjs's own way is taken.
 *
 * Measured with `saved.ts`: see there.
 *
 * Follows `Engine.runKernel` and `runKernelFunc` (tfjs-core/src/engine.ts) of TensorFlow.js 4.22, Apache-2.0.
 */
import type { KernelConfig, NamedAttrMap, NamedTensorMap, Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Core } from "./replace.ts";

/** The private side of tfjs's engine. */
interface Engine {
  ENV: { getBool(flag: string): boolean };
  state: { profiling: boolean; kernelDepth: number };
  backendName: string;
  backend: object;
  isTapeOn(): boolean;
  runKernel(kernelName: string, inputs: NamedTensorMap, attrs?: NamedAttrMap): Tensor | Tensor[];
  makeTensorFromTensorInfo(info: TensorInfo): Tensor;
  getTensorsForGradient(kernelName: string, inputs: NamedTensorMap, outputs: Tensor[]): Tensor[];
  saveTensorsForBackwardMode(tensors: Tensor[]): Tensor[];
  addTapeNode(kernelName: string, inputs: NamedTensorMap, outputs: Tensor[], gradient: null, saved: Tensor[], attrs?: NamedAttrMap): void;
}

/** Where tfjs keeps the kernels of all backends, by `backend_kernel`. */
const registry = () => (globalThis as unknown as { _tfGlobals: Map<string, Map<string, KernelConfig>> })._tfGlobals.get("kernelRegistry")!;

export function tuneKernels(tf: Core): void {
  const engine = tf.engine() as unknown as Engine;
  const { runKernel } = engine;
  const kernels = registry();
  /** the keys of the backend in use: a string that is made once has its hash ready */
  let keys = new Map<string, string>();
  let keysOf = "";

  engine.runKernel = (kernelName, inputs, attrs) => {
    const { state, backendName } = engine;
    if (keysOf !== backendName) [keys, keysOf] = [new Map(), backendName];
    let key = keys.get(kernelName);
    if (key === undefined) keys.set(kernelName, (key = `${backendName}_${kernelName}`));
    const kernel = kernels.get(key);
    if (!kernel || state.profiling || engine.ENV.getBool("DEBUG") || engine.ENV.getBool("IS_TEST"))
      return runKernel.call(engine, kernelName, inputs, attrs);

    const isTapeOn = engine.isTapeOn();
    let saved: Tensor[] = [];
    let outputs: Tensor[];
    let made: TensorInfo | TensorInfo[];
    state.kernelDepth++;
    try {
      made = kernel.kernelFunc({ inputs, attrs, backend: engine.backend });
      outputs = (Array.isArray(made) ? made : [made]).map((info) =>
        (info as Tensor).rank === undefined ? engine.makeTensorFromTensorInfo(info) : (info as Tensor),
      );
      if (isTapeOn) saved = engine.saveTensorsForBackwardMode(engine.getTensorsForGradient(kernelName, inputs, outputs));
    } finally {
      state.kernelDepth--;
    }
    if (isTapeOn) engine.addTapeNode(kernelName, inputs, outputs, null, saved, attrs);
    return Array.isArray(made) ? outputs : outputs[0];
  };
}
