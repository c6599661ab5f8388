import { openRecalled } from "../../src/reader/recalled.ts";
import { tellSetAside } from "../frame/set-aside.ts";
import { exercises, PROGRESS } from "../exercise/mark.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

/** `<course-recall>`: one tap tells; the words that were missed are listed among what to come back to. */
class CourseRecall extends HTMLElement {
  #recalled = openRecalled(localStore(), siteRoot(document));
  readonly #review = () => this.review();

  connectedCallback(): void {
    this.addEventListener("click", this.#answer);
    document.addEventListener(PROGRESS, this.#review);
    this.review();
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#answer);
    document.removeEventListener(PROGRESS, this.#review);
  }

  readonly #answer = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLButtonElement>("[data-option]");
    const question = button?.closest<HTMLElement>("[data-term]");
    const term = question?.dataset.term;
    if (!button || !question || term === undefined) return;
    const isRight = button.dataset.option === term;
    // the first tap counts: what was found by elimination was not recalled
    if (question.dataset.tapped === undefined) this.#recalled.write(term, isRight ? "right" : "wrong");
    question.dataset.tapped = "";
    button.dataset.recalled = isRight ? "right" : "wrong";
    question.querySelector("[data-says]")!.textContent = isRight ? `对，${button.textContent.trim()}。` : "不是这个，再想想。";
    document.dispatchEvent(new Event(PROGRESS));
  };

  /** What to come back to: questions that were tried or given up, words that were missed. */
  review(): void {
    const place = this.querySelector<HTMLElement>("[data-review]");
    if (!place) return;
    const unfinished = [...exercises().among(`${this.dataset.number}.`)].flatMap(([id, standing]) => (standing === "passed" ? [] : [id]));
    const open = unfinished
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .map((id) => link(`#${id}`, `练习 ${id.slice(id.indexOf("-") + 1)}`));
    const missed = [...this.querySelectorAll<HTMLElement>("[data-term]")].flatMap(({ dataset: { term = "" } }) =>
      this.#recalled.read(term) === "wrong" ? [term] : [],
    );
    const words = missed.map((term) => {
      const name = this.querySelector(`[data-term="${term}"] [data-option="${term}"]`)?.textContent.trim() ?? term;
      return link(new URL(`glossary/#${term}`, siteRoot(document)).href, name);
    });
    const all = [...open, ...words];
    place.hidden = all.length === 0;
    place.replaceChildren("值得回来再看：", ...all.flatMap((one, i) => (i === 0 ? [one] : ["、", one])), "。");
  }
}

function link(href: string, text: string): HTMLAnchorElement {
  const a = document.createElement("a");
  a.href = href;
  a.textContent = text;
  return a;
}

customElements.define("course-recall", CourseRecall);
// here because this is loaded late on every section
tellSetAside(document.querySelector("article > .head"));
