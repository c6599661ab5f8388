/**
 * What a listing imports as `@observablehq/plot`: Plot itself, drawing into a document of its own, since a worker has
 * none. (A global `document` is no way: tfjs and emscripten take it for a page.)
 */
import * as Plot from "@observablehq/plot";
import { atOnce, createDocument } from "./outputs/drawing/document.ts";

export * from "@observablehq/plot";

const document = createDocument();

/** What Plot writes in its `<style>` stands in outputs.css under this name. */
const className = "plot";

/** Plot.plot, with a document and a fixed class name. */
export const plot: typeof Plot.plot = (options = {}) => atOnce(() => Plot.plot({ className, ...options, document }));

/** Plot.legend, likewise. */
export const legend: typeof Plot.legend = (options) => Plot.legend({ className, ...options, document } as typeof options);

// `Plot.dot(…).plot()` must find the document as well.
Plot.Mark.prototype.plot = function (this: Plot.Mark, { marks = [], ...options }: Plot.PlotOptions = {}) {
  return plot({ ...options, marks: [...(marks as Plot.Markish[]), this as Plot.Markish] });
} as typeof Plot.Mark.prototype.plot;
