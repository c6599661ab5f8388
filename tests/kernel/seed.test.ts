import { afterEach, expect, test } from "vitest";
import { seedRandom, sfc32 } from "../../src/kernel/seed.ts";

const { random } = Math;
afterEach(() => {
  Math.random = random;
});

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

test("the same seed and listing draw the same numbers", () => {
  seedRandom(1, "train");
  const first = draw(5, Math.random);
  seedRandom(1, "train");
  expect(draw(5, Math.random)).toEqual(first);
});

test("another seed, or another listing, draws others", () => {
  const first = draw(5, sfc32("1/train"));
  expect(draw(5, sfc32("2/train"))).not.toEqual(first);
  expect(draw(5, sfc32("1/trains"))).not.toEqual(first);
});

test("the numbers are uniform in [0, 1) and neighbours are not related", () => {
  const n = 100_000;
  const numbers = draw(n, sfc32("0/uniform"));
  expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
  const bins = new Array<number>(20).fill(0);
  for (const x of numbers) bins[Math.floor(x * 20)]++;
  const chi2 = bins.reduce((sum, count) => sum + (count - n / 20) ** 2 / (n / 20), 0);
  expect(chi2).toBeLessThan(43.8); // the 0.1 % point of χ² with 19 degrees of freedom
  const product = numbers.slice(1).reduce((sum, x, i) => sum + (x - 0.5) * (numbers[i] - 0.5), 0) / n;
  expect(Math.abs(product * 12)).toBeLessThan(4 / Math.sqrt(n));
});

test("first draws of a thousand neighbouring seeds are uniform, too", () => {
  const firsts = Array.from({ length: 1000 }, (_, seed) => sfc32(`${seed}/a`)());
  const mean = firsts.reduce((sum, x) => sum + x, 0) / 1000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 1000));
});
