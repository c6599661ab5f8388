import { expect, test } from "vitest";
import { change, formatParameter, handleMarkup, isExplorable } from "../../../components/figure/markup.ts";
import { figure } from "../../../components/figures/kit.ts";

const lr = { label: "学习率 η", min: 0, max: 1, step: 0.01, value: 0.1 };
const one = figure({ width: 640, height: 300, parameters: { lr }, label: () => "", draw: () => "" });
const still = figure({ width: 640, height: 300, parameters: {}, label: () => "", draw: () => "" });

test("a figure without parameters is still", () => {
  expect([isExplorable(one as never), isExplorable(still)]).toEqual([true, false]);
});

test("a value is written with the digits of its step, and with a real minus", () => {
  expect(formatParameter(lr, 0.5)).toBe("0.50");
  expect(formatParameter({ ...lr, step: 1 }, 3)).toBe("3");
  expect(formatParameter({ ...lr, step: 0.1 }, -0.5)).toBe("−0.5");
  expect(formatParameter({ ...lr, format: (x) => `${x} 步` }, 3)).toBe("3 步");
});

test("a change stays within the range; what is no number or no parameter changes nothing", () => {
  expect(change(one, { lr: 0.1 }, { lr: 7 })).toEqual({ lr: 1 });
  expect(change(one, { lr: 0.1 }, { lr: NaN })).toEqual({ lr: 0.1 });
  expect(change(one, { lr: 0.1 }, { other: 3 } as never)).toEqual({ lr: 0.1 });
});

test("a handle's disc is at least 24 px when the figure is 320 px wide", () => {
  for (const width of [320, 640, 960]) {
    const radius = Number(/class="touch" r="(\d+)"/.exec(handleMarkup({ x: 1, y: 2, label: "点", move: () => ({}) }, 0, width))![1]);
    expect((2 * radius * 320) / width).toBeGreaterThanOrEqual(24);
  }
});

test("a handle's name is text, not markup", () => {
  expect(handleMarkup({ x: 0, y: 0, label: '<b>"a"', move: () => ({}) }, 0, 640)).toContain('aria-label="&lt;b&gt;&quot;a&quot;"');
});
