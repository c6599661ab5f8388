/** Markup → a tree, nothing more: no element is made, nothing loads, nothing runs. */

export interface Tag {
  name: string;
  attributes: [name: string, value: string][];
  children: (Tag | string)[];
}

/** elements whose content is not markup */
const RAW = new Set(["script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"]);
/** elements that have no end tag in HTML */
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const DEEPEST = 64;
const MOST = 200_000;

const OPEN = /<([a-zA-Z][\w:.-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*(\/?)>/y;
const CLOSE = /<\/([a-zA-Z][\w:.-]*)\s*>/y;
const SKIP = /<!--[\s\S]*?-->|<![a-zA-Z[][^>]*>|<\?[^>]*>/y;
const TEXT = /[^<]+/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g;

/** Reads the markup of one element. Throws on anything that is not plainly well formed. */
export function parseMarkup(markup: string): Tag {
  const root: Tag = { name: "", attributes: [], children: [] };
  const path = [root];
  let at = 0;
  let count = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(markup);
    if (match) at = pattern.lastIndex;
    return match;
  };

  while (at < markup.length) {
    if (++count > MOST) throw new Error("markup: too many elements");
    const parent = path[path.length - 1];
    let match: RegExpExecArray | null;
    if ((match = take(TEXT))) parent.children.push(decode(match[0]));
    else if (take(SKIP)) continue;
    else if ((match = take(CLOSE))) {
      const open = path.map(({ name }) => name).lastIndexOf(match[1]);
      if (open > 0) path.length = open;
    } else if ((match = take(OPEN))) {
      const [, name, attributes, closed] = match;
      const tag: Tag = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(tag);
      const lower = name.toLowerCase();
      if (closed || VOID.has(lower)) continue;
      if (RAW.has(lower)) {
        const end = markup.toLowerCase().indexOf(`</${lower}`, at);
        at = end < 0 ? markup.length : end;
      }
      path.push(tag);
      if (path.length > DEEPEST) throw new Error("markup: nested too deeply");
    } else throw new Error(`markup: not well formed at ${at}: ${markup.slice(at, at + 30)}`);
  }
  const tags = root.children.filter((child): child is Tag => typeof child !== "string");
  if (tags.length !== 1) throw new Error(`markup: expected one element, found ${tags.length}`);
  return tags[0];
}

function readAttributes(text: string): [string, string][] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name, double, single, bare]) => [name, decode(double ?? single ?? bare ?? "")]);
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
