/**
 * What tfjs knows of data, kept on their key. tfjs looks it up in WeakMaps, some ten times an operation; each of their entries costs a hash, a
 * place in a table and work of the garbage collector. A key is forgotten with its data in both cases.
 *
 * Follows `DataStorage` (tfjs-core/src/backends/backend.ts) of TensorFlow.js 4.22, Apache-2.0.
 */
import type { DataId, DataMover, KernelBackend } from "@tensorflow/tfjs-core";
import type { Core } from "./replace.ts";

const INFO = Symbol("info");
const STORAGE = Symbol("storage");
const VALUE = Symbol("value");

interface Key extends DataId {
  [INFO]?: unknown;
  /** where the value is: data are with one backend at a time */
  [STORAGE]?: Storage;
  [VALUE]?: unknown;
}

/** The private side of tfjs's `DataStorage`. */
interface Storage {
  backend: KernelBackend;
  dataMover: DataMover;
  /** what was stored before this file was asked */
  data: WeakMap<DataId, unknown>;
  dataIdsCount: number;
  get(key: Key): unknown;
  set(key: Key, value: unknown): void;
  has(key: Key): boolean;
  delete(key: Key): boolean;
}

export function tuneStorage(tf: Core): void {
  const { state } = tf.engine() as unknown as { state: { tensorInfo: Pick<WeakMap<Key, unknown>, "get" | "set" | "has" | "delete"> } };
  const before = state.tensorInfo;
  state.tensorInfo = {
    get: (key) => key[INFO] ?? before.get(key),
    has: (key) => key[INFO] !== undefined || before.has(key),
    set(key, info) {
      key[INFO] = info;
      return this as WeakMap<Key, unknown>;
    },
    delete(key) {
      const isKnown = key[INFO] !== undefined;
      key[INFO] = undefined;
      return before.delete(key) || isKnown;
    },
  };

  const storage = tf.DataStorage.prototype as unknown as Storage;
  storage.has = function (key) {
    return key[STORAGE] === this || this.data.has(key);
  };
  storage.get = function (key) {
    if (key[STORAGE] === this) return key[VALUE];
    if (!this.data.has(key)) this.dataMover.moveData(this.backend, key);
    return key[STORAGE] === this ? key[VALUE] : this.data.get(key);
  };
  storage.set = function (key, value) {
    this.dataIdsCount++;
    key[STORAGE] = this;
    key[VALUE] = value;
  };
  storage.delete = function (key) {
    this.dataIdsCount--;
    if (key[STORAGE] !== this) return this.data.delete(key);
    key[STORAGE] = key[VALUE] = undefined;
    return true;
  };
}
