/** The figures of saved runs say what the text of 3.7.6 says. */
import { expect, test } from "vitest";
import { best, cells } from "../../../components/figures/hyperparameters.ts";
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
