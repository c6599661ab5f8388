/**
 * 讲课模式: the page for a room. Larger type, no navigation; the steps of a derivation appear one by one with → (and go with ←).
 * Listings run as ever. Esc ends it.
 */
const root = document.documentElement;

export function toggleLecture(): void {
  if (root.dataset.lecture === undefined) begin();
  else end();
}

function begin(): void {
  root.dataset.lecture = "";
  // the first step of each stands already: an empty frame would say nothing
  for (const derivation of document.querySelectorAll(".derivation")) {
    for (const step of [...derivation.children].slice(stepAfter([...derivation.children], 0))) step.classList.add("to-come");
  }
  document.addEventListener("keydown", onKey);
  say("讲课模式：→ 出下一行，← 收回，Esc 退出");
}

function end(): void {
  delete root.dataset.lecture;
  for (const step of document.querySelectorAll(".to-come")) step.classList.remove("to-come");
  document.removeEventListener("keydown", onKey);
  say("");
}

function onKey(event: KeyboardEvent): void {
  const target = event.composedPath()[0];
  const isBusy = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, [role=tab], pre"));
  if (event.defaultPrevented || isBusy || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return end();
  const derivation = inView();
  if (!derivation || (event.key !== "ArrowRight" && event.key !== "ArrowLeft")) return;
  event.preventDefault();
  const steps = [...derivation.children];
  const shown = steps.filter((step) => !step.classList.contains("to-come")).length;
  const next = event.key === "ArrowRight" ? stepAfter(steps, shown) : stepBefore(steps, shown);
  steps.forEach((step, i) => step.classList.toggle("to-come", i >= next));
  steps[next - 1]?.scrollIntoView({ block: "nearest" });
}

/** A step is a formula with the reasons behind it: how many elements are shown with one step more. */
function stepAfter(steps: readonly Element[], shown: number): number {
  let at = shown + 1;
  while (at < steps.length && steps[at]!.localName === "p") at++;
  return Math.min(at, steps.length);
}

function stepBefore(steps: readonly Element[], shown: number): number {
  let at = shown - 1;
  while (at > 0 && steps[at]!.localName === "p") at--;
  return Math.max(at, stepAfter(steps, 0));
}

/** The derivation in sight that has lines to come, else the one in sight. */
function inView(): Element | undefined {
  const seen = [...document.querySelectorAll(".derivation")].filter((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  return seen.find((one) => one.querySelector(`:scope > .to-come`)) ?? seen.at(-1);
}

function say(text: string): void {
  let place = document.querySelector<HTMLElement>(".lecture-says");
  if (!place) {
    place = document.createElement("p");
    place.className = "lecture-says";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = text;
}
