import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AuthorError } from "../book/problems.ts";
import type { Book } from "../book/types.ts";
import { refused, withPolicy } from "./csp.ts";
import { withEarlyFonts } from "./early-fonts.ts";
import { release } from "../release.ts";
import { isOldFont, onlyWoff2 } from "./fonts.ts";
import { writeHostFiles } from "./headers.ts";
import { brokenLinks, placeOfLink } from "./links.ts";
import { writeServiceWorker } from "./offline.ts";
import { withCard, writeSitemap } from "./public-address.ts";
import { relativeCss, relativeHtml } from "./relative-urls.ts";
import { indexSite } from "./search.ts";

/** Finishes a built folder: relative addresses, the policy, the search index; refuses one with broken links or inline code. */
export async function finishSite(folder: string, book: Book, logger: { info(text: string): void }): Promise<void> {
  const { url } = release();
  const isCard = (file: string) => file.startsWith("cards/");
  // cards are named by absolute addresses: a site that does not know its own has no use for them
  for (const file of listFiles(folder).filter((file) => isOldFont(file) || (!url && isCard(file)))) rmSync(join(folder, file));
  const files = listFiles(folder);
  const cards = new Set(files.filter(isCard));
  const pages = new Map<string, string>();
  for (const file of files) {
    if (file.endsWith(".html")) pages.set(file, withPolicy(withEarlyFonts(relativeHtml(read(file), file), files)));
    if (file.endsWith(".css")) writeFileSync(join(folder, file), onlyWoff2(relativeCss(read(file), file)));
  }
  const broken = brokenLinks({ files: new Set(files), pages }).map(({ page, url, why }) => ({
    ...(placeOfLink(book, { page, url }) ?? { file: join(folder, page), line: 1 }),
    expected: "a link that leads somewhere",
    found: `${url}: ${why}`,
    fix: "correct the address; inside the book write [](#id), [](slug) or [](slug#id)",
  }));
  if (broken.length > 0) throw new AuthorError(broken);
  const wrong = [...pages].flatMap(([page, html]) => refused(html).map((what) => `refused by the policy: ${page}: ${what}`));
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  for (const [page, html] of pages) writeFileSync(join(folder, page), url ? withCard(html, page, url, cards) : html);
  const words = await indexSite(folder);
  await writeServiceWorker(folder, listFiles(folder));
  writeHostFiles(folder, pages.values());
  if (url) writeSitemap(folder, pages.keys(), url);
  logger.info(`${pages.size} pages made relative; ${words} indexed for search`);

  function read(file: string): string {
    return readFileSync(join(folder, file), "utf8");
  }
}

function listFiles(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}
