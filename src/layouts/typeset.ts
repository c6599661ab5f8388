/**
 * What CSS cannot say about Chinese type. KaTeX sets a formula in inline blocks, and browsers may break a line beside one even where the
 * punctuation next to it forbids that: 行首 would stand a 、 or a ）. A word joiner (U+2060) between the two forbids it
 * (CSS Text 3, §5.1); behind an opening bracket it must stand right before the strut, the first such block of the formula.
 * A short code with spaces in it, `[d, 1]` or `X ** 2`, is one thing to the eye: its class keeps it on one line.
 */
export function typeset(html: string): string {
  return html
    .replace(/(<\/span>)(?=[，。；：、？！）】》」”’…%])/g, "$1\u2060")
    .replace(/([（【《「“‘]<span class="katex">.*?)(?=<span class="katex-strut")/gs, "$1\u2060")
    .replace(/<code>(?=[^<]{2,24}<\/code>)(?=[^<]*[ …-])/g, '<code class="short">');
}
