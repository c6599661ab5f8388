import { dirname, join, normalize } from "node:path/posix";
import type { Nodes } from "mdast";
import type { ReadSection } from "../book/section.ts";
import type { Book } from "../book/types.ts";
import { attributesOf, isElement } from "../text/jsx.ts";
import { lineOf, walk } from "../text/walk.ts";
import { tags, valueOf } from "./html.ts";

/** A built folder: its files, and of its pages what can be linked to and what they link to. */
interface Site {
  files: Set<string>;
  pages: Map<string, string>;
}

/** A link between the pages of a built folder that leads nowhere. */
interface BrokenLink {
  page: string;
  url: string;
  /** a file that is not there, an id its page has not */
  why: string;
}

/** The broken links of a built folder. */
export function brokenLinks({ files, pages }: Site): BrokenLink[] {
  const ids = new Map([...pages].map(([page, html]) => [page, idsOf(html)]));
  const broken: BrokenLink[] = [];
  for (const [page, html] of pages) {
    for (const url of new Set([...tags(html)].flatMap((tag) => valueOf(tag, "href") ?? valueOf(tag, "src") ?? []))) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(url)) continue;
      const [address = "", hash] = unescape(url).split("#", 2);
      const path = address.replace(/\?.*/, "");
      const file = path === "" ? page : pageFile(normalize(join(dirname(page), path)));
      if (!files.has(file)) broken.push({ page, url, why: `there is no ${file}` });
      else if (hash && ids.has(file) && !ids.get(file)!.has(decodeURIComponent(hash)))
        broken.push({ page, url, why: `${file} has no such id` });
    }
  }
  return broken;
}

/** Where an author wrote a link of a page; `undefined` for one that the layout made. */
export function placeOfLink(book: Book, { page, url }: Pick<BrokenLink, "page" | "url">): { file: string; line: number } | undefined {
  const target = (written: string) => (written.startsWith("/") ? written.slice(1) : join(dirname(page), written));
  const section = book.sections.find(({ path }) => `${path}/index.html` === page) as ReadSection | undefined;
  let line: number | undefined;
  if (section) {
    walk(section.tree, (node) => {
      if (addressesOf(node).some((written) => target(written) === target(url))) line ??= lineOf(node);
    });
  }
  return line === undefined ? undefined : { file: section!.file, line };
}

function addressesOf(node: Nodes): string[] {
  if (node.type === "link" || node.type === "image" || node.type === "definition") return [node.url];
  if (!isElement(node)) return [];
  const { href, src } = attributesOf(node);
  return [href, src].filter((one) => typeof one === "string");
}

function pageFile(path: string): string {
  const bare = path === "." || path === "./" ? "" : path;
  return bare === "" || bare.endsWith("/") ? `${bare}index.html` : bare;
}

function idsOf(html: string): Set<string> {
  return new Set([...tags(html)].flatMap((tag) => unescape(valueOf(tag, "id") ?? "")));
}

function unescape(text: string): string {
  return text.replaceAll("&#38;", "&").replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#34;", '"');
}
