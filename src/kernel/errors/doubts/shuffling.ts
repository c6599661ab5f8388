/** `shuffle` of `tf.data`, which does less than its arguments say. */
import type { Explanation } from "../../protocol.ts";
import { links } from "../links.ts";
import { zeroSeed } from "./seeds.ts";
import { isWatching, see } from "./sights.ts";

/** Looks at the arguments of `shuffle` on a dataset of `size` elements, where that is known. */
export function lookAtShuffle(size: number | undefined | null, buffer: number, seed: unknown, reshuffles: boolean | undefined): void {
  if (!isWatching()) return;
  if (typeof seed === "number") see(seed === 0 ? zeroSeed("`shuffle` 的种子写 0") : numericSeed(seed));
  else if (reshuffles === false) see(RESHUFFLES);
  else if (size && buffer < size) see(smallBuffer(buffer, size));
}

function numericSeed(seed: number): Explanation {
  return {
    kind: "numeric-seed",
    title: `\`shuffle\` 的种子要写成字符串：\`"${seed}"\``,
    hint: `写数在这里也能运行，次序与 \`"${seed}"\` 相同，但过不了类型检查；而数 0 会被当作没写。`,
    link: links.pipeline,
    original: `shuffle(…, ${seed}): expected a string`,
  };
}

const RESHUFFLES: Explanation = {
  kind: "reshuffles",
  title: "`shuffle` 的第三个参数写 false，每一遍的次序还是不同",
  hint: "tfjs 的 `reshuffleEachIteration` 没有这个作用。要每一遍相同，先打乱一次：`const rows = await dataset.toArray()`，再由它建数据集。",
  link: links.pipeline,
  original: "reshuffleEachIteration: false",
};

function smallBuffer(buffer: number, size: number): Explanation {
  return {
    kind: "small-buffer",
    title: `\`shuffle(${buffer})\` 只在 ${buffer} 个元素的缓冲区里打乱，数据有 ${size} 个，打不透`,
    hint: `排在后面的几乎还在后面。数据都在内存里，就写 \`shuffle(${size})\`。`,
    link: links.pipeline,
    original: `shuffle(${buffer}) of ${size}`,
  };
}
