import type { Nodes } from "mdast";
import type { ReadSection } from "../book/section.ts";
import type { Section } from "../book/types.ts";
import { attributesOf, isElement } from "../text/jsx.ts";
import { walk } from "../text/walk.ts";

/** The PyTorch version of a listing. */
export interface Tab {
  /** of the listing */
  id: string;
  code: string;
}

/** The tabs of a section in reading order. */
export function tabsOf(section: Section): Tab[] {
  const tabs: Tab[] = [];
  walk((section as ReadSection).tree, (node) => {
    if (!isElement(node, "PyTorch")) return;
    const fence = (node.children as Nodes[]).find((child) => child.type === "code");
    if (fence?.type === "code") tabs.push({ id: String(attributesOf(node).of), code: fence.value });
  });
  return tabs;
}
