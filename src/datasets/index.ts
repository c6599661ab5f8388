/** What listings import from "datasets". */
export { FashionMNIST } from "./fashion-mnist.ts";
export type { LoadOptions } from "./fashion-mnist.ts";
