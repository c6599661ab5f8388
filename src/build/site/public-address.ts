import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { size } from "../cards/card.ts";

/**
 * Adds to a page what search engines and chats want to know of a site whose address is known: its canonical address and its card.
 * `pictures` are the files of `cards/`; a page without one of its own shows the course's.
 */
export function withCard(html: string, file: string, site: string, pictures: ReadonlySet<string>): string {
  const url = addressOf(file, site);
  if (file === "404.html") return html.replace("</head>", '<meta name="robots" content="noindex"></head>');
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const image = site + pictureOf(file, pictures);
  const card = {
    type: file === "index.html" ? "website" : "article",
    title,
    description,
    url,
    site_name: "动手学线性神经网络",
    locale: "zh_CN",
    image,
    "image:type": "image/png",
    "image:width": size.width,
    "image:height": size.height,
    "image:alt": title,
  };
  const tags = [
    ...Object.entries(card).map(([name, content]) => `<meta property="og:${name}" content="${content}">`),
    '<meta name="twitter:card" content="summary_large_image">', // the rest it takes from og:
  ];
  return html.replace("</head>", `<link rel="canonical" href="${url}">${tags.join("")}</head>`);
}

/** `linear-networks/softmax-regression/index.html` → `cards/softmax-regression.png`. */
function pictureOf(file: string, pictures: ReadonlySet<string>): string {
  const own = `cards/${basename(dirname(file))}.png`;
  return pictures.has(own) ? own : "cards/course.png";
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
