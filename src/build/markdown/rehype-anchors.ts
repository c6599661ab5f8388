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
      if (!hasClass(node, "equation")) return;
      const number = node.children.find((child) => child.type === "element" && hasClass(child, "number"));
      if (number?.type === "element") Object.assign(number, { tagName: "a", properties: { ...number.properties, href } });
    });
  };
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function anchor(href: string): Element {
  const properties = { className: ["anchor"], href, ariaLabel: "链接" };
  return { type: "element", tagName: "a", properties, children: [{ type: "text", value: "§" }] };
}
