/** A chart. */
import type { PlotOutput } from "../../src/kernel/protocol.ts";
import { adoptSvg } from "./support/adopt-svg.ts";
import { element } from "./support/element.ts";

/** Adopts a chart's markup; `prefix` keeps its ids apart from those of other charts in the page. */
export function renderPlot(document: Document, { svg, label }: PlotOutput, prefix: string): HTMLElement {
  try {
    const chart = adoptSvg(svg, document, prefix);
    // In a figure the legends come first, the chart last.
    const main = chart.localName === "svg" ? chart : [...chart.children].reverse().find(({ localName }) => localName === "svg");
    main?.setAttribute("role", "img");
    main?.setAttribute("aria-label", label ?? "图表");
    return element(document, "div", { class: "out-plot" }, chart);
  } catch {
    return element(document, "div", { class: "out-plot" }, element(document, "p", { class: "out-bad" }, "这张图的标记读不懂，没有显示。"));
  }
}
