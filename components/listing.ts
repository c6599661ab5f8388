import { addPredict } from "./listing/predict.ts";
import { addTabs } from "./listing/tabs.ts";
import { offerElement, type Offer } from "./listing/offer.ts";
import { lineOf } from "./listing/lines.ts";
import type { Standing } from "./listing/states.ts";
import type { Status } from "./listing/status.ts";
import type { Editor } from "../src/editor/editor.ts";

/** What a button or a key asks of the section. */
export type Command = "run" | "run-next" | "stop" | "restore" | "compare";

declare global {
  interface HTMLElementEventMap {
    "listing-command": CustomEvent<Command>;
    "listing-edited": CustomEvent<string>;
  }
}

/**
 * `<course-listing>`: a listing as the reader sees it. It shows its standing and its outputs and asks the section around it, by the
 * events `listing-command` and `listing-edited`, for whatever concerns other listings.
 */
export class CourseListing extends HTMLElement {
  /** the book's text */
  original = "";
  #standing: Standing = { state: "idle" };
  /** its lines, in colours */
  #book: Element[] | undefined;
  #editor: Editor | undefined;
  #status: Status | undefined;

  connectedCallback(): void {
    if (this.original) return;
    this.original = this.source;
    // the listing listens for its parts: to look for them in forty listings is work that most readers of a page never need
    this.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>(".controls > [data-do]");
      if (button) void this.#do(button);
    });
    for (const sign of ["pointerover", "focusin"])
      this.addEventListener(sign, ({ target }) => (target as Element).matches('[data-do="edit"]') && void loadEditor());
    this.addEventListener(
      "input",
      ({ target }) => (target as Element).matches("[data-knob]") && void this.#turn(target as HTMLInputElement),
    );
    this.addEventListener("keydown", (event) => this.#key(event));
    const question = ([...this.children] as HTMLElement[]).find(({ dataset }) => dataset.predict !== undefined);
    if (question && this.result instanceof HTMLDetailsElement) addPredict(question, this.result);
    addTabs(this, this.code);
  }

  get listing(): string {
    return this.dataset.listing ?? "";
  }
  get number(): string {
    return this.dataset.number ?? "";
  }
  /** number and title */
  get name(): string {
    return [this.number, this.querySelector(".title > .name")?.textContent].filter(Boolean).join(" ");
  }
  get code(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-code]")!;
  }
  get outputs(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-outputs]")!;
  }
  get result(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-result]")!;
  }
  get knobs(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[data-knobs]");
  }
  get standing(): Standing {
    return this.#standing;
  }

  /** The text as it stands, edited or not. */
  get source(): string {
    return this.#editor?.text ?? (this.querySelector("pre")?.textContent ?? "").replace(/\n$/, "");
  }

  get isEdited(): boolean {
    return this.source !== this.original;
  }

  /** Is the text someone else's, taken from a link? */
  get isForeign(): boolean {
    return this.hasAttribute("data-foreign-code");
  }
  set isForeign(isForeign: boolean) {
    this.toggleAttribute("data-foreign-code", isForeign);
    this.querySelector(".edited")!.textContent = isForeign ? "别人的代码" : "已改";
  }

  /** Shows another text (restored from storage, or the book's own again); tells nobody. */
  show(source: string): void {
    if (this.#editor) this.#editor.text = source;
    else {
      const code = this.querySelector("pre code")!;
      this.#book ??= [...code.children];
      code.replaceChildren(...source.split("\n").map((text, i) => lineOf(document, text, this.#book![i])));
    }
    this.#showEdited();
  }

  stand(standing: Standing): void {
    this.#standing = standing;
    const { state, stale } = standing;
    this.dataset.state = state;
    if (stale) this.dataset.stale = stale;
    else delete this.dataset.stale;

    this.#button("stop").hidden = state !== "running" && state !== "queued";
    this.#button("run").hidden = state === "running" || state === "queued";
    if (state === "running" && this.result instanceof HTMLDetailsElement) this.result.open = true;
    void this.tell();
  }

  /** Says how it stands and where its outputs come from: in words that come with the first standing there is to tell. */
  async tell(): Promise<void> {
    const { Status } = await import("./listing/status.ts");
    this.#status ??= new Status(this);
    this.#status.show(this.#standing);
  }

  /** Points at the line an error happened in; none takes the mark away. */
  mark(line?: number): void {
    this.querySelector(".line.failing")?.classList.remove("failing");
    if (line !== undefined) this.querySelectorAll("pre .line")[line - 1]?.classList.add("failing");
    this.#editor?.mark(line);
  }

  /** A sentence to the reader that is no output: a syntax error, a storage that is full; nothing takes it away. */
  notice(text = "", ...offers: Offer[]): void {
    const element = this.querySelector<HTMLElement>("[data-notice]")!;
    // as in outputs, `…` stands for code
    const code = (textContent: string) => Object.assign(document.createElement("code"), { textContent });
    element.replaceChildren(...text.split("`").map((piece, i) => (i % 2 ? code(piece) : piece)));
    element.hidden = text === "";
    for (const offer of offers) element.append(" ", offerElement(offer));
  }

  /** Puts an editor in the place of the code, with the cursor in it. */
  async edit(): Promise<void> {
    if (!this.#editor) {
      const { mount } = await loadEditor();
      // evaluated in one task, mounted in another: neither keeps the page waiting for long
      await new Promise(requestAnimationFrame);
      this.#editor ??= mount(this.code, {
        text: this.source,
        label: `清单 ${this.number}，编辑代码`,
        changed: (text) => {
          this.#showEdited();
          this.#edited(text);
        },
        run: (next) => this.#ask(next ? "run-next" : "run"),
        leave: () => this.#button("run").focus(),
        names: () => import("./listing/names.ts").then(({ namesFor }) => namesFor(this)),
      });
    }
    this.#editor.focus();
  }

  /** The reader has come here from the listing before: into the editor when it is open, else to the code. */
  enter(): void {
    if (this.#editor) this.#editor.focus();
    else this.querySelector<HTMLElement>("pre")?.focus();
  }

  /** The reader has changed the text. */
  #edited(text: string): void {
    this.mark();
    this.notice();
    this.dispatchEvent(new CustomEvent("listing-edited", { bubbles: true, detail: text }));
  }

  #showEdited(): void {
    for (const name of ["restore", "compare"]) this.#button(name).hidden = !this.isEdited;
    this.toggleAttribute("data-edited", this.isEdited);
    this.querySelector(":scope > .diff")?.remove();
    if (this.knobs) void this.#showKnobs(this.knobs);
  }

  /** A slider has been moved: the text takes its number. */
  async #turn(slider: HTMLInputElement): Promise<void> {
    const { writeSlider } = await import("./listing/knobs.ts");
    const text = writeSlider(this.source, slider);
    this.show(text);
    this.#edited(text);
  }

  /** Lets the sliders stand where the text says. */
  async #showKnobs(knobs: HTMLElement): Promise<void> {
    const { showKnobs } = await import("./listing/knobs.ts");
    showKnobs(knobs, this.source);
  }

  #button(name: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
  }

  #ask(command: Command): void {
    this.dispatchEvent(new CustomEvent("listing-command", { bubbles: true, detail: command }));
  }

  #key(event: KeyboardEvent): void {
    // Enter that ends an input method's word belongs to the word
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented || event.target instanceof HTMLButtonElement) return;
    if (event.ctrlKey || event.metaKey) this.#ask("run");
    else if (event.shiftKey) this.#ask("run-next");
    else if (event.target === this.querySelector("pre")) void this.edit();
    else return;
    event.preventDefault();
  }

  async #do(button: HTMLButtonElement): Promise<void> {
    const action = button.dataset.do;
    if (action === "edit") await this.edit();
    else if (action === "run" || action === "stop" || action === "restore" || action === "compare") this.#ask(action);
    else if (action === "copy") {
      const { copy } = await import("./listing/copy.ts");
      button.textContent = (await copy(this.source)) ? "已复制" : "复制失败";
      setTimeout(() => (button.textContent = "复制"), 1500);
    }
  }
}

const loadEditor = () => import("../src/editor/editor.ts");

customElements.define("course-listing", CourseListing);
