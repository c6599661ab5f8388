/**
 * 讲课模式: the page for a room. Larger type, no navigation; the steps of a derivation appear one by one with → (and go with ←; a
 * presenter's remote sends PageDown and PageUp). Listings run as ever. Esc ends it.
 */
const root = document.documentElement;

export function toggleLecture(): void {
  stayingHere(root.dataset.lecture === undefined ? begin : end);
}

function begin(): void {
  root.dataset.lecture = "";
  // the first step of each stands already: an empty frame would say nothing
  for (const derivation of document.querySelectorAll(".derivation")) show(derivation, 0);
  document.addEventListener("keydown", onKey);
  say();
}

function end(): void {
  delete root.dataset.lecture;
  for (const step of document.querySelectorAll(".to-come")) step.classList.remove("to-come");
  document.removeEventListener("keydown", onKey);
  document.querySelector(".lecture-says")?.remove();
}

/** The type changes, what the class is looking at does not move. */
function stayingHere(change: () => void): void {
  const line = innerHeight / 3;
  const here = document.elementFromPoint(innerWidth / 2, line)?.closest(".block > *, article > *");
  const before = here?.getBoundingClientRect().top ?? 0;
  change();
  const back = () => here && scrollBy({ top: here.getBoundingClientRect().top - before, behavior: "instant" });
  back();
  // blocks out of sight are laid out as they come near, and push
  requestAnimationFrame(() => requestAnimationFrame(back));
}

function onKey(event: KeyboardEvent): void {
  const target = event.composedPath()[0];
  const isBusy = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, [role=tab], pre"));
  if (event.defaultPrevented || isBusy || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return stayingHere(end);
  const by = event.key === "ArrowRight" || event.key === "PageDown" ? 1 : event.key === "ArrowLeft" || event.key === "PageUp" ? -1 : 0;
  if (by !== 0 && turn(by, event.key.startsWith("Page"))) event.preventDefault();
}

/** Shows or takes back a step of the derivation in sight; says whether there was one. A remote's keys scroll where there is none to come. */
function turn(by: 1 | -1, byRemote = false): boolean {
  const derivation = inView(by, byRemote);
  if (!derivation) return false;
  const steps = [...derivation.children];
  const shown = steps.filter((step) => !step.classList.contains("to-come")).length;
  const next = by === 1 ? stepAfter(steps, shown) : stepBefore(steps, shown);
  show(derivation, next);
  steps[next - 1]?.scrollIntoView({ block: "nearest" });
  return true;
}

/** Lets the first `count` elements of a derivation stand, and at least its first step. */
function show(derivation: Element, count: number): void {
  const steps = [...derivation.children];
  const first = stepAfter(steps, 0);
  steps.forEach((step, i) => step.classList.toggle("to-come", i >= Math.max(count, first)));
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
  return at;
}

/** The derivation in sight that has a step to show (or to take back), else the one in sight. */
function inView(by: 1 | -1, onlyWithSteps: boolean): Element | undefined {
  const seen = [...document.querySelectorAll(".derivation")].filter((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  if (by === 1) return seen.find((one) => one.querySelector(":scope > .to-come")) ?? (onlyWithSteps ? undefined : seen.at(-1));
  const begun = seen.filter((one) => {
    const steps = [...one.children];
    return steps.some((step) => step.classList.contains("to-come")) && !steps[stepAfter(steps, 0)]?.classList.contains("to-come");
  });
  return begun.at(-1) ?? (onlyWithSteps ? undefined : seen.at(-1));
}

/** The bar below: the keys, and buttons for those who have none. */
function say(): void {
  const bar = document.createElement("div");
  bar.className = "lecture-says";
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.textContent = "讲课模式：→ 出下一行，← 收回，Esc 退出";
  const buttons = (
    [
      ["←", () => turn(-1), "收回一行"],
      ["→", () => turn(1), "出下一行"],
      ["退出", () => stayingHere(end), "退出讲课模式"],
    ] as const
  ).map(([text, act, label]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    return button;
  });
  bar.append(status, ...buttons);
  document.body.append(bar);
}
