import { expect, test } from "vitest";
import { huber, huberSlope } from "../../../components/figures/robust-losses.ts";

test("the two pieces of the Huber loss meet at the threshold, in value and in slope", () => {
  for (const sigma of [0.1, 1, 3]) {
    expect(huber(sigma, sigma)).toBeCloseTo(huber(sigma + 1e-9, sigma), 6);
    expect(huberSlope(sigma, sigma)).toBeCloseTo(1, 12);
  }
});

test("the drawn slope is the derivative of the drawn loss", () => {
  const h = 1e-6;
  for (const r of [-3, -0.4, 0, 0.2, 2]) expect((huber(r + h, 1) - huber(r - h, 1)) / (2 * h)).toBeCloseTo(huberSlope(r, 1), 5);
});
