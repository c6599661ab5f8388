import type { Line, Output } from "../../src/kernel/protocol.ts";
import { isInSight } from "../outputs/support/sight.ts";

/** How outputs become elements; loaded with the first run, since a page that is only read has them in its HTML. */
export interface Renderer {
  render(output: Output): HTMLElement;
  /** appends lines to a text output that is shown */
  append(element: HTMLElement, lines: Line[], omitted: number): void;
}

/**
 * The outputs of a listing while it runs. The record, or the last run's output, stays until the first new output comes, and the room
 * it took is kept until the run has ended: the text below does not jump.
 */
export class OutputList {
  private readonly host: HTMLElement;
  private readonly renderer: Renderer;
  private readonly changed: () => void;
  private shown: HTMLElement[] | undefined;

  /** @param changed called when what is shown comes from another run than before */
  constructor(host: HTMLElement, renderer: Renderer, changed: () => void) {
    this.host = host;
    this.renderer = renderer;
    this.changed = changed;
    if (isInSight(host)) host.style.minHeight = `${host.getBoundingClientRect().height}px`;
    host.toggleAttribute("data-waiting", true);
  }

  /** Shows an output, in place of the one with the same index. */
  put(index: number, output: Output): void {
    const element = this.renderer.render(output);
    const shown = this.begin();
    const before = shown[index];
    if (before) before.replaceWith(element);
    else this.host.append(element);
    shown[index] = element;
    if (!before) this.changed();
  }

  add(output: Output): void {
    this.put(this.begin().length, output);
  }

  append(index: number, lines: Line[], omitted: number): void {
    const element = this.begin()[index];
    if (element) this.renderer.append(element, lines, omitted);
    else this.put(index, { type: "text", lines, omitted });
  }

  /** The run is over; one that ended well and showed nothing leaves nothing of the record, and one that was stopped no error of the run before. */
  end(ranToTheEnd: boolean): void {
    if (ranToTheEnd || this.host.querySelector('[data-output="error"]')) this.begin();
    this.host.removeAttribute("data-waiting");
    this.host.style.minHeight = "";
    this.changed();
  }

  private begin(): HTMLElement[] {
    if (this.shown === undefined) {
      this.host.replaceChildren();
      this.host.dataset.origin = "live";
      this.host.removeAttribute("data-waiting");
      this.shown = [];
    }
    return this.shown;
  }
}
