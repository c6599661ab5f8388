import type { Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import type { VFile } from "vfile";
import { setAttributes } from "../text/jsx.ts";
import { lineOf, replace, walk } from "../text/walk.ts";
import { lookUp } from "./lookup.ts";

/** Turns the fences of listings into `<Listing …/>` with the properties of `ListingProps`; which fence it is, its line tells. */
export function remarkListings() {
  return (tree: Root, file: VFile): void => {
    const section = lookUp(file)?.section;
    if (section === undefined) return;
    const listings = [...section.listings, ...section.alone.map((one) => one.listing)];
    walk(tree, (node, ancestors) => {
      const listing = node.type === "code" && listings.find(({ line }) => line === lineOf(node) + 1);
      if (!listing) return;
      const { id, number, title, source, backend, predict, tolerance, varies, error, knobs } = listing;
      const element: MdxJsxFlowElement = { type: "mdxJsxFlowElement", name: "Listing", attributes: [], children: [] };
      const outputs = section.record.listings[id]?.outputs;
      setAttributes(element, { id, number, title, source, backend, predict, tolerance, varies, error, knobs, outputs });
      replace(node, ancestors, element);
    });
  };
}
