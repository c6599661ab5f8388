import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Adds to a page what search engines and chats want to know of a site whose address is known: its canonical address and its card. */
export function withCard(html: string, file: string, site: string): string {
  const url = addressOf(file, site);
  if (file === "404.html") return html.replace("</head>", '<meta name="robots" content="noindex"></head>');
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const card = { type: "article", title, description, url, site_name: "动手学线性神经网络", locale: "zh_CN" };
  const tags = Object.entries(card).map(([name, content]) => `<meta property="og:${name}" content="${content}">`);
  return html.replace("</head>", `<link rel="canonical" href="${url}">${tags.join("")}</head>`);
}

/** Writes `sitemap.xml` and the `robots.txt` that names it. */
export function writeSitemap(folder: string, files: Iterable<string>, site: string): void {
  const urls = [...files].filter((file) => file !== "404.html").map((file) => `  <url><loc>${addressOf(file, site)}</loc></url>`);
  const map = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.sort(),
    "</urlset>",
  ];
  writeFileSync(join(folder, "sitemap.xml"), `${map.join("\n")}\n`);
  writeFileSync(join(folder, "robots.txt"), `User-agent: *\nAllow: /\nSitemap: ${site}sitemap.xml\n`);
}

function addressOf(file: string, site: string): string {
  return encodeURI(site + file.replace(/(^|\/)index\.html$/, "$1"));
}
