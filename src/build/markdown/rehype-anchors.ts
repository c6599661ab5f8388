import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/**
 * Links that give away the address of a place: a § behind the headings of blocks, and the number of an equation.
 * `<h2 id="a">…</h2>` → `<h2 id="a">…<a class="anchor" href="#a" aria-label="链接">§</a></h2>`
 */
export function rehypeAnchors() {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      const id = node.properties.id;
      if (typeof id !== "string") return;
      const href = `#${id}`;
      if (/^h[234]$/.test(node.tagName)) node.children.push(anchor(href));
      const number = node.children.at(-1);
      if (isEquation(node) && number?.type === "element")
        Object.assign(number, { tagName: "a", properties: { ...number.properties, href } });
    });
  };
}

function isEquation(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes("equation");
}

function anchor(href: string): Element {
  const properties = { className: ["anchor"], href, ariaLabel: "链接" };
  return { type: "element", tagName: "a", properties, children: [{ type: "text", value: "§" }] };
}
