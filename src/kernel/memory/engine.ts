/** The one place that reaches into tfjs's engine: it tells a watcher which tensors come, go and are written. */
import { engine, Variable, type Tensor } from "@tensorflow/tfjs-core";
import { links } from "../errors/links.ts";
import { ReaderError } from "../errors/reader-error.ts";

export interface Watcher {
  /** Also called when a variable takes over the data assigned to it: the same variable then comes again. */
  came(tensor: Tensor): void;
  went(tensor: Tensor): void;
  assigned(variable: Variable): void;
  /** `kind` and the smallest number that makes a name free in the scope. */
  name(kind: string): string;
}

/** Bytes of live tensors above which the next one is refused; views of the same data count each, as in `tf.memory()`. */
export const LIMIT_BYTES = 1.5e9;
/** A tensor costs some 500 bytes of JavaScript besides its data. */
const LIMIT_TENSORS = 2e6;

let watcher: Watcher | undefined;

/** Makes `next` the only watcher; the engine is shared by all kernels of a thread, and they take turns. */
export function watch(next: Watcher): void {
  if (!watcher) hook();
  watcher = next;
}

/** Bytes and number of live tensors of the whole thread. */
export function usage(): { tensors: number; bytes: number } {
  const { numTensors, numBytes } = engine().state;
  return { tensors: numTensors, bytes: numBytes };
}

/** A number greater than those of all tensors made so far, and smaller than those of all to come. */
export function nextId(): number {
  return (engine() as unknown as Engine).nextTensorId();
}

/** Names what tfjs would number in the order of the page's whole history: `dense_Dense1`, not `dense_Dense7`. */
export function nameOf(kind: string): string | undefined {
  return watcher?.name(kind);
}

/** What we use of the engine; two of these are private in its types. */
interface Engine {
  trackTensor(tensor: Tensor, backend?: unknown): void;
  disposeTensor(tensor: Tensor): void;
  nextVariableId(): number;
  nextTensorId(): number;
  registeredVariables: Record<string, Variable>;
  state: { numBytes: number; numTensors: number };
}

function hook(): void {
  const tfjs = engine() as unknown as Engine;
  const { trackTensor, disposeTensor } = tfjs;
  const { assign } = Variable.prototype;

  tfjs.trackTensor = function (tensor, backend) {
    trackTensor.call(tfjs, tensor, backend);
    watcher?.came(tensor);
    const { numBytes, numTensors } = tfjs.state;
    if ((numBytes > LIMIT_BYTES || numTensors > LIMIT_TENSORS) && !(tensor instanceof Variable)) refuse(tensor);
  };
  tfjs.disposeTensor = function (tensor) {
    disposeTensor.call(tfjs, tensor);
    watcher?.went(tensor);
  };
  Variable.prototype.assign = function (value) {
    assign.call(this, value);
    watcher?.assigned(this);
  };
  // A variable without a name gets the smallest free number, so that a re-run calls it as the first run did.
  tfjs.nextVariableId = () => {
    let id = 0;
    while (tfjs.registeredVariables[id]) id++;
    return id;
  };
}

function refuse(tensor: Tensor): never {
  const { tensors, bytes } = usage();
  tensor.dispose();
  throw new ReaderError(
    bytes > LIMIT_BYTES
      ? `张量占用的内存超过了 ${LIMIT_BYTES / 1e9} GB，不再分配新的张量。`
      : `没有释放的张量超过了 ${LIMIT_TENSORS / 1e4} 万个（现有 ${tensors} 个），不再分配新的张量。`,
    {
      kind: "tensor-memory",
      hint: "多半是循环里的中间结果没有释放：把循环体放进 tf.tidy(() => { … })，或者对不再用的张量调用 dispose()。",
      link: links.tidy,
    },
  );
}
