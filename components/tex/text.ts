/** The TeX a formula was set from, which KaTeX keeps beside its MathML. */
export function texOf(formula: Element): string | undefined {
  const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  return tex ? withoutColours(tex.trim()) : undefined;
}

/** `\err{L}` → `L`: the colours of quantities are macros of this book, and no other place knows them. */
export function withoutColours(tex: string): string {
  const [macro] = /\\(?:data|param|err|grad|prob)(?![a-zA-Z])\s*/.exec(tex) ?? [];
  if (!macro) return tex;
  const start = tex.indexOf(macro);
  const before = tex.slice(0, start);
  const open = start + macro.length;
  if (tex[open] !== "{") return withoutColours(`${before}${/\\[a-zA-Z]+$/.test(before) ? " " : ""}${tex.slice(open)}`); // \err L
  let end = open;
  for (let depth = 0; end < tex.length; end++) {
    if (tex[end] === "\\") end++;
    else if (tex[end] === "{") depth++;
    else if (tex[end] === "}" && --depth === 0) break;
  }
  const [inner, after] = [tex.slice(open + 1, end), tex.slice(end + 1)];
  // braces stay where a script or a command takes what they hold as one
  const needed = /(?:[_^]|\\[a-zA-Z]+)\s*$/.test(before) || /^\s*[_^]/.test(after);
  return withoutColours(before + (needed ? `{${inner}}` : inner) + after);
}

const blocks = "p, li, dt, dd, div, section, figure, figcaption, h1, h2, h3, h4, pre, tr, aside";
const unsaid = "button, input, script, svg, .anchor, .needs-js";

/** Text as one would type it: `$…$` and `$$…$$` for formulas, blocks on lines of their own. */
export function plainText(root: Node): string {
  return written(root)
    .replace(/\u2060/g, "")
    .replace(/ +\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function written(node: Node): string {
  if (node.nodeType === 3) {
    const text = node.nodeValue ?? "";
    return node.parentElement?.closest("pre") ? text : text.replace(/\s+/g, " ");
  }
  if (node.nodeType === 1) {
    const element = node as Element;
    if (element.matches(unsaid)) return "";
    if (element.matches(".katex-display")) return `\n$$\n${texOf(element) ?? ""}\n$$\n`;
    if (element.matches(".katex")) return `$${texOf(element) ?? ""}$`;
    const inner = [...element.childNodes].map(written).join("");
    return element.matches(blocks) ? `\n${inner}\n` : inner;
  }
  return [...node.childNodes].map(written).join("");
}
