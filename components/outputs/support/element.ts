/** Elements without markup: nothing a listing shows is ever parsed as HTML. */

type Child = Node | string | undefined;

/** Makes an element; attributes that are undefined or false are left out, `true` is the empty value. */
export function element(
  document: Document,
  name: string,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child !== undefined) made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
  return made;
}

/** Text in which `…` stands for code. */
export function prose(document: Document, text: string): Node[] {
  return text.split("`").map((piece, i) => (i % 2 === 1 ? element(document, "code", {}, piece) : document.createTextNode(piece)));
}
