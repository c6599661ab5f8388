import type { CourseListing } from "../listing.ts";
import { siteRoot } from "../root.ts";
import { enableMoves, readEntry, showEntry } from "./entry.ts";
import { exercises, markExercise } from "./mark.ts";
import type { Verdict } from "./judge/verdict.ts";

const words = { pass: "通过。", fail: "还不对。", error: "还不能检查。" };

/** Lets an attempt be filled in and checked. What judges comes with the first 检查. */
export function enable(attempt: HTMLElement): void {
  const exercise = attempt.dataset.check ?? "";
  const button = attempt.querySelector<HTMLButtonElement>('[data-do="check"]');
  const says = attempt.querySelector<HTMLElement>("[data-says]");
  const listing = attempt.querySelector<CourseListing>("course-listing");
  if (!button || !says) return;
  /** how often 检查 was pressed: every time other random inputs */
  let tries = 0;
  let underway: AbortController | undefined;

  /** What was said was said of another text. */
  const age = () => {
    if (says.dataset.verdict) says.dataset.old = "";
  };

  const keep = () => {
    age();
    if (exercises().enter(exercise, readEntry(attempt)) === "full") says.textContent = "浏览器给本站的存储空间满了，这次填写只在本页有效。";
  };

  const textNow = () => (listing ? listing.source : readEntry(attempt));

  async function check(): Promise<void> {
    if (underway) return;
    const { signal } = (underway = new AbortController());
    delete says!.dataset.verdict;
    delete says!.dataset.old;
    says!.textContent = "检查中…";
    if (listing) button!.textContent = "停止检查"; // the same button, so that the focus stays where it is
    listing?.mark();
    try {
      const { judgeAttempt } = await import("./judge/attempt.ts");
      const text = textNow();
      const root = siteRoot(document);
      const verdict = await judgeAttempt({ exercise, text, listing: listing?.listing ?? "", seed: ++tries, root, signal });
      if (!verdict || signal.aborted) return;
      show(verdict);
      if (text !== textNow()) age();
    } catch {
      if (!signal.aborted) says!.textContent = "检查没能载入：网络不通，或者网站已经更新。请刷新页面；你写的都已保存。";
    } finally {
      if (!signal.aborted) rest();
    }
  }

  function stop(): void {
    underway?.abort();
    says!.textContent = "已停止检查。";
    rest();
  }

  function rest(): void {
    underway = undefined;
    button!.textContent = "检查";
  }

  function show({ verdict, name, says: text, line }: Verdict): void {
    const word = document.createElement("strong");
    word.textContent = words[verdict];
    says!.dataset.verdict = verdict;
    says!.replaceChildren(word, text);
    if (line !== undefined) listing?.mark(line);
    if (name !== "blank") markExercise(attempt, verdict === "pass" ? "passed" : "tried");
  }

  button.addEventListener("click", ({ detail }) => {
    if (!underway) void check();
    else if (listing && detail < 2) stop(); // the second click of a double one is no wish to stop
  });
  attempt.addEventListener("listing-edited", age);
  if (listing) return; // it keeps itself

  const kept = exercises().entry(exercise);
  if (readEntry(attempt) !== "" && attempt.dataset.kind !== "order")
    keep(); // entered before this code was here
  else if (kept !== undefined) showEntry(attempt, kept);
  attempt.addEventListener("input", keep);
  attempt.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void check();
  });
  enableMoves(attempt, (where) => {
    keep();
    delete says.dataset.verdict; // it was said of another order
    says.textContent = where;
  });
}
