import { parseHTML } from "linkedom";
import { beforeEach, expect, test } from "vitest";
import { OutputList } from "../../../components/listing/outputs.ts";
import type { Output } from "../../../src/kernel/protocol.ts";

let host: HTMLElement;
const text = (word: string): Output => ({ type: "text", omitted: 0, lines: [{ level: "log", parts: [{ type: "string", text: word }] }] });

beforeEach(() => {
  const { document } = parseHTML('<body><div data-outputs data-origin="record"><p>记录</p></div></body>');
  host = document.querySelector("[data-outputs]")!;
  host.getBoundingClientRect = () => ({ height: 80 }) as DOMRect;
});

function open() {
  const render = (output: Output) => {
    const element = host.ownerDocument.createElement("p");
    element.textContent =
      output.type === "text"
        ? output.lines.map((line) => line.parts.map((part) => ("text" in part ? part.text : "")).join("")).join("|")
        : output.type;
    return element;
  };
  const append = (element: HTMLElement) => void (element.textContent += "+");
  return new OutputList(host, { render, append }, () => {});
}
const shown = () => [...host.children].map((child) => child.textContent);

test("the record stays until the first output, and its room until the end", () => {
  const list = open();
  expect(shown()).toEqual(["记录"]);
  expect(host.style.minHeight).toBe("80px");
  list.put(0, text("a"));
  expect(shown()).toEqual(["a"]);
  expect(host.getAttribute("data-origin")).toBe("live");
  expect(host.style.minHeight).toBe("80px");
  list.end(true);
  expect(host.style.minHeight).toBeFalsy();
});

test("an output replaces the one with its index, others keep their place", () => {
  const list = open();
  list.put(0, text("a"));
  list.put(1, text("b"));
  list.put(0, text("c"));
  list.append(1, [], 0);
  list.add(text("d"));
  expect(shown()).toEqual(["c", "b+", "d"]);
});

test("a run that showed nothing leaves nothing of the record; one that was stopped leaves it", () => {
  open().end(false);
  expect(shown()).toEqual(["记录"]);
  open().end(true);
  expect(shown()).toEqual([]);
});

test("a run that was stopped before it showed anything does not show the error of the run before", () => {
  host.innerHTML = '<p data-output="error">出错了</p>';
  open().end(false);
  expect(shown()).toEqual([]);
});

test("an output that comes after the end is still shown", () => {
  const list = open();
  list.put(0, text("a"));
  list.end(true);
  list.put(1, text("late"));
  expect(shown()).toEqual(["a", "late"]);
});
