import { openExercises, type Exercises } from "../../src/reader/exercises.ts";
import type { CourseListing } from "../listing.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";
import { enableMoves, readEntry, showEntry } from "./entry.ts";
import { markExercise } from "./mark.ts";
import type { Verdict } from "./verdict.ts";

const words = { pass: "通过。", fail: "还不对。", error: "还不能检查。" };

/**
 * `<course-attempt>`: a place to try a question. Its code is a listing, kept and edited like any other; its fields keep themselves.
 * What judges comes with the first 检查.
 */
class CourseAttempt extends HTMLElement {
  #exercises!: Exercises;
  #root = "";
  /** how often 检查 was pressed: every time other random inputs */
  #tries = 0;

  connectedCallback(): void {
    if (this.#root) return;
    this.#root = siteRoot(document);
    this.#exercises = openExercises(localStore(), this.#root);
    this.#button?.addEventListener("click", () => void this.#check());
    this.addEventListener("listing-edited", () => this.#age());
    if (this.dataset.kind === "function" || !this.#button) return;

    const kept = this.#exercises.entry(this.#exercise);
    if (kept !== undefined) showEntry(this, kept);
    this.addEventListener("input", () => this.#changed());
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      void this.#check();
    });
    enableMoves(this, (where) => {
      this.#changed();
      this.#says.textContent = where;
    });
  }

  get #exercise(): string {
    return this.dataset.check ?? "";
  }
  get #button(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>('[data-do="check"]');
  }
  get #says(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-says]")!;
  }
  get #listing(): CourseListing | null {
    return this.querySelector<CourseListing>("course-listing");
  }

  #changed(): void {
    const saved = this.#exercises.enter(this.#exercise, readEntry(this));
    this.#age();
    if (saved === "full") this.#says.textContent = "浏览器给本站的存储空间满了，这次填写只在本页有效。";
  }

  /** What was said was said of another text. */
  #age(): void {
    if (this.#says.dataset.verdict) this.#says.dataset.old = "";
  }

  async #check(): Promise<void> {
    const button = this.#button!;
    if (button.disabled) return;
    const listing = this.#listing;
    button.disabled = true;
    delete this.#says.dataset.verdict;
    delete this.#says.dataset.old;
    this.#says.textContent = "检查中…";
    listing?.mark();
    try {
      const { judgeAttempt } = await import("./judge-attempt.ts");
      const text = listing ? listing.source : readEntry(this);
      this.#show(
        await judgeAttempt({ exercise: this.#exercise, text, listing: listing?.listing ?? "", seed: ++this.#tries, root: this.#root }),
      );
    } catch {
      this.#says.textContent = "检查没能载入：网络不通，或者网站已经更新。请刷新页面；你写的都已保存。";
    } finally {
      button.disabled = false;
      button.focus({ preventScroll: true });
    }
  }

  #show({ verdict, says, line }: Verdict): void {
    this.#says.dataset.verdict = verdict;
    const word = document.createElement("strong");
    word.textContent = words[verdict];
    this.#says.replaceChildren(word, says);
    if (line !== undefined) this.#listing?.mark(line);
    markExercise(this, verdict === "pass" ? "passed" : "tried");
  }
}

customElements.define("course-attempt", CourseAttempt);
