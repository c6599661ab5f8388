import { dirname, relative } from "node:path/posix";
import { edited, tags } from "./html.ts";

/** Attributes that hold one address. */
const addresses = new Set(["href", "src", "poster", "action", "data-href", "data-src", "xlink:href"]);

/** `/linear-networks/x/` seen from the page `linear-networks/y/index.html`: `../x/`. Other addresses stay. */
export function relativeUrl(url: string, page: string): string {
  if (!url.startsWith("/") || url.startsWith("//")) return url;
  const [, path = "", rest = ""] = /^\/([^?#]*)(.*)$/s.exec(url) ?? [];
  const slash = path.endsWith("/") || path === "" ? "/" : "";
  const target = relative(`/${dirname(page)}`, `/${path}`);
  return `${target === "" ? "." : target}${slash}${rest}`;
}

/** Makes the addresses of a built page relative, so that the folder works wherever it is put. */
export function relativeHtml(html: string, page: string): string {
  const edits = [...tags(html)].flatMap((tag) =>
    tag.attributes
      .filter(({ name, value }) => addresses.has(name) && value.startsWith("/"))
      .map(({ value, start, end }) => ({ start, end, text: relativeUrl(value, page) })),
  );
  return edited(html, edits);
}

/** The same for `url(/…)` in a style sheet at `sheet`. */
export function relativeCss(css: string, sheet: string): string {
  return css.replace(
    /url\((["']?)(\/[^/"')][^"')]*)\1\)/g,
    (_, quote: string, url: string) => `url(${quote}${relativeUrl(url, sheet)}${quote})`,
  );
}
