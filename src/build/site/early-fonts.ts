/** What of KaTeX's type a page needs before all else. */

/** The file of each face, by the class KaTeX gives what is set in it. */
const FACES: Record<string, string> = {
  mathbf: "KaTeX_Main-Bold",
  boldsymbol: "KaTeX_Math-BoldItalic",
  mathbb: "KaTeX_AMS-Regular",
};

const PRELOAD = /<link rel="preload" as="font"[^>]* href="([^"]*?)KaTeX_Math-Italic\.[^"]*">/;

/**
 * Fetches at once also the other faces that the start of a page is set in: a browser that finds out by laying it out has waited for the style
 * sheet by then, and sets the formulas anew when they arrive. The start is what stands before the second block, the first being laid out at once.
 *
 * @param html a finished page, with relative addresses
 * @param files of the built folder
 */
export function withEarlyFonts(html: string, files: readonly string[]): string {
  const [link, folder] = PRELOAD.exec(html) ?? [];
  if (link === undefined) return html;
  const blocks = [...html.matchAll(/<section class="block/g)];
  const start = html.slice(0, blocks[1]?.index);
  const needed = Object.keys(FACES).filter((name) => new RegExp(`class="[^"]*\\b${name}\\b`).test(start));
  const links = needed.map((name) => {
    const file = files
      .map((path) => path.replace(/^.*\//, ""))
      .find((path) => path.startsWith(`${FACES[name]}.`) && path.endsWith(".woff2"));
    if (!file) throw new Error(`expected a font ${FACES[name]} for the class ${name} among the built files, found none`);
    return link.replace(/href="[^"]*"/, `href="${folder}${file}"`);
  });
  return html.replace(link, [link, ...links].join(""));
}
