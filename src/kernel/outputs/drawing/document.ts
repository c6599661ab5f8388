/** A document to draw into where there is no page: linkedom's, with what Plot asks of a browser besides. */
import { parseHTML } from "linkedom/worker";
import { Canvas } from "./canvas.ts";
import { textWidth } from "./text-width.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Plot's font size */
const SIZE = 10;

/** Makes an empty document. Loaded only with Plot: linkedom is 100 KB. */
export function createDocument(): Document {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const createElement = document.createElement.bind(document);
  document.createElement = ((name: string) =>
    name.toLowerCase() === "canvas" ? new Canvas() : createElement(name)) as typeof document.createElement;
  const elements = Object.getPrototypeOf(document.createElementNS(SVG, "g")) as { getBBox?: typeof getBBox };
  elements.getBBox = getBBox;
  return document;
}

/** The room the text of a tip takes, estimated: one line for each `<tspan>`. */
function getBBox(this: Element): { x: number; y: number; width: number; height: number } {
  const lines = [...this.querySelectorAll("text > tspan")].map(({ textContent }) => textContent ?? "");
  return { x: 0, y: 0, width: SIZE * Math.max(0, ...lines.map(textWidth)), height: SIZE * lines.length };
}

/**
 * Draws, and then at once does what Plot puts off until the next frame, when a page would have laid out the text: a
 * worker's frame would come after the chart was sent, and Node has none.
 */
export function atOnce<T>(draw: () => T): T {
  const put: FrameRequestCallback[] = [];
  const before = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
  Object.defineProperty(globalThis, "requestAnimationFrame", {
    configurable: true,
    writable: true,
    value: (action: FrameRequestCallback) => put.push(action),
  });
  try {
    const drawn = draw();
    for (const action of put) action(0);
    return drawn;
  } finally {
    if (before) Object.defineProperty(globalThis, "requestAnimationFrame", before);
    else delete (globalThis as { requestAnimationFrame?: unknown }).requestAnimationFrame;
  }
}
