import { check } from "../../../components/exercise/check.ts";

/** Epoch with the lowest loss before `patience` epochs in a row were no better, and the epoch at which that was so. */
function stop(losses: number[], patience: number): { best: number; last: number } {
  let best = 0;
  for (let epoch = 1; epoch < losses.length; epoch++) {
    if (losses[epoch]! < losses[best]!) best = epoch;
    if (epoch - best >= patience) return { best, last: epoch };
  }
  return { best, last: losses.length - 1 };
}
const argmin = (values: number[]) => values.indexOf(Math.min(...values));

/** Stops when the loss has risen from epoch to epoch, instead of being above the lowest. */
function risingOnly(losses: number[], patience: number): number {
  let best = 0;
  let risen = 0;
  for (let epoch = 1; epoch < losses.length; epoch++) {
    risen = losses[epoch]! < losses[epoch - 1]! ? 0 : risen + 1;
    if (losses[epoch]! < losses[best]!) best = epoch;
    if (risen >= patience) break;
  }
  return best;
}

export default check({
  kind: "function",
  name: "bestEpoch",
  inputs: (random): [losses: number[], patience: number][] => [
    [[0.9, 0.7, 0.6, 0.61, 0.62, 0.63, 0.64], 2],
    [[0.9, 0.7, 0.75, 0.6, 0.65, 0.66, 0.67, 0.5], 3], // the later minimum is never seen
    [[0.9, 0.8, 0.7, 0.6], 2], // it never gets worse
    [[0.5, 0.9, 0.8, 0.7, 0.6, 0.55, 0.4], 3], // falls, but not below the lowest
    [random.list(12, (i) => 0.5 + 0.02 * Math.abs(i - 5) + 0.001 * random.normal()), 3],
    [[1, ...random.list(9, () => random.uniform(0.3, 1))], 2],
  ],
  expected: (losses, patience) => stop(losses, patience).best,
  misconceptions: [
    { name: "last", instead: (losses, patience) => stop(losses, patience).last, says: "这是停下来的那一轮。要用的是最好的那一轮的参数。" },
    { name: "hindsight", instead: (losses) => argmin(losses), says: "你把整条曲线都看完了才挑。早停的意思是：连续若干轮不见好，就不再往下训练。" },
    { name: "counted-from-one", instead: (losses, patience) => stop(losses, patience).best + 1, says: "编号差一：第一轮的下标是 0。" },
    { name: "impatient", instead: (losses) => stop(losses, 1).best, says: "一次没有变好就停了，patience 没有用上：一次抖动就会骗到你。" },
    { name: "one-more", instead: (losses, patience) => stop(losses, patience + 1).best, says: "多等了一轮：恰好连续 patience 轮没有变好，就该停了。" },
    { name: "rising-only", instead: risingOnly, says: "你和上一轮比。要和迄今最低的一轮比：慢慢回落、却没有回到最低，也算没有变好。" },
  ],
  passed: "看的是验证集的损失，不是测试集的。",
});
