/** The figures of saved runs say what the text of 3.7.6 says. */
import { expect, test } from "vitest";
import { best, cells } from "../../../components/figures/hyperparameters.ts";
import { elevenEpochs } from "../../../components/figures/long-training.ts";
import long from "../../../content/linear-networks/data/long-training.json" with { type: "json" };
import seeds from "../../../content/linear-networks/data/seeds.json" with { type: "json" };
import { bestEpoch, ends, smooth } from "../../../components/figures/overfitting.ts";

test("the test loss of a thousand images is lowest between the 60th and the 80th epoch, and rises after it, less so with weight decay", () => {
  expect(bestEpoch).toBeGreaterThanOrEqual(60);
  expect(bestEpoch).toBeLessThanOrEqual(80);
  expect(ends.last).toBeGreaterThan(ends.best + 0.05);
  expect(ends.decayed).toBeLessThan(ends.last);
});

test("one odd epoch does not show in the smoothed curve", () => {
  expect(smooth([1, 1, 1, 9, 1, 1])).toEqual([1, 1, 1, 1, 1, 1]);
});

test("small batches go best with small steps", () => {
  expect(best).toMatchObject({ batchSize: 16, lr: 0.01 });
});

test.each([[16], [64]])("with batches of %i, steps of 0.5 and 1 are worse than 0.1", (size) => {
  const [tenth, half, one] = [0.1, 0.5, 1].map((lr) => cells.find((cell) => cell.batchSize === size && cell.lr === lr)!.accuracy);
  expect(Math.max(half!, one!)).toBeLessThan(tenth!);
});

test("on all images the test accuracy jumps and does not fall, and a falling learning rate makes it jump ten times less", () => {
  const smooth = elevenEpochs(long.testAcc.constant);
  expect(Math.max(...smooth.slice(10))).toBeCloseTo(long.smooth.peak, 3);
  expect(long.smooth.peak - long.smooth.last).toBeLessThan(0.005);
  expect(long.lastTen.constant.std).toBeGreaterThan(10 * long.lastTen.falling.std);
  expect(long.lastTen.falling.mean).toBeGreaterThan(long.lastTen.constant.mean);
  expect(long.lastTen.decayed.mean).toBeLessThan(long.lastTen.constant.mean - 0.02);
});

test("of twenty seeds the training loss hardly depends, the recall of the three classes hardest to tell apart very much", () => {
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(seeds.last.trainLoss)).toBeLessThan(0.002);
  expect(width(seeds.last.testAcc)).toBeGreaterThan(0.015);
  const widest = seeds.recalls.map((recall, i) => ({ i, width: width(recall) })).sort((a, b) => b.width - a.width);
  expect(
    widest
      .slice(0, 3)
      .map(({ i }) => i)
      .sort(),
  ).toEqual([2, 4, 6]); // pullover, coat, shirt
  expect(width(seeds.recalls[1]!)).toBeLessThan(0.02); // trouser
});
