/** What of KaTeX's type a page needs before all else. */
import { SPECIAL, specialText } from "./fonts.ts";

const PRELOAD = /<link rel="preload" as="font"[^>]* href="([^"]*?)KaTeX_Math-Italic\.[^"]*">/;

/**
 * Fetches at once also the other faces that the start of a page is set in: a browser that finds out by laying it out has waited for the style
 * sheet by then, and sets the formulas anew when they arrive. The start is what stands before the first block, about a screen.
 *
 * @param html a finished page, with relative addresses
 * @param files of the built folder
 */
export function withEarlyFonts(html: string, files: readonly string[]): string {
  const [link, folder] = PRELOAD.exec(html) ?? [];
  if (link === undefined) return html;
  const [start] = html.split('<section class="block', 1);
  const needed = Object.entries(SPECIAL).filter(([, classes]) => specialText(start, classes) !== "");
  const links = needed.map(([face, classes]) => {
    const file = files.map((path) => path.replace(/^.*\//, "")).find((path) => path.startsWith(`${face}.`) && path.endsWith(".woff2"));
    if (!file) throw new Error(`expected a font ${face} for the class ${classes.join(" or ")} among the built files, found none`);
    return link.replace(/href="[^"]*"/, `href="${folder}${file}"`);
  });
  return html.replace(link, [link, ...links].join(""));
}
