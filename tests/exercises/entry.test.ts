import { expect, test } from "vitest";
import { readNumber } from "../../components/exercise/judge/entries.ts";

test.each<[text: string, value: number | undefined]>([
  ["0.5", 0.5],
  [".5", 0.5],
  ["-3", -3],
  ["−3", -3],
  ["+2", 2],
  ["５e-5", 5e-5],
  ["5×10^-5", 5e-5],
  ["5 × 10^(-5)", 5e-5],
  ["5·10⁻⁵", 5e-5],
  ["1/3", 1 / 3],
  ["12 000", 12000],
  ["1,234,567", 1234567],
  ["1，234", 1234],
  ["３．１４", 3.14],
  ["3。14", 3.14],
  ["", undefined],
  ["五", undefined],
  ["1.2.3", undefined],
  ["12 MiB", undefined],
  ["1/", undefined],
])("reads the number %j", (text, value) => {
  expect(readNumber(text)).toBe(value);
});
