/**
 * On paper the answers stand together at the end, opened, each under the number of its question; with `?print=worksheet` there are the
 * questions alone.
 * After printing everything is where it was.
 */
const worksheet = new URLSearchParams(location.search).get("print") === "worksheet";
if (worksheet) {
  document.documentElement.dataset.print = "worksheet";
  for (const block of document.querySelectorAll<HTMLElement>("article > :not(.head)"))
    block.hidden = block.querySelector("[data-exercise]") === null;
}

let undo: (() => void)[] = [];

function bind(): void {
  release();
  const article = document.querySelector("article");
  const answers = [...document.querySelectorAll<HTMLDetailsElement>("[data-answer]")];
  if (worksheet || !article || answers.length === 0) return;
  const appendix = document.createElement("section");
  appendix.className = "appendix";
  const heading = document.createElement("h2");
  heading.textContent = "附：练习答案";
  appendix.append(heading);
  for (const answer of answers) appendix.append(headingOf(answer), take(answer));
  article.append(appendix);
  undo.push(() => appendix.remove());
}

/** Opens an answer and remembers where it stood. */
function take(answer: HTMLDetailsElement): HTMLDetailsElement {
  const place = document.createComment("answer");
  const wasOpen = answer.open;
  answer.replaceWith(place);
  answer.dataset.printing = "";
  answer.open = true;
  undo.unshift(() => {
    place.replaceWith(answer);
    answer.open = wasOpen;
    // the event of the change comes later
    setTimeout(() => delete answer.dataset.printing);
  });
  return answer;
}

function headingOf(answer: Element): HTMLElement {
  const heading = document.createElement("h3");
  const id = answer.closest<HTMLElement>("[data-exercise]")?.dataset.exercise;
  heading.textContent = `练习 ${id}`;
  return heading;
}

function release(): void {
  for (const step of undo) step();
  undo = [];
}

window.addEventListener("beforeprint", bind);
window.addEventListener("afterprint", release);
