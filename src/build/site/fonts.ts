/** KaTeX's type: which of its files are kept, and what is set in the faces that are not for letters and signs at large. */

/** Takes out of a style sheet the older forms of fonts that come as woff2 too; every browser of ours reads that. */
export function onlyWoff2(css: string): string {
  return css.replace(/(format\(["']?woff2["']?\))((?:\s*,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\))+)/g, "$1");
}

/** true for the files that nothing refers to then */
export function isOldFont(file: string): boolean {
  return /\.(woff|ttf)$/.test(file);
}

/** true for a face of KaTeX in the form that is kept */
export function isFace(file: string): boolean {
  return /(^|\/)KaTeX_[^/]*\.woff2$/.test(file);
}

/** The classes KaTeX gives what is set in a face of its own, bold or blackboard, by the face. */
export const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  "KaTeX_Main-Bold": ["mathbf", "textbf"],
  "KaTeX_Math-BoldItalic": ["boldsymbol"],
  "KaTeX_AMS-Regular": ["mathbb", "textbb", "amsrm"],
};

/** The face that figures are lettered in, too (figures.css). */
export const FIGURES = "KaTeX_Math-Italic";

/** What a page sets in a special face; KaTeX puts the class on the element that holds the characters. */
export function specialText(html: string, classes: readonly string[]): string {
  const leaf = new RegExp(`class="[^"]*\\b(?:${classes.join("|")})\\b[^"]*"[^>]*>([^<]*)<`, "g");
  return [...html.matchAll(leaf)].map(([, text]) => text).join("");
}

/** The characters of a page's formulas. */
export function formulaText(html: string): string {
  let text = "";
  for (const { index } of html.matchAll(/<span class="katex-html"/g)) {
    const pieces = /<(\/?)span\b[^>]*>|<[^>]*>|[^<]+/g;
    pieces.lastIndex = index;
    let depth = 0;
    do {
      const [piece, slash] = pieces.exec(html)!;
      if (slash !== undefined) depth += slash ? -1 : 1;
      else if (!piece.startsWith("<")) text += piece;
    } while (depth > 0);
  }
  return text;
}
