import { expect, test } from "vitest";
import { positionOf, readKnob, valueAt, writeKnob } from "../../../components/listing/knobs.ts";

const text =
  "const lr = 0.03, numEpochs = 3;\nlet batchSize: number = 10; // lr = 9\nconst lrs = [1];\nconst big = 1_000;\nconst tiny = -1e-3;";

test("a constant is read where it is declared as a plain number", () => {
  expect([readKnob(text, "lr"), readKnob(text, "batchSize"), readKnob(text, "big"), readKnob(text, "tiny")]).toEqual([
    0.03, 10, 1000, -0.001,
  ]);
  expect(readKnob(text, "lrs")).toBeUndefined();
  expect(readKnob(text, "missing")).toBeUndefined();
});

test("writing changes that number and nothing else", () => {
  expect(writeKnob(text, "lr", 0.5)).toBe(text.replace("0.03", "0.5"));
  expect(writeKnob(text, "batchSize", 64)).toBe(text.replace("= 10", "= 64"));
  expect(writeKnob(text, "missing", 1)).toBe(text);
});

test("a slider's position and its value agree", () => {
  const row = (knob: { min: number; max: number; step?: number; log?: boolean }, values: number[]) => {
    for (const value of values) expect(valueAt({ name: "x", ...knob }, positionOf({ name: "x", ...knob }, value))).toBe(value);
  };
  row({ min: 0.001, max: 1, log: true }, [0.001, 0.01, 0.1, 1]);
  row({ min: 1, max: 100 }, [1, 50, 100]);
  row({ min: 0, max: 1, step: 0.05 }, [0, 0.35, 1]);
  expect(positionOf({ name: "x", min: 0, max: 1 }, 7)).toBe(1000);
});
