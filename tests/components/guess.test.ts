/** 你来分. */
import { expect, test } from "vitest";
import { tally, verdict } from "../../components/guess/score.ts";

const questions = [
  { label: 0, model: 0, sureness: 0.9 },
  { label: 1, model: 0, sureness: 0.6 },
];
const names = ["裤子", "包"];

test("the score counts the questions answered only", () => {
  expect(tally(questions, [1])).toEqual({ you: 0, model: 1, of: 1 });
  expect(tally(questions, [1, 1])).toEqual({ you: 1, model: 1, of: 2 });
});

test("the verdict tells the truth and what the model thought", () => {
  expect(verdict(questions[0]!, 0, names)).toBe("对，是裤子。模型也猜对了，把握 90%。");
  expect(verdict(questions[1]!, 1, names)).toBe("对，是包。模型猜的是裤子，把握 60%。");
  expect(verdict(questions[0]!, 1, names)).toBe("不对，是裤子。模型猜对了，把握 90%。");
  expect(verdict(questions[1]!, 0, names)).toBe("不对，是包。模型猜的也是裤子，把握 60%。");
});
