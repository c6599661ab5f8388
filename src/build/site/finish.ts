import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AuthorError } from "../book/problems.ts";
import type { Book } from "../book/types.ts";
import { refused, withPolicy } from "./csp.ts";
import { withEarlyFonts } from "./early-fonts.ts";
import { release } from "../release.ts";
import { isFace, isOldFont, onlyWoff2 } from "./fonts.ts";
import { writeHostFiles } from "./headers.ts";
import { brokenLinks, placeOfLink } from "./links.ts";
import { writeServiceWorker } from "./offline.ts";
import { withCard, writeSitemap } from "./public-address.ts";
import { relativeCss, relativeHtml } from "./relative-urls.ts";
import { Renamed } from "./renamed.ts";
import { indexSite } from "./search.ts";
import { subsetFaces } from "./subset-fonts.ts";

/** Finishes a built folder: relative addresses, the policy, the search index; refuses one with broken links or inline code. */
export async function finishSite(folder: string, book: Book, logger: { info(text: string): void }): Promise<void> {
  const { url } = release();
  const isCard = (file: string) => file.startsWith("cards/");
  // cards are named by absolute addresses: a site that does not know its own has no use for them
  for (const file of listFiles(folder).filter((file) => isOldFont(file) || (!url && isCard(file)))) rmSync(join(folder, file));
  const built = listFiles(folder);
  const renamed = new Renamed(folder);
  const faces = new Map(built.filter(isFace).map((file) => [file, readFileSync(join(folder, file))]));
  const htmls = built.filter((file) => file.endsWith(".html"));
  const texts = htmls.map((file) => renamed.read(file));
  for (const [file, bytes] of await subsetFaces(faces, texts)) renamed.replace(file, bytes);
  for (const file of built) if (file.endsWith(".css")) renamed.replace(file, onlyWoff2(relativeCss(renamed.read(file), file)));
  const files = listFiles(folder);
  const cards = new Set(files.filter(isCard));
  const pages = new Map(htmls.map((file) => [file, withPolicy(withEarlyFonts(relativeHtml(renamed.read(file), file), files))]));
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
}

function listFiles(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}
