import { change, formatParameter, handleMarkup } from "./figure/markup.ts";
import { defaults, type Figure, type Parameters } from "./figures/kit.ts";

const modules = import.meta.glob<{ default: Figure }>(["./figures/*.ts", "!./figures/kit.ts"]);

/**
 * `<course-figure data-draw="…">`: a figure the reader can move. Its picture is in the HTML; the module that draws it is fetched
 * when a pointer or the focus comes near, so reading costs nothing.
 */
export class CourseFigure extends HTMLElement {
  #figure: Figure | undefined;
  #loading: Promise<Figure | undefined> | undefined;
  #now: Parameters = {};

  connectedCallback(): void {
    if (!this.dataset.draw || this.#loading) return;
    for (const type of ["pointerenter", "focusin", "touchstart"])
      this.addEventListener(type, () => void this.#load(), { once: true, passive: true });
    this.addEventListener("input", (event) => {
      const { name, valueAsNumber } = event.target as HTMLInputElement;
      void this.#move(() => ({ [name]: valueAsNumber }));
    });
    this.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>("button");
      if (button?.dataset.reset !== undefined) {
        this.querySelector("input")?.focus({ preventScroll: true }); // the button is about to go
        void this.#move((figure) => defaults(figure));
      } else if (button) void this.#move((figure, now) => figure.actions?.[Number(button.dataset.action)]?.next(now) ?? {});
    });
    this.addEventListener("pointerdown", (event) => this.#grab(event));
    this.addEventListener("keydown", (event) => this.#key(event));
  }

  #load(): Promise<Figure | undefined> {
    this.#loading ??= (async () => {
      const module = await modules[`./figures/${this.dataset.draw}.ts`]?.();
      this.#figure = module?.default;
      if (this.#figure) this.#now = defaults(this.#figure);
      return this.#figure;
    })();
    return this.#loading;
  }

  /** Changes parameters and draws again. */
  async #move(next: (figure: Figure, now: Parameters) => Partial<Parameters>): Promise<void> {
    const figure = await this.#load();
    if (!figure) return;
    this.#now = change(figure, this.#now, next(figure, this.#now));
    this.#draw(figure);
  }

  #draw(figure: Figure): void {
    const now = this.#now;
    const picture = this.querySelector("[data-picture]")!;
    picture.innerHTML = figure.draw(now);
    picture.setAttribute("aria-label", figure.label(now));
    this.#place(figure);
    const readout = this.querySelector(".readout");
    if (readout && figure.readout) readout.textContent = figure.readout(now);
    for (const input of this.querySelectorAll<HTMLInputElement>("input[type=range]")) {
      const parameter = figure.parameters[input.name];
      const value = now[input.name];
      if (!parameter || value === undefined) continue;
      input.value = String(value);
      const text = formatParameter(parameter, value);
      input.setAttribute("aria-valuetext", text);
      input.nextElementSibling!.textContent = text;
    }
    const untouched = defaults(figure);
    this.querySelector<HTMLButtonElement>("[data-reset]")!.disabled = Object.keys(untouched).every((name) => untouched[name] === now[name]);
  }

  /** Moves the handles; the elements stay, so that focus and a drag survive. */
  #place(figure: Figure): void {
    const host = this.querySelector(".handles");
    if (!host || !figure.handles) return;
    const handles = figure.handles(this.#now);
    if (handles.length !== host.childElementCount)
      host.innerHTML = handles.map((handle, i) => handleMarkup(handle, i, figure.width)).join("");
    handles.forEach((handle, i) => {
      host.children[i]!.setAttribute("transform", `translate(${handle.x} ${handle.y})`);
      host.children[i]!.setAttribute("aria-label", handle.label);
    });
  }

  #handleAt(target: EventTarget | null): { element: SVGElement; index: number } | undefined {
    const element = target instanceof Element ? target.closest<SVGElement>("[data-handle]") : null;
    return element ? { element, index: Number(element.dataset.handle) } : undefined;
  }

  #moveHandle(index: number, x: number, y: number): void {
    void this.#move((figure, now) => figure.handles?.(now)[index]?.move(x, y, now) ?? {});
  }

  #grab(event: PointerEvent): void {
    const handle = this.#handleAt(event.target);
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.element.setPointerCapture(event.pointerId);
    handle.element.focus({ preventScroll: true });
    const svg = handle.element.ownerSVGElement!;
    const drag = (move: PointerEvent) => {
      const matrix = svg.getScreenCTM();
      if (!matrix) return;
      const { x, y } = new DOMPoint(move.clientX, move.clientY).matrixTransform(matrix.inverse());
      this.#moveHandle(handle.index, x, y);
    };
    const end = () => {
      handle.element.removeEventListener("pointermove", drag);
      handle.element.removeEventListener("pointerup", end);
      handle.element.removeEventListener("pointercancel", end);
    };
    handle.element.addEventListener("pointermove", drag);
    handle.element.addEventListener("pointerup", end);
    handle.element.addEventListener("pointercancel", end);
  }

  /** Arrow keys move a handle by a hundredth of the picture, with Shift by a tenth. */
  #key(event: KeyboardEvent): void {
    const handle = this.#handleAt(event.target);
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!handle || !direction) return;
    event.preventDefault();
    const step = (event.shiftKey ? 10 : 1) * Math.max(1, (handle.element.ownerSVGElement?.viewBox.baseVal.width ?? 640) / 100);
    void this.#load().then((figure) => {
      const at = figure?.handles?.(this.#now)[handle.index];
      if (at) this.#moveHandle(handle.index, at.x + direction[0]! * step, at.y + direction[1]! * step);
    });
  }
}

customElements.define("course-figure", CourseFigure);
