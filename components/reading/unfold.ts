/** What is folded would be missing on paper; answers and hints are the exercises' own affair. */
let unfolded: HTMLDetailsElement[] = [];

addEventListener("beforeprint", () => {
  const folded = "article details:not([open], [data-answer], [data-hint], [data-pytorch], [data-tensors], [data-workbench])";
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>(folded)];
  for (const one of unfolded) one.open = true;
});

addEventListener("afterprint", () => {
  for (const one of unfolded) one.open = false;
});

export {};
