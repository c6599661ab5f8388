/** 先猜: the result stays folded until the reader has chosen (or asked to see it outright). */
export function addPredict(question: HTMLElement, result: HTMLDetailsElement): void {
  const choices = [...question.querySelectorAll("button")];
  for (const choice of choices) {
    choice.disabled = false; // without script it could do nothing
    choice.addEventListener("click", () => {
      for (const other of choices) {
        other.setAttribute("aria-pressed", String(other === choice));
        other.disabled = other !== choice;
      }
      result.open = true;
    });
  }
}
