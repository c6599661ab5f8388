/**
 * What CSS cannot say about Chinese type. KaTeX sets a formula in inline blocks, and browsers may break a line beside one even where the
 * punctuation next to it forbids that: 行首 would stand a 、 or a ）. A word joiner (U+2060) between the two forbids it
 * (CSS Text 3, §5.1).
 */
export function typeset(html: string): string {
  return html
    .replace(/(<\/span>)(?=[，。；：、？！）】》」”’…%])/g, "$1\u2060")
    .replace(/([（【《「“‘])(?=<span class="katex">)/g, "$1\u2060");
}
