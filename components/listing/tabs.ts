/**
 * The PyTorch version of a listing is a `<details>` right after it. With script it becomes the second of two tabs in the title line
 * (the pattern of the ARIA guide: arrow keys move, one tab stop).
 */
export function addTabs(listing: HTMLElement, code: HTMLElement): void {
  const details = listing.nextElementSibling;
  if (!(details instanceof HTMLDetailsElement) || details.dataset.pytorch !== listing.dataset.listing) return;
  const other = details.querySelector<HTMLElement>(".pytorch-body");
  const title = listing.querySelector(".title");
  if (!other || !title) return;

  const id = listing.dataset.listing ?? "";
  const list = document.createElement("span");
  list.className = "tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "语言");
  const panels = [code, other];
  const tabs = ["TypeScript", "PyTorch"].map((word, i) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.textContent = word;
    tab.id = `${id}-tab-${i}`;
    const panel = panels[i]!;
    panel.setAttribute("role", "tabpanel");
    panel.id ||= `${id}-panel-${i}`;
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    tab.addEventListener("click", () => select(i));
    list.append(tab);
    return tab;
  });

  const select = (chosen: number) => {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      panels[i]!.hidden = i !== chosen;
    });
    listing.toggleAttribute("data-pytorch-shown", chosen === 1);
  };
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const chosen = tabs[0]!.getAttribute("aria-selected") === "true" ? 1 : 0;
    select(chosen);
    tabs[chosen]!.focus();
  });

  code.after(other);
  details.remove();
  title.querySelector(".state")?.before(list);
  select(0);
}
