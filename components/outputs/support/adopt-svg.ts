/** A chart's markup → elements of the page, by allow-list: what is not known to be harmless does not come in. */
import { parseMarkup, type Tag } from "./parse-markup.ts";

const SVG = "http://www.w3.org/2000/svg";

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** A chart's title is no heading of the page. */
const HTML_ELEMENTS: Record<string, string> = { figure: "figure", figcaption: "figcaption", h2: "p", h3: "p", div: "div", span: "span" };
const SVG_ELEMENTS = words(`
  svg g path line rect circle ellipse polyline polygon text tspan textPath title desc defs clipPath mask marker pattern
  linearGradient radialGradient stop image`);
/** In these HTML's parser would leave SVG again: only text may stand there. */
const TEXT_ONLY = words("title desc");

const ATTRIBUTES = words(`
  class role d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points viewBox preserveAspectRatio transform rotate
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit opacity color paint-order shape-rendering text-rendering vector-effect visibility
  font-family font-size font-style font-variant font-weight letter-spacing text-anchor dominant-baseline
  alignment-baseline clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits marker-start marker-mid marker-end
  markerWidth markerHeight markerUnits refX refY orient offset stop-color stop-opacity gradientUnits gradientTransform
  spreadMethod patternUnits patternContentUnits patternTransform textLength lengthAdjust startOffset aria-hidden`);

const STYLES = words(`
  color background background-color fill stroke stroke-width stroke-dasharray opacity font font-family font-size
  font-style font-weight font-variant font-variant-numeric letter-spacing line-height text-anchor text-align white-space
  width height max-width min-height margin margin-left padding display flex-wrap align-items overflow mix-blend-mode
  visibility columns column-width break-inside paint-order --plot-background`);

/**
 * Adopts the markup of one `<svg>`, `<figure>` or `<div>` (a legend). Elements, attributes and styles that are not on the lists are left
 * out with what they contain; addresses may only be `data:` pictures or `#…` within the chart. Ids get the prefix, so
 * that two charts of a page do not share them. Throws when the markup is not well formed.
 */
export function adoptSvg(markup: string, document: Document, prefix: string): Element {
  const root = parseMarkup(markup);
  if (!["svg", "figure", "div"].includes(root.name)) throw new Error(`expected <svg>, <figure> or <div>, found <${root.name}>`);
  return adopt(root, document, prefix)!;
}

function adopt(tag: Tag, document: Document, prefix: string): Element | undefined {
  const html = Object.hasOwn(HTML_ELEMENTS, tag.name) ? HTML_ELEMENTS[tag.name] : undefined;
  if (!html && !SVG_ELEMENTS.has(tag.name)) return undefined;
  const made = html ? document.createElement(html) : document.createElementNS(SVG, tag.name);
  for (const [name, value] of tag.attributes) {
    const safe = attribute(tag.name, name, value, prefix);
    if (safe !== undefined) made.setAttribute(name === "xlink:href" ? "href" : name, safe);
    // Plot's name of a part, which without a role may not be said, as a class: chart.css moves the labels of the axes
    if (name === "aria-label" && /^[xy]-axis label$/.test(value)) made.setAttribute("class", value.replace(" ", "-"));
  }
  for (const child of tag.children) {
    if (typeof child === "string") made.appendChild(document.createTextNode(child));
    else if (!TEXT_ONLY.has(tag.name)) {
      const adopted = adopt(child, document, prefix);
      if (adopted) made.appendChild(adopted);
    }
  }
  return made;
}

/** The value to set; undefined when the attribute is to be left out. */
function attribute(element: string, name: string, value: string, prefix: string): string | undefined {
  if (name === "id") return /^[\w-]+$/.test(value) ? prefix + value : undefined;
  if (name === "href" || name === "xlink:href") {
    return element === "image" && /^data:image\/(?:png|bmp|jpeg|gif|webp);base64,[\w+/=]*$/.test(value) ? value : undefined;
  }
  if (name === "style") return style(value, prefix);
  return ATTRIBUTES.has(name) ? local(value, prefix) : undefined;
}

/** A value whose only address may be `url(#…)`, of this chart. */
function local(value: string, prefix: string): string | undefined {
  if (/[\\<]/.test(value)) return undefined;
  const local = value.replace(/url\(\s*["']?#([\w-]+)["']?\s*\)/g, (_, id: string) => `url(#${prefix}${id})`);
  const rest = local.replace(/url\(#[\w-]+\)/g, "");
  return /url|image|src|expression|attr\(|element\(|@|\/\*/i.test(rest) || /[a-z]+:\/?\//i.test(rest) ? undefined : local;
}

function style(text: string, prefix: string): string | undefined {
  const kept = text.split(";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = colon > 0 && STYLES.has(property) ? local(declaration.slice(colon + 1).trim(), prefix) : undefined;
    return value ? [`${property}: ${value}`] : [];
  });
  return kept.length > 0 ? kept.join("; ") : undefined;
}
