/** An output → an element. The same at build, for records, and in the page, for what a run shows. */
import type { Output } from "../../src/kernel/protocol.ts";
import { renderError } from "./error.ts";
import { renderImages } from "./image.ts";
import { renderPlot } from "./plot.ts";
import { renderProgress } from "./progress.ts";
import { renderTable } from "./table.ts";
import { renderTensor } from "./tensor.ts";
import { renderText } from "./text.ts";

export { updateLines } from "./text.ts";

export interface Surroundings {
  /** URL of the chapter that explanations lead into */
  chapter?: string;
  /** unique in the page: keeps the ids of charts apart; counted when absent */
  key?: string;
}

let counted = 0;

/** Makes the element of an output, marked with its kind and with where it comes from: the record or a live run. */
export function renderOutput(
  output: Output,
  document: Document,
  origin: "record" | "live" = "live",
  { chapter = "../", key = `${origin}-${++counted}` }: Surroundings = {},
): HTMLElement {
  const made = renderKind(output, document, chapter, `plot-${key}-`);
  made.classList.add("output");
  made.setAttribute("data-output", output.type);
  made.setAttribute("data-origin", origin);
  return made;
}

function renderKind(output: Output, document: Document, chapter: string, prefix: string): HTMLElement {
  switch (output.type) {
    case "text":
      return renderText(document, output);
    case "tensor":
      return renderTensor(document, output.tensor);
    case "table":
      return renderTable(document, output);
    case "image":
      return renderImages(document, output);
    case "plot":
      return renderPlot(document, output, prefix);
    case "progress":
      return renderProgress(document, output);
    case "error":
      return renderError(document, output.error, chapter);
  }
}
