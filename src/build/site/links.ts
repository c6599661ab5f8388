import { dirname, join, normalize } from "node:path/posix";
import { tags, valueOf } from "./html.ts";

/** A built folder: its files, and of its pages what can be linked to and what they link to. */
interface Site {
  files: Set<string>;
  pages: Map<string, string>;
}

/** Broken links between the pages of a built folder: a file that is not there, an id its page has not. */
export function brokenLinks({ files, pages }: Site): string[] {
  const ids = new Map([...pages].map(([page, html]) => [page, idsOf(html)]));
  const broken: string[] = [];
  for (const [page, html] of pages) {
    for (const url of new Set([...tags(html)].flatMap((tag) => valueOf(tag, "href") ?? valueOf(tag, "src") ?? []))) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(url)) continue;
      const [address = "", hash] = unescape(url).split("#", 2);
      const path = address.replace(/\?.*/, "");
      const file = path === "" ? page : pageFile(normalize(join(dirname(page), path)));
      if (!files.has(file)) broken.push(`${page}: ${url} (there is no ${file})`);
      else if (hash && ids.has(file) && !ids.get(file)!.has(decodeURIComponent(hash)))
        broken.push(`${page}: ${url} (${file} has no such id)`);
    }
  }
  return broken;
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
