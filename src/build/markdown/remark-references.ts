import type { Nodes, Parents, Root } from "mdast";
import type { VFile } from "vfile";
import { findTarget, isReference } from "../book/references.ts";
import { walk } from "../text/walk.ts";
import { lookUp } from "./lookup.ts";

/** Resolves `[](#eq-sgd)`, `[](slug#id)`, `[words](slug)`: the address from the site's root and, where there is no text, the book's. */
export function remarkReferences() {
  return (tree: Root, file: VFile): void => {
    const found = lookUp(file);
    if (found === undefined) return;
    walk(tree, (node, ancestors) => {
      if (node.type !== "link" || !isReference(node.url)) return;
      const target = findTarget(found.book, found.section, node.url);
      if (!("href" in target)) file.fail(`expected ${target.expected}; found ${target.found}; ${target.fix}`, node.position);
      node.url = target.href;
      node.data = { ...node.data, hProperties: { className: ["reference"] } }; // what it points to comes up as a card
      if (node.children.length > 0) return;
      node.children = [{ type: "text", value: target.text.replace(/ (?=节$)|(?<=^(?:清单|图|练习)) /gu, "\u00a0") }]; // a number stays with its word
      closeUp(node, target.text, ancestors.at(-1)!);
    });
  };
}

/** The author's spaces around `[](…)` are none where Chinese meets Chinese: 见 3.4 节的主题, not 3.4 节 的主题. */
function closeUp(link: Nodes, text: string, { children }: Parents): void {
  const at = (children as Nodes[]).indexOf(link);
  const [before, after] = [children[at - 1], children[at + 1]];
  if (before?.type === "text" && /^\p{Script=Han}/u.test(text)) before.value = before.value.replace(/(?<=\p{Script=Han}) $/u, "");
  if (after?.type === "text" && /\p{Script=Han}$/u.test(text)) after.value = after.value.replace(/^ (?=\p{Script=Han})/u, "");
}
