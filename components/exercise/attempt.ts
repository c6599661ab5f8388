import { exercises } from "./mark.ts";

/**
 * `<course-attempt>`: a place to try a question. Its code is a listing, kept and edited like any other; its fields keep themselves.
 * What makes it work is fetched when the pointer or the focus comes near, or when there is an entry to show again.
 */
class CourseAttempt extends HTMLElement {
  #loading: Promise<void> | undefined;
  #ready = false;

  connectedCallback(): void {
    if (exercises().entry(this.dataset.check ?? "") !== undefined) void this.#load();
    for (const type of ["pointerover", "focusin", "click", "keydown"]) this.addEventListener(type, (event) => void this.#first(event));
  }

  /** What the reader did before the code was here is done then. */
  async #first(event: Event): Promise<void> {
    if (this.#ready) return;
    const target = event.target as Element;
    const isEnter = event instanceof KeyboardEvent && event.key === "Enter" && target instanceof HTMLInputElement;
    const button = isEnter
      ? this.querySelector<HTMLElement>('[data-do="check"]')
      : event.type === "click"
        ? target.closest<HTMLElement>('[data-do="check"], [data-move]')
        : null;
    await this.#load();
    button?.click();
  }

  #load(): Promise<void> {
    this.#loading ??= import("./attempting.ts").then(({ enable }) => {
      enable(this);
      this.#ready = true;
    });
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }
}

customElements.define("course-attempt", CourseAttempt);
