import { describe, expect, test } from "vitest";
import { difference } from "../../src/build/record/compare.ts";
import type { Output } from "../../src/kernel/protocol.ts";

const text = (...lines: string[]): Output[] => [
  { type: "text", omitted: 0, lines: lines.map((line) => ({ level: "log", parts: [{ type: "string", text: line }] })) },
];
const image = (...bytes: number[]): Output[] => [
  { type: "image", columns: 1, scale: 1, images: [{ width: 2, height: 1, channels: 1, data: Buffer.from(bytes).toString("base64") }] },
];
const plot = (svg: string): Output[] => [{ type: "plot", svg }];

test.each([
  ["the same text", text("轮 1，损失 0.1234"), text("轮 1，损失 0.1234")],
  ["a number two units of its last digit away", text("损失 0.0034"), text("损失 0.0036")],
  ["a number within a thousandth", text("损失 123.4"), text("损失 123.5")],
  ["a small number in the exponent's notation", text("5.12e-5"), text("5.13e-5")],
  ["a number that takes more room", text("[0.99, 10.01]"), text("[1.01,  10.00]")],
  ["a picture two levels away", image(10, 20), image(12, 18)],
  ["a curve a hair away", plot('<path d="M1.25,3.5L10,20">'), plot('<path d="M1.26,3.5L10,20">')],
])("%s agrees with its record", (_, record, run) => {
  expect(difference(record, run)).toBeUndefined();
});

test.each([
  ["another word", text("损失 0.12"), text("误差 0.12"), "0.lines.0.parts.0.text"],
  ["a number three units away", text("损失 0.0034"), text("损失 0.0037"), "0.0037"],
  ["another count", text("张量 3 个"), text("张量 4 个"), "张量 4 个"],
  ["another sign", text("−0.5"), text("0.5"), "0.5"],
  ["NaN", text("损失 0.5"), text("损失 NaN"), "NaN"],
  ["a line more", text("a"), text("a", "b"), "0.lines.1"],
  ["an output less", [...text("a"), ...image(1, 2)], text("a"), "became nothing"],
  ["another picture", image(10, 20), image(10, 30), "images.0.data"],
  ["another curve", plot('<path d="M1.25,3.5">'), plot('<path d="M1.25,4.5">'), "0.svg"],
])("%s differs from its record", (_, record, run, told) => {
  expect(difference(record, run)).toContain(told);
});

test("a fence may ask for more tolerance", () => {
  expect(difference(text("损失 100.0"), text("损失 109.0"))).toBeDefined();
  expect(difference(text("损失 100.0"), text("损失 109.0"), { tolerance: 0.1 })).toBeUndefined();
});

describe("an output that varies", () => {
  const varies = { varies: true };
  test("may show other words and numbers", () => {
    expect(difference(text("用时 3 ms"), text("用时 17 ms，慢"), varies)).toBeUndefined();
  });
  test("keeps its shape", () => {
    expect(difference(text("用时 3 ms"), text("用时", "3 ms"), varies)).toContain("text of 2 lines");
    expect(difference(text("用时 3 ms"), image(1, 2), varies)).toContain("became image");
  });
});
