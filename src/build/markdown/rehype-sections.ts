import type { Element, Root, RootContent } from "hast";
import type { MdxJsxFlowElementHast } from "mdast-util-mdx-jsx";

/** A block is laid out in one go: with so many elements, in less than 50 ms on a telephone (a quarter as fast as a laptop). */
const HEAVY = 400;
/** What a component brings of its own; a listing with its outputs, a figure. */
const COMPONENT = 100;
/** A side note reaches about so far down beside what follows it. */
const BESIDE_A_NOTE = 3;

/**
 * Puts every heading of depth 2 and 3 with what follows it into a `<section class="block">`, side by side, not nested:
 * each can be skipped by the browser until it comes into view (`content-visibility`). What is heavy with formulas becomes several
 * blocks, the later ones of class `continued`; each ends with a paragraph or an exercise.
 */
export function rehypeSections() {
  return (tree: Root): void => {
    const children: RootContent[] = [];
    let block: Element | undefined;
    let first: Element | undefined;
    let weight = 0;
    let sinceNote = Infinity;
    let last: RootContent | undefined;
    for (const node of tree.children) {
      const isTitle = isElement(node, /^h[23]$/);
      const more = weightOf(node);
      // what follows the small heading is heavy, as like as not; the first block may have to be laid out with all that stands before it
      const limit = isElement(node, /^h4$/) ? HEAVY / 2 : block === first ? HEAVY / 3 : HEAVY;
      // margins do not collapse from one block to the next: these have none below
      const canEnd = last !== undefined && (isExercise(last) || (isElement(last, /^(p|ul|ol)$/) && sinceNote >= BESIDE_A_NOTE));
      if (isTitle || (block && canEnd && more > 0 && weight + more > limit)) {
        block = {
          type: "element",
          tagName: "section",
          properties: { className: isTitle ? ["block"] : ["block", "continued"] },
          children: [],
        };
        first ??= block;
        children.push(block);
        weight = 0;
      }
      if (block === undefined || node.type === "doctype" || node.type === "mdxjsEsm") children.push(node);
      else block.children.push(node);
      weight += more;
      if (more === 0) continue;
      last = node;
      sinceNote = isComponent(node) && node.name === "Side" ? 0 : sinceNote + 1;
    }
    tree.children = children;
  };
}

const isElement = (node: RootContent, name: RegExp): node is Element => node.type === "element" && name.test(node.tagName);
const isComponent = (node: RootContent): node is MdxJsxFlowElementHast => node.type === "mdxJsxFlowElement";
const isExercise = (node: RootContent) => isComponent(node) && node.name === "Exercise";

/** How many elements there are to lay out: those of a closed answer are none. */
function weightOf(node: RootContent): number {
  if (isComponent(node)) return node.name === "Answer" || node.name === "Hint" ? 1 : COMPONENT + sum(node.children);
  if (node.type === "element") return 1 + sum(node.children);
  return node.type === "mdxJsxTextElement" ? 1 + sum(node.children) : 0;
}

const sum = (nodes: RootContent[]) => nodes.reduce((total, node) => total + weightOf(node), 0);
