import type { Element, ElementContent, Root } from "hast";
import { expect, test } from "vitest";
import { rehypeSections } from "../../src/build/markdown/rehype-sections.ts";

const element = (tagName: string, children: ElementContent[] = []): Element => ({ type: "element", tagName, properties: {}, children });
const formula = (size: number) =>
  element(
    "div",
    Array.from({ length: size - 1 }, () => element("span")),
  );
const component = (name: string, ...children: ElementContent[]): ElementContent => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: [],
  children: children as never,
});
const heading = (level: number) => element(`h${level}`);
const paragraph = element("p");

/** The blocks of a page, each as its class and the names of what is in it. */
function blocks(...children: ElementContent[]): string[] {
  const tree: Root = { type: "root", children };
  rehypeSections()(tree);
  const nameOf = (node: Root["children"][number]) => (node.type === "element" ? node.tagName : "name" in node ? node.name : node.type);
  return tree.children.map((node) =>
    node.type === "element" && node.tagName === "section"
      ? `${(node.properties["className"] as string[]).join(" ")}: ${node.children.map(nameOf).join(" ")}`
      : String(nameOf(node)),
  );
}

test("every heading of depth 2 and 3 opens a block, side by side, and what comes before the first stands free", () => {
  expect(blocks(paragraph, heading(2), paragraph, heading(3), heading(4), paragraph)).toEqual(["p", "block: h2 p", "block: h3 h4 p"]);
});

test("what is heavy with formulas goes on in another part", () => {
  expect(blocks(heading(2), formula(400), paragraph, formula(400), paragraph)).toEqual(["block: h2 div p", "block continued: div p"]);
});

test("the first block is a light one, since it may be laid out with what stands before it", () => {
  const two = [formula(100), paragraph, formula(100), paragraph];
  expect(blocks(heading(2), ...two, heading(2), ...two)).toEqual(["block: h2 div p", "block continued: div p", "block: h2 div p div p"]);
});

test("one formula too heavy for a block stands in one", () => {
  expect(blocks(heading(2), paragraph, formula(900), paragraph, paragraph)).toEqual([
    "block: h2 p",
    "block continued: div p",
    "block continued: p",
  ]);
});

test("a part ends with a paragraph or a list, never with a heading or a formula", () => {
  expect(blocks(heading(2), formula(400), formula(400), paragraph, formula(400))).toEqual(["block: h2 div div p", "block continued: div"]);
  expect(blocks(heading(2), formula(400), element("ul"), heading(4), formula(500))).toEqual([
    "block: h2 div ul",
    "block continued: h4 div",
  ]);
  expect(blocks(heading(2), formula(100), element("ul"), heading(4), formula(500))).toEqual(["block: h2 div ul h4 div"]);
});

test("a side note is not parted from what it stands beside", () => {
  expect(blocks(heading(2), formula(400), component("Side"), paragraph, paragraph, formula(400))).toEqual(["block: h2 div Side p p div"]);
});

test("a part ends with an exercise as well", () => {
  const exercise = () => component("Exercise", formula(550));
  expect(blocks(heading(2), paragraph, exercise(), exercise())).toEqual([
    "block: h2 p",
    "block continued: Exercise",
    "block continued: Exercise",
  ]);
});

test("an answer weighs nothing while it is closed", () => {
  const exercise = () => component("Exercise", paragraph, component("Answer", formula(5000)));
  expect(blocks(heading(2), paragraph, heading(2), exercise(), exercise())).toEqual(["block: h2 p", "block: h2 Exercise Exercise"]);
});
