/** A chart's element as markup that does not depend on what was drawn before. */
import type { AxisScale, PlotOutput } from "../../protocol.ts";
import { ReaderError } from "../../errors/reader-error.ts";

interface ElementLike {
  localName: string;
  outerHTML: string;
  getAttribute(name: string): string | null;
  /** Plot's own: the scales it drew with */
  scale?: unknown;
}

/** characters of markup; a chart of some 20 000 points */
const LIMIT = 3_000_000;

/** Plot's categorical palette (observable10) and, in its order, the course's colours: they hold in both themes. */
const PALETTE: Record<string, string> = {
  "#4269d0": "var(--c-param)",
  "#efb118": "var(--c-grad)",
  "#ff725c": "var(--c-err)",
  "#6cc5b0": "var(--c-prob)",
  "#3ca951": "var(--c-data)",
};

/** Whether a value is what Plot returns: an `<svg>`, a `<figure>` around one, a legend's `<div>`. Never throws. */
export function isElement(value: unknown): value is ElementLike {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { nodeType, localName, outerHTML } = value as { nodeType?: unknown; localName?: unknown; outerHTML?: unknown };
    return nodeType === 1 && (localName === "svg" || localName === "figure" || localName === "div") && typeof outerHTML === "string";
  } catch {
    return false;
  }
}

/**
 * The markup of a chart. `<style>` goes (the page's policy forbids it; the rules are in outputs.css), ids are numbered
 * anew (Plot counts them up from drawing to drawing), palette colours become the course's, lengths have two decimals.
 * Throws a ReaderError when it is too large.
 */
export function plotOutput(element: ElementLike): PlotOutput {
  const markup = element.outerHTML;
  if (markup.length > LIMIT) {
    throw new ReaderError("图太大，没有画出来", {
      kind: "plot-too-large",
      hint: `它有 ${(markup.length / 1e6).toFixed(1)} MB 的标记。先抽出几千个点再画，比如 points.slice(0, 2000)。`,
    });
  }
  const svg = roundLengths(nameColours(renumberIds(markup.replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, ""))));
  const label = element.getAttribute("aria-label");
  const scales = scalesOf(element);
  return { type: "plot", svg, ...(label && { label }), ...(scales && { scales }) };
}

/** The two axes of a chart that is not cut into facets; undefined unless both are plain numbers. */
function scalesOf({ scale }: ElementLike): PlotOutput["scales"] {
  if (typeof scale !== "function") return undefined;
  try {
    const [x, y, fx, fy] = ["x", "y", "fx", "fy"].map((name): unknown => scale(name));
    return fx === undefined && fy === undefined && isNumeric(x) && isNumeric(y) ? { x: axis(x), y: axis(y) } : undefined;
  } catch {
    return undefined;
  }
}

function isNumeric(scale: unknown): scale is AxisScale {
  const { type, domain, range } = Object(scale) as Record<keyof AxisScale, unknown>;
  const isPair = (pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite);
  return (type === "linear" || type === "log") && isPair(domain) && isPair(range);
}

/** A copy: Plot's own scales hold functions. */
function axis({ type, domain: [a, b], range: [c, d] }: AxisScale): AxisScale {
  return { type, domain: [a, b], range: [c, d] };
}

function nameColours(markup: string): string {
  return markup.replace(/(fill|stroke)="(#[0-9a-f]{6})"/gi, (whole, attribute: string, colour: string) => {
    const token = PALETTE[colour.toLowerCase()];
    return token ? `${attribute}="${token}"` : whole;
  });
}

/** A hundredth of a pixel is enough, and a third of the markup; of a curve of hundreds of points, a tenth. */
function roundLengths(markup: string): string {
  return markup.replace(/\s(?:[cr]?[xy][12]?|r|d|points|width|height|transform)="[^"]*\.\d{3}[^"]*"/g, (attribute) => {
    const digits = attribute.length > 1000 ? 1 : 2;
    return /scale|matrix|skew/.test(attribute)
      ? attribute
      : attribute.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/gi, (number) => String(Number(Number(number).toFixed(digits))));
  });
}

function renumberIds(markup: string): string {
  const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  if (ids.length === 0) return markup;
  const renamed = new Map([...new Set(ids)].map((id, i) => [id, `id-${i + 1}`]));
  return markup
    .replace(
      /(\s(?:id|href|xlink:href|aria-labelledby|aria-describedby)=")(#?)([^"]+)"/g,
      (whole, start: string, hash: string, id: string) => (renamed.has(id) ? `${start}${hash}${renamed.get(id)}"` : whole),
    )
    .replace(/url\((['"]|&quot;)?#([^)'"&]+)(['"]|&quot;)?\)/g, (whole, _open, id: string) =>
      renamed.has(id) ? `url(#${renamed.get(id)})` : whole,
    );
}
