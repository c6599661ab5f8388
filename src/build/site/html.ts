/** A start tag of an HTML text, with where its attributes' values stand. */
export interface Tag {
  /** lower case */
  name: string;
  attributes: { name: string; value: string; start: number; end: number }[];
}

const tagStart = /<([a-z][\w:-]*)/giy;
const attribute = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gy;

/** Elements whose content is no markup. */
const raw = new Set(["script", "style", "textarea", "title"]);

/** The start tags of well-formed HTML, in order; what looks like one inside scripts, comments or attribute values is none. */
export function* tags(html: string): Generator<Tag> {
  let at = 0;
  while ((at = html.indexOf("<", at)) !== -1) {
    if (html.startsWith("<!--", at)) {
      at = html.indexOf("-->", at) + 3;
      continue;
    }
    tagStart.lastIndex = at;
    const name = tagStart.exec(html)?.[1]?.toLowerCase();
    if (name === undefined) {
      at++;
      continue;
    }
    const tag: Tag = { name, attributes: [] };
    attribute.lastIndex = tagStart.lastIndex;
    let position = tagStart.lastIndex;
    for (let match = attribute.exec(html); match !== null; match = attribute.exec(html)) {
      position = attribute.lastIndex;
      const value = match[2] ?? match[3] ?? match[4];
      const quoted = match[2] !== undefined || match[3] !== undefined;
      const end = position - (quoted ? 1 : 0);
      if (value !== undefined) tag.attributes.push({ name: match[1]!.toLowerCase(), value, start: end - value.length, end });
    }
    yield tag;
    at = raw.has(name) ? html.indexOf(`</${name}`, position) : position;
    if (at === -1) return;
  }
}

/** The value of an attribute; `undefined` where the tag has none. */
export function valueOf(tag: Tag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}

/** The text with some of its stretches replaced; `edits` in order. */
export function edited(text: string, edits: { start: number; end: number; text: string }[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
