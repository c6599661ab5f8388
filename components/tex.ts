/**
 * Formulas leave the page as TeX: with a selection that is copied, and, a display formula, by a button that comes with the pointer, the
 * first tap, or the focus of its number.
 */
import { copy } from "./listing/copy.ts";
import { plainText, texOf } from "./tex/text.ts";

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0).cloneRange();
  const formulaOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(".katex");
  // half a formula is none: the ends move out to whole ones
  const [first, last] = [formulaOf(range.startContainer), formulaOf(range.endContainer)];
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const box = document.createElement("div");
  box.append(range.cloneContents());
  if (!box.querySelector(".katex")) return;
  event.clipboardData.setData("text/html", box.innerHTML);
  event.clipboardData.setData("text/plain", plainText(box));
  event.preventDefault();
});

const button = document.createElement("button");
button.type = "button";
button.className = "copy-tex";
let formula: Element | undefined;

function offer(next: Element): void {
  if (formula === next) return;
  formula = next;
  button.textContent = "复制 TeX";
  Object.assign(button.style, { left: "0", top: "0" });
  (next.closest(".equation") ?? next).append(button);
  // whatever it is placed against: above the right end of the formula
  const [at, from] = [next.getBoundingClientRect(), button.getBoundingClientRect()];
  Object.assign(button.style, { left: `${at.right - from.right}px`, top: `${at.top - from.bottom + 6}px` });
}

function retract(): void {
  formula = undefined;
  button.remove();
}

function follow({ target }: Event): void {
  if (target === button || !(target instanceof Element)) return;
  const near = target.closest(".prose .equation, .prose .katex-display");
  const next = near?.matches(".equation") ? near.querySelector(".katex-display") : near;
  if (next) offer(next);
  else if (document.activeElement !== button) retract();
}

document.addEventListener("pointerover", follow);
document.addEventListener("focusin", follow);

button.addEventListener("click", () => {
  const tex = formula && texOf(formula);
  if (tex) void copy(tex).then((done) => (button.textContent = done ? "已复制" : "未能复制"));
});
