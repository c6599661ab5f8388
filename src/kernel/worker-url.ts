/** Where the worker's file is. Apart from `kernel.ts`, so that the class knows nothing of the bundler. */
export { default as workerUrl } from "./worker.ts?worker&url";
